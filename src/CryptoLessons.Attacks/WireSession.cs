using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>One session as it lies on the wire: its opening message, and its chains numbered by Diffie-Hellman step.</summary>
/// <remarks>
/// Chain 0 is the initiator's first, chain 1 the responder's first, and so on in turn. The headers are in the open, so that
/// anybody can count; nobody answers a ratchet key that was never sent, so that none is missing in between.
/// </remarks>
internal sealed class WireSession
{
    private readonly Dictionary<int, WireChain> chains = [];
    private readonly Dictionary<DhPublicKey, int> numbers = [];
    private int nextOfInitiator;
    private int nextOfResponder = 1;

    private WireSession(string initiator, string responder, PreKeySignalMessage opening) => (Initiator, Responder, Opening) = (initiator, responder, opening);

    public string Initiator { get; }

    public string Responder { get; }

    /// <summary>The prekey message that opened the session.</summary>
    public PreKeySignalMessage Opening { get; }

    /// <summary>The chains by number.</summary>
    public IReadOnlyDictionary<int, WireChain> Chains => chains;

    /// <summary>Number of the chain under a ratchet key; null when no message under it was ever sent.</summary>
    public int? NumberOf(DhPublicKey ratchetKey) => numbers.TryGetValue(ratchetKey, out int number) ? number : null;

    /// <summary>Every session of a transcript in which one of <paramref name="people"/> takes part.</summary>
    public static IReadOnlyCollection<WireSession> In(Transcript transcript, IReadOnlySet<string> people)
    {
        var sessions = new Dictionary<(string, string), WireSession>();
        foreach (TranscriptEntry entry in transcript.Entries)
        {
            var (from, to) = (entry.Envelope.From, entry.Envelope.To);
            if (!(people.Contains(from) || people.Contains(to)) || transcript.Parse(entry) is not { } message)
                continue;
            if (!sessions.TryGetValue(Pair(from, to), out WireSession? session))
            {
                if (message.PreKeyMessage is not { } opening)
                    continue;
                session = new(from, to, opening);
                sessions.Add(Pair(from, to), session);
            }
            session.Add(entry, message);
        }
        return sessions.Values;
    }

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private void Add(TranscriptEntry entry, InterceptedMessage message)
    {
        if (!numbers.TryGetValue(message.Header.Dh, out int number))
        {
            bool byInitiator = entry.Envelope.From == Initiator;
            number = byInitiator ? nextOfInitiator : nextOfResponder;
            nextOfInitiator += byInitiator ? 2 : 0;
            nextOfResponder += byInitiator ? 0 : 2;
            numbers.Add(message.Header.Dh, number);
            chains.Add(number, new(message.Header.Dh));
        }
        chains[number].Add(entry, message);
    }
}
