using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Adversary;

/// <summary>An authority's private keys of some days.</summary>
/// <param name="keys">The keys, oldest first; copies.</param>
/// <param name="evolves">Whether each day's key follows from that of the day before.</param>
public sealed class EpochKeyLoot(IReadOnlyList<EpochKey> keys, bool evolves) : EscrowLoot
{
    /// <summary>The keys, oldest first.</summary>
    public IReadOnlyList<EpochKey> Keys { get; } = keys;

    /// <summary>Whether each day's key follows from that of the day before, as everybody knows.</summary>
    public bool Evolves { get; } = evolves;
}
