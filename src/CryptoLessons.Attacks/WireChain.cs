using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Attacks;

/// <summary>The messages under one ratchet key, as they lie on the wire.</summary>
/// <param name="ratchetKey">The sender's ratchet public key.</param>
internal sealed class WireChain(DhPublicKey ratchetKey)
{
    private readonly Dictionary<uint, (TranscriptEntry Entry, InterceptedMessage Message)> messages = [];

    public DhPublicKey RatchetKey { get; } = ratchetKey;

    /// <summary>The messages by their index in the chain.</summary>
    public IReadOnlyDictionary<uint, (TranscriptEntry Entry, InterceptedMessage Message)> Messages => messages;

    /// <summary>Highest message index on the wire.</summary>
    public uint Last { get; private set; }

    public void Add(TranscriptEntry entry, InterceptedMessage message)
    {
        messages.TryAdd(message.Header.N, (entry, message));
        Last = Math.Max(Last, message.Header.N);
    }
}
