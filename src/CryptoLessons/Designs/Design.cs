using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Designs;

/// <summary>A whole messenger that can be deployed, played and attacked.</summary>
/// <param name="Id">Short name, as the command line takes it.</param>
/// <param name="Title">What it is, in one line.</param>
/// <param name="Claims">The claims of the public debate that it puts to the test.</param>
/// <param name="Deploy">Puts it into operation for some people, with keys from a seed's stream.</param>
public sealed record Design(string Id, string Title, IReadOnlyList<string> Claims, Func<IReadOnlyList<string>, SeededRandom, IDeployment> Deploy)
{
    /// <summary>Every design, in the order in which reports show them.</summary>
    public static IReadOnlyList<Design> All { get; } = [Strict.Design, KeyEscrow.MessageKey, KeyEscrow.ContentKey, KeyEscrow.SessionSecret];

    /// <summary>The design of that name; null when there is none.</summary>
    public static Design? Find(string id) => All.FirstOrDefault(design => design.Id == id);
}
