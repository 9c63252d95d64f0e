using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>Several private keys of one authority, each of which opens a part of what was sealed.</summary>
/// <param name="keys">The key pairs; copies.</param>
public sealed class AuthorityKeysLoot(IReadOnlyList<DhKeyPair> keys) : EscrowLoot
{
    /// <summary>The key pairs.</summary>
    public IReadOnlyList<DhKeyPair> Keys { get; } = keys;
}
