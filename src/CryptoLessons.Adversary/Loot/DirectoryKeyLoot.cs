using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>The key that signs what the provider's directory answers: whoever has it, and sits on the wire, answers in its place.</summary>
/// <param name="key">The key pair; a copy.</param>
public sealed class DirectoryKeyLoot(DhKeyPair key) : EscrowLoot
{
    /// <summary>The key pair.</summary>
    public DhKeyPair Key { get; } = key;
}
