using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Attacks.Means;

/// <summary>The place between the owner of stolen sessions and each peer: what passes, and what was read of it.</summary>
/// <param name="view">What the thief holds.</param>
internal sealed class MiddlePosition(SessionSeizureView view) : IInterceptor
{
    private readonly SeededRandom random = ThiefRandom.New();
    private readonly List<TranscriptEntry> passed = [];
    private readonly Dictionary<(string Owner, string Peer), SplitSession> split = [];
    private readonly Dictionary<int, Guess> guesses = [];

    /// <summary>What was read in the middle, and what the stolen state itself opens of the rest.</summary>
    public IReadOnlyList<Guess> Guesses
    {
        get
        {
            Transcript whole = view.Transcript.With(passed);
            var all = new Dictionary<int, Guess>(guesses);
            ReadAfterSessionSeizure.ReadGroups(whole, view.Sessions, all);
            foreach (Guess guess in ReadAfterSessionSeizure.Read(whole, view.Sessions, (view as DeviceSeizureView)?.Devices ?? []))
                all.TryAdd(guess.Message, guess);
            return [.. all.Values];
        }
    }

    public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing)
    {
        // What was in flight at the theft is on the record already.
        if (!view.Transcript.InFlight.Contains(passing))
            passed.Add(passing);
        var (from, to) = (passing.Envelope.From, passing.Envelope.To);
        if (view.Transcript.Parse(passing) is not { } message
            || (Between(from, to) ?? Between(to, from) ?? Opened(message, from, to)) is not { } session
            || session.PassOn(message, fromOwner: session.Owner == from) is not { } rewritten)
            return [passing];
        guesses.TryAdd(passing.Message, new(passing.Message, rewritten.Plaintext, new(session.Stolen.ToString(), "man in the middle", "plaintext")));
        return [passing with { Envelope = passing.Envelope with { Message = rewritten.Message } }];
    }

    /// <summary>A session that begins after the theft, with prekeys that were stolen.</summary>
    private SplitSession? Opened(InterceptedMessage message, string peer, string owner)
    {
        if (message.PreKeyMessage is not { } opening
            || (view as DeviceSeizureView)?.Devices.FirstOrDefault(loot => loot.Owner == owner)?.Device is not { } phone
            || StolenSession.Accept(owner, peer, phone, opening, random, view.Transcript.Profile, view.Transcript.Phone(random)) is not { } accepted)
            return null;
        var taken = new SplitSession(owner, accepted);
        split.Add((owner, peer), taken);
        return taken;
    }

    private SplitSession? Between(string owner, string peer)
    {
        if (split.TryGetValue((owner, peer), out SplitSession? known))
            return known;
        if (view.Sessions.FirstOrDefault(loot => loot.Owner == owner) is not { } loot
            || !loot.Sessions.TryGetValue(peer, out var record) || record.Current is null)
            return null;
        var taken = new SplitSession(owner, new(owner, peer, record.Current, random, view.Transcript.Profile, view.Transcript.Phone(random)));
        split.Add((owner, peer), taken);
        return taken;
    }
}
