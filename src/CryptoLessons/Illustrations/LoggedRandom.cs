using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Illustrations;

/// <summary>A stream of random numbers whose draws are written down.</summary>
/// <param name="log">Where.</param>
/// <param name="path">The names of the stream, from the root of the seed.</param>
internal sealed class LoggedRandom(CallLog log, params IReadOnlyList<string> path) : RandomSource
{
    private readonly SeededRandom stream = path.Aggregate(new SeededRandom(Scene.Seed), (parent, name) => parent.Child(name));
    private readonly string code =
        FormattableString.Invariant($"new SeededRandom({Scene.Seed})") + string.Concat(path.Select(name => $".Child(\"{name}\")"));
    private int drawn;

    /// <inheritdoc/>
    public override void Fill(Span<byte> destination)
    {
        stream.Fill(destination);
        log.Drew(code, drawn, destination);
        drawn += destination.Length;
    }
}
