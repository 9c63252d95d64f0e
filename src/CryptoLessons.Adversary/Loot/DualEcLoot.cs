using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Adversary;

/// <summary>The number behind the points that are built into everybody's random generator.</summary>
/// <param name="trapdoor">The number d.</param>
/// <param name="constants">The points, which everybody can read in the app.</param>
public sealed class DualEcLoot(DualEcTrapdoor trapdoor, DualEcConstants constants) : EscrowLoot
{
    /// <summary>The number d.</summary>
    public DualEcTrapdoor Trapdoor { get; } = trapdoor;

    /// <summary>The points.</summary>
    public DualEcConstants Constants { get; } = constants;
}
