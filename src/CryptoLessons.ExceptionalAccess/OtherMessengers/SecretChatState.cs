using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>What one device holds of a secret chat at one moment.</summary>
/// <param name="keys">The keys it still needs, by number: the one in use and, while a renewal is under way, its neighbour.</param>
/// <param name="sending">Number of the key it sends under.</param>
/// <param name="uses">How many messages it has sent and received under that key.</param>
/// <param name="offer">Its own half of the next key, while that is offered; null otherwise.</param>
/// <param name="answer">The public key with which it answers an offer, until the answer is known to have arrived; null otherwise.</param>
public sealed class SecretChatState(
    IReadOnlyDictionary<uint, SecretChatKey> keys, uint sending, int uses, DhKeyPair? offer, DhPublicKey? answer)
{
    /// <summary>The keys it still needs, by number.</summary>
    public IReadOnlyDictionary<uint, SecretChatKey> Keys { get; } = keys;

    /// <summary>Number of the key it sends under.</summary>
    public uint Sending { get; } = sending;

    /// <summary>How many messages it has sent and received under that key.</summary>
    public int Uses { get; } = uses;

    /// <summary>Its own half of the next key, while that is offered.</summary>
    public DhKeyPair? Offer { get; } = offer;

    /// <summary>The public key with which it answers an offer.</summary>
    public DhPublicKey? Answer { get; } = answer;
}
