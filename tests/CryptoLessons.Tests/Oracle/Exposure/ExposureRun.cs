using CryptoLessons.Adversary;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>What one compromise of one design really gave away in one scene.</summary>
/// <param name="Scene">The scene.</param>
/// <param name="Design">The design's short name.</param>
/// <param name="Cell">What the attacks read and forged.</param>
internal sealed record ExposureRun(ExposureScene Scene, string Design, Cell Cell)
{
    /// <summary>The numbers of the messages that were read.</summary>
    internal IReadOnlySet<int> Read { get; } = Cell.Verdict.Recovered.Keys.ToHashSet();

    /// <summary>Plays a scene on a design and lets the adversary try every compromise.</summary>
    internal static IEnumerable<ExposureRun> Play(ExposureScene scene, string design)
    {
        Game game = CryptoLessons.Designs.Design.Named(design).Play(scene.Script, scene.At, scene.Target, new SeededRandom(scene.Seed));
        return Compromise.All.Select(compromise => new ExposureRun(scene, design, compromise.Run(game)));
    }

    /// <summary>What differs from a prediction; null when nothing does.</summary>
    internal string? Against(ExposureOracle oracle)
    {
        // One by one, chance cannot be foretold.
        if (oracle.Chance(Design, Cell.Compromise) is not null)
            return null;
        IReadOnlySet<int> predicted = oracle.Read(Scene, Design, Cell.Compromise);
        return Read.SetEquals(predicted)
            ? null
            : $"{Design}, {Cell.Compromise}: read and not predicted {List(Read.Except(predicted))}, "
                + $"predicted and not read {List(predicted.Except(Read))}; {Scene}";
    }

    /// <summary>The same for forging.</summary>
    internal string? AgainstForging() =>
        ForgingOracle.Strongest(Scene, Design, Cell.Compromise) is { } predicted && predicted != Cell.Forged
            ? $"{Design}, {Cell.Compromise}: forged {Cell.Forged}, predicted {predicted}; {Scene}"
            : null;

    private static string List(IEnumerable<int> numbers) => $"[{string.Join(' ', numbers.Order())}]";
}
