using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Attacks.Means;

/// <summary>The messages under one ratchet key, as they lie on the wire.</summary>
/// <param name="ratchetKey">The sender's ratchet public key.</param>
/// <param name="sender">Who sends under it.</param>
/// <param name="number">How many ratchet keys the two people had used before this one.</param>
internal sealed class WireChain(DhPublicKey ratchetKey, string sender, int number)
{
    private readonly Dictionary<uint, (TranscriptEntry Entry, InterceptedMessage Message)> messages = [];

    public DhPublicKey RatchetKey { get; } = ratchetKey;

    public string Sender { get; } = sender;

    public int Number { get; } = number;

    /// <summary>The messages by their index in the chain.</summary>
    public IReadOnlyDictionary<uint, (TranscriptEntry Entry, InterceptedMessage Message)> Messages => messages;

    /// <summary>Highest message index on the wire.</summary>
    public uint Last { get; private set; }

    public void Add(TranscriptEntry entry, InterceptedMessage message)
    {
        uint n = message.Header.N;
        messages.TryAdd(n, (entry, message));
        Last = Math.Max(Last, n);
    }

}
