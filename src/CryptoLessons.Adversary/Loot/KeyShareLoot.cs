using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>Some shares of an authority's private key.</summary>
/// <param name="publicKey">The public key that senders seal to.</param>
/// <param name="shares">The shares; copies.</param>
public sealed class KeyShareLoot(DhPublicKey publicKey, IReadOnlyList<DhKeyShare> shares) : EscrowLoot
{
    /// <summary>The public key that senders seal to.</summary>
    public DhPublicKey PublicKey { get; } = publicKey;

    /// <summary>The shares.</summary>
    public IReadOnlyList<DhKeyShare> Shares { get; } = shares;
}
