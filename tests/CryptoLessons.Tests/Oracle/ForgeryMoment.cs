namespace CryptoLessons.Tests.Oracle;

/// <summary>A moment at which the thief may forge: what was stolen, and how things stand now.</summary>
/// <param name="theft">The owner's state when it was stolen.</param>
/// <param name="ownerNow">The owner's state now.</param>
/// <param name="peerNow">The peer's state now.</param>
/// <param name="wire">The places of all messages sent so far, lost ones included: the thief recorded them from the start on.</param>
/// <param name="limits">The limits of both receivers.</param>
/// <exception cref="ArgumentException">The owner had no session when seized.</exception>
internal sealed class ForgeryMoment(
    PartyState theft, PartyState ownerNow, PartyState peerNow, IReadOnlyList<Coordinates> wire, Limits limits)
{
    /// <summary>The owner's state when it was stolen.</summary>
    internal PartyState Theft { get; } = theft.HasSession ? theft : throw new ArgumentException("No session to steal.", nameof(theft));

    /// <summary>The owner's state now.</summary>
    internal PartyState OwnerNow { get; } = ownerNow;

    /// <summary>The peer's state now.</summary>
    internal PartyState PeerNow { get; } = peerNow;

    /// <summary>The limits of both receivers.</summary>
    internal Limits Limits { get; } = limits;

    /// <summary>s, the owner's own chain when it was seized.</summary>
    internal int StolenChain => Theft.OwnChain;

    /// <summary>s+1, the peer's next chain.</summary>
    internal int NextChain => Theft.OwnChain + 1;

    /// <summary>The messages sent so far, by whichever side.</summary>
    internal int Sent => wire.Count;

    /// <summary>The messages sent so far in this chain.</summary>
    internal int SentIn(int chain) => wire.Count(at => at.Chain == chain);

    /// <summary>Every moment from the first seizure of a schedule on, with the number of the event it comes after; later seizures are
    /// taken for nothing. None when there was no session to steal.</summary>
    internal static IEnumerable<(int Event, ForgeryMoment Moment)> AfterTheft(Schedule schedule)
    {
        var model = new RatchetModel(schedule.Limits);
        (Party Owner, PartyState Held)? theft = null;
        for (int i = 0; i < schedule.Events.Count; i++)
        {
            switch (schedule.Events[i])
            {
                case Send send:
                    model.Send(send.From);
                    break;
                case Deliver deliver:
                    model.Deliver(deliver.Message);
                    break;
                case Seize seize:
                    theft ??= (seize.Of, model.Held(seize.Of));
                    break;
                default:
                    throw new ArgumentException($"Unknown event {schedule.Events[i].GetType().Name}.", nameof(schedule));
            }

            if (theft is (Party owner, { HasSession: true } held))
                yield return (i, Of(model, owner, held, schedule.Limits));
        }
    }

    /// <summary>The moment at which a model now is, after the theft of <paramref name="held"/> from <paramref name="owner"/>.</summary>
    internal static ForgeryMoment Of(RatchetModel model, Party owner, PartyState held, Limits limits) =>
        new(held, model.Held(owner), model.Held(owner == Party.Alice ? Party.Bob : Party.Alice), model.Messages, limits);
}
