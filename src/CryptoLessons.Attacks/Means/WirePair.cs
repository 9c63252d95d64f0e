using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Attacks.Means;

/// <summary>What went over the wire between two people: the messages that opened their sessions, and the chains under each ratchet key.</summary>
/// <remarks>
/// Two people may have several sessions, and a header does not say to which of them it belongs. Whoever holds a key finds out by
/// trying: the MAC of a message fits in one place only.
/// </remarks>
internal sealed class WirePair
{
    private readonly List<WireChain> chains = [];
    private readonly Dictionary<DhPublicKey, WireChain> byRatchetKey = [];
    private readonly List<(string Responder, PreKeySignalMessage Opening, WireChain Chain)> openings = [];
    private readonly HashSet<DhPublicKey> baseKeys = [];
    private readonly List<(string Sender, SpqrMessage Message)> postQuantumMessages = [];

    /// <summary>The chains in the order in which their first messages were sent.</summary>
    public IReadOnlyList<WireChain> Chains => chains;

    /// <summary>For each session: who answered it, the prekey message that opened it, and the initiator's first chain.</summary>
    public IReadOnlyList<(string Responder, PreKeySignalMessage Opening, WireChain Chain)> Openings => openings;

    /// <summary>What the post-quantum ratchets of the two said, in the order of sending.</summary>
    public IReadOnlyList<(string Sender, SpqrMessage Message)> PostQuantumMessages => postQuantumMessages;

    /// <summary>The chain under a ratchet key; null when no message under it was ever sent.</summary>
    public WireChain? Under(DhPublicKey ratchetKey) => byRatchetKey.GetValueOrDefault(ratchetKey);

    /// <summary>Every pair of people in a transcript of whom one is among <paramref name="people"/>.</summary>
    public static IReadOnlyDictionary<(string, string), WirePair> In(Transcript transcript, IReadOnlySet<string> people)
    {
        var pairs = new Dictionary<(string, string), WirePair>();
        foreach (TranscriptEntry entry in transcript.Entries)
        {
            var (from, to) = (entry.Envelope.From, entry.Envelope.To);
            if (!(people.Contains(from) || people.Contains(to)) || transcript.Parse(entry) is not { } message)
                continue;
            if (!pairs.TryGetValue(Of(from, to), out WirePair? pair))
                pairs.Add(Of(from, to), pair = new());
            pair.Add(entry, message);
        }
        return pairs;
    }

    /// <summary>Two people in an order that does not depend on who writes to whom.</summary>
    public static (string, string) Of(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private void Add(TranscriptEntry entry, InterceptedMessage message)
    {
        DhPublicKey ratchetKey = message.Header.Dh;
        if (!byRatchetKey.TryGetValue(ratchetKey, out WireChain? chain))
        {
            chain = new(ratchetKey, entry.Envelope.From, chains.Count);
            byRatchetKey.Add(ratchetKey, chain);
            chains.Add(chain);
        }
        chain.Add(entry, message);
        if (SpqrMessage.TryParse(message.PostQuantumMessage, out SpqrMessage? postQuantum))
            postQuantumMessages.Add((entry.Envelope.From, postQuantum));
        if (message.PreKeyMessage is { } opening && baseKeys.Add(opening.PreKeys.BaseKey))
            openings.Add((entry.Envelope.To, opening, chain));
    }
}
