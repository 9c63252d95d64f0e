using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Adversary;

/// <summary>The key under which subverted builds talk in their nonces.</summary>
/// <param name="key">The key; a copy.</param>
public sealed class NonceKeyLoot(NonceKey key) : EscrowLoot
{
    /// <summary>The key.</summary>
    public NonceKey Key { get; } = key;
}
