namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>Alice and Bob with the Triple Ratchet, in integers. A delivery needs a key of both ratchets; a refusal changes neither.</summary>
internal sealed class TripleModel(Limits limits)
{
    private readonly List<TripleMessage> messages = [];
    private readonly Dictionary<Party, (PartyState Ratchet, SpqrParty Spqr)> parties = new()
    {
        [Party.Alice] = (PartyState.Initiator, SpqrParty.Initiator),
        [Party.Bob] = (PartyState.Responder, SpqrParty.Responder),
    };

    /// <summary>The messages sent so far, by ordinal.</summary>
    internal IReadOnlyList<TripleMessage> Messages => messages;

    /// <summary>What this party holds now.</summary>
    internal (PartyState Ratchet, SpqrParty Spqr) Held(Party party) => parties[party];

    /// <summary>Sends the next message.</summary>
    /// <exception cref="InvalidOperationException">Bob has received nothing yet.</exception>
    internal TripleMessage Send(Party from)
    {
        (PartyState ratchet, SpqrParty spqr) = parties[from];
        if (!ratchet.HasSession)
            throw new InvalidOperationException("Bob cannot send before he received a message.");
        (SpqrParty after, SpqrField field) = spqr.Send();
        var message = new TripleMessage(from, new(ratchet.OwnChain, ratchet.Sent), field);
        messages.Add(message);
        parties[from] = (ratchet.AfterSend(), after);
        return message;
    }

    /// <summary>Delivers a message to the party that did not send it.</summary>
    internal TripleDelivery Deliver(int ordinal)
    {
        TripleMessage message = messages[ordinal];
        Party to = message.From == Party.Alice ? Party.Bob : Party.Alice;
        (PartyState ratchet, SpqrParty spqr) = parties[to];
        Reception first = ratchet.Judge(message.At, limits);
        SpqrReception second = spqr.Judge(message.Field, limits.Spqr);
        if (first == Reception.Accepted && second == SpqrReception.Accepted)
            parties[to] = (ratchet.After(message.At, limits), spqr.AfterReceive(message.Field, limits.Spqr));
        return new(ordinal, first, second, spqr, parties[to].Spqr);
    }

    /// <summary>Plays a whole schedule.</summary>
    internal static TriplePlayback Play(Schedule schedule)
    {
        var model = new TripleModel(schedule.Limits);
        List<TripleDelivery> deliveries = [];
        List<TripleSnapshot> seizures = [];
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
                    (PartyState ratchet, SpqrParty spqr) = model.Held(seize.Of);
                    seizures.Add(new(new(seize.Of, seize.WholeDevice, ratchet), spqr));
                    break;
                default:
                    throw new ArgumentException($"Unknown event {next.GetType().Name}.", nameof(schedule));
            }
        }

        return new(schedule, model.Messages, deliveries, seizures);
    }
}
