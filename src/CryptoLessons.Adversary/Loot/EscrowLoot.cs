using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>The leaked access secret of a design: the authority's private key.</summary>
/// <param name="authorityKey">The authority's key pair; a copy.</param>
public sealed class EscrowLoot(DhKeyPair authorityKey)
{
    /// <summary>The authority's key pair.</summary>
    public DhKeyPair AuthorityKey { get; } = authorityKey;
}
