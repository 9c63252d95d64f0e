using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks;

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

    /// <summary>Lowest message index on the wire.</summary>
    public uint First { get; private set; } = uint.MaxValue;

    /// <summary>Highest message index on the wire.</summary>
    public uint Last { get; private set; }

    public void Add(TranscriptEntry entry, InterceptedMessage message)
    {
        uint n = message.Header.N;
        messages.TryAdd(n, (entry, message));
        (First, Last) = (Math.Min(First, n), Math.Max(Last, n));
    }

    /// <summary>Whether a chain key at index 0 is this chain's: the MAC of its first message tells.</summary>
    public bool Fits(RatchetFunctions functions, ChainKey chainKey)
    {
        ChainKey ck = chainKey;
        for (uint n = 0; ; n++)
        {
            var (next, seed) = functions.KdfCk(ck);
            using (seed)
                if (n == First)
                    return messages[First].Message.Open(functions, seed) is not null;
            ck = next;
        }
    }
}
