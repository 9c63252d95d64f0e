namespace CryptoLessons.Tests.Oracle;

/// <summary>Alice and Bob in integers: which place each message takes and which deliveries are accepted (libsignal's rules: receiving
/// chains are kept, nothing is skipped up to PN, both half steps at once).</summary>
internal sealed class RatchetModel(Limits limits)
{
    private readonly List<(Party From, Coordinates At)> messages = [];
    private PartyState alice = PartyState.Initiator;
    private PartyState bob = PartyState.Responder;

    /// <summary>The places of the messages sent so far, by ordinal.</summary>
    internal IReadOnlyList<Coordinates> Messages => [.. messages.Select(message => message.At)];

    /// <summary>What this party's session holds now.</summary>
    internal PartyState Held(Party party) => party == Party.Alice ? alice : bob;

    /// <summary>Sends the next message and returns its place.</summary>
    /// <exception cref="InvalidOperationException">Bob has received nothing yet.</exception>
    internal Coordinates Send(Party from)
    {
        PartyState state = Held(from);
        if (!state.HasSession)
            throw new InvalidOperationException("Bob cannot send before he received a message.");
        var at = new Coordinates(state.OwnChain, state.Sent);
        messages.Add((from, at));
        Become(from, state.AfterSend());
        return at;
    }

    /// <summary>Delivers a message to the party that did not send it; every refusal leaves the state as it was.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such message was sent yet.</exception>
    internal Delivery Deliver(int message)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(message);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(message, messages.Count);
        (Party from, Coordinates at) = messages[message];
        Party to = from == Party.Alice ? Party.Bob : Party.Alice;
        PartyState before = Held(to);
        Reception reception = before.Judge(at, limits);
        if (reception == Reception.Accepted)
            Become(to, before.After(at, limits));
        return new Delivery(message, at, reception, before, Held(to));
    }

    /// <summary>Plays a whole schedule.</summary>
    internal static Playback Play(Schedule schedule)
    {
        var model = new RatchetModel(schedule.Limits);
        List<Delivery> deliveries = [];
        List<Snapshot> seizures = [];
        foreach (ScheduleEvent next in schedule.Events)
        {
            switch (next)
            {
                case Send send:
                    model.Send(send.From);
                    break;
                case Deliver deliver:
                    deliveries.Add(model.Deliver(deliver.Message));
                    break;
                case Seize seize:
                    seizures.Add(new Snapshot(seize.Of, seize.WholeDevice, model.Held(seize.Of)));
                    break;
                default:
                    throw new ArgumentException($"Unknown event {next.GetType().Name}.", nameof(schedule));
            }
        }

        return new Playback(model.Messages, deliveries, seizures, schedule.OneTimePreKey);
    }

    private void Become(Party party, PartyState state)
    {
        if (party == Party.Alice)
            alice = state;
        else
            bob = state;
    }
}
