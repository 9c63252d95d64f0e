using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>Identity keys that lay at an agency.</summary>
/// <param name="keys">The key pairs, by their owners' names; copies.</param>
public sealed class IdentityKeyLoot(IReadOnlyDictionary<string, DhKeyPair> keys) : EscrowLoot
{
    /// <summary>The key pairs, by their owners' names.</summary>
    public IReadOnlyDictionary<string, DhKeyPair> Keys { get; } = keys;
}
