using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>The key that signs a provider's app: whoever has it, and sits on the wire, ships whomever they want another.</summary>
/// <param name="key">The key pair; a copy.</param>
public sealed class UpdateKeyLoot(DhKeyPair key) : EscrowLoot
{
    /// <summary>The key pair.</summary>
    public DhKeyPair Key { get; } = key;
}
