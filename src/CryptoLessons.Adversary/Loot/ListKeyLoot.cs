using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>The key of whoever administers the list that phones scan for: it signs lists, and opens what phones report.</summary>
/// <param name="key">The key pair; a copy.</param>
public sealed class ListKeyLoot(DhKeyPair key) : EscrowLoot
{
    /// <summary>The key pair.</summary>
    public DhKeyPair Key { get; } = key;
}
