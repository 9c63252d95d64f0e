using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>An authority's private key.</summary>
/// <param name="key">The key pair; a copy.</param>
public class AuthorityKeyLoot(DhKeyPair key) : EscrowLoot
{
    /// <summary>The key pair.</summary>
    public DhKeyPair Key { get; } = key;
}
