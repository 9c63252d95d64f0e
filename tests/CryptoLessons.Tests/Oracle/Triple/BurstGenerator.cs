namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>Random schedules that pass several epochs of the post-quantum ratchet: the same seed gives the same schedule. One tick sends one
/// message and delivers what is due.</summary>
internal sealed class BurstGenerator
{
    private static readonly BurstKind[] Kinds = Enum.GetValues<BurstKind>();

    private readonly Random random;
    private readonly BurstKind kind;
    private readonly BurstRecipe recipe;
    private readonly int messages;
    private readonly TripleModel model;
    private readonly List<ScheduleEvent> events = [];
    private readonly List<(int Tick, Seize What)> seizures = [];
    private readonly PriorityQueue<(int Message, bool Again), (int Due, int Order)> inFlight = new();
    private Party speaker = Party.Alice;
    private int left;
    private int sent;
    private int queued;
    private int outageUntil;

    private BurstGenerator(int seed, BurstKind kind)
    {
        random = new Random(seed);
        this.kind = kind;
        recipe = BurstRecipe.Of(kind, random);
        messages = random.Next(recipe.Fewest, recipe.Most + 1);
        model = new TripleModel(recipe.Limits);
        PlanSeizures(random.Next(kind == BurstKind.SeizedEarly ? 3 : 1, 5));
    }

    /// <summary>A schedule of 40 to 500 messages and 1 to 4 seizures; the kinds take turns with the seed.</summary>
    internal static Schedule Random(int seed) => new BurstGenerator(seed, Kinds[seed % Kinds.Length]).Run();

    private Schedule Run()
    {
        bool oneTimePreKey = Chance(50);
        for (int tick = 0; tick < messages; tick++)
        {
            bool thiefFirst = Chance(50);
            if (thiefFirst)
                SeizeAt(tick);
            Send(tick);
            if (!thiefFirst)
                SeizeAt(tick);
            DeliverUntil(tick);
        }

        SeizeAt(messages);
        DeliverUntil(int.MaxValue);
        SeizeAt(messages + 1);
        return new Schedule(events, oneTimePreKey, recipe.Limits);
    }

    // Half of the thieves come back after a planned while: what two seizures open together lies between them.
    private void PlanSeizures(int count)
    {
        int tick = 0;
        for (int i = 0; i < count; i++)
        {
            bool early = i < 2 && kind == BurstKind.SeizedEarly;
            tick = early ? random.Next(FirstDelivery)
                : kind == BurstKind.SeizedAtTheEnd ? messages + 1
                : i > 0 && Chance(50) ? Math.Min(messages + 1, tick + random.Next(recipe.Away, recipe.Away + 60))
                : random.Next(messages + 2);
            bool bob = Chance(kind == BurstKind.SeizedEarly && !early ? 80 : 50);
            seizures.Add((tick, new Seize(bob ? Party.Bob : Party.Alice, WholeDevice: Chance(50))));
        }
    }

    private void SeizeAt(int tick) => events.AddRange(seizures.Where(plan => plan.Tick == tick).Select(plan => plan.What));

    private void Send(int tick)
    {
        if (left-- <= 0)
            TakeTheFloor();
        if (!model.Held(speaker).Ratchet.HasSession)
            speaker = Party.Alice;
        model.Send(speaker);
        events.Add(new Send(speaker));
        int message = sent++;

        if (Chance(recipe.Outage))
            outageUntil = tick + random.Next(8, 31);
        // What was sent in an outage is lost, or arrives in a heap when it is over.
        if (tick < outageUntil && Chance(70))
            Queue(message, outageUntil + random.Next(15), again: false);
        else if (tick >= outageUntil && !Chance(recipe.Loss))
            Queue(message, tick + recipe.Latency + (Chance(recipe.Late) ? random.Next(2, recipe.Lateness + 1) : random.Next(2)), again: false);
    }

    // A burst is as long as what the other party lacks for the next secret, now and then shorter or longer.
    private void TakeTheFloor()
    {
        if (Chance(85))
            speaker = speaker == Party.Alice ? Party.Bob : Party.Alice;
        int needed = recipe.Crossing ? 1 : Lacking(model.Held(speaker == Party.Alice ? Party.Bob : Party.Alice).Spqr.Braid);
        left = (Chance(15) ? random.Next(needed + 1) : needed) + random.Next(recipe.Crossing ? 3 : 5);
    }

    private static int Lacking(Braid other) => other.State switch
    {
        BraidState.NoHeaderReceived => Braid.HeaderChunks - other.Received.Count,
        BraidState.KeysSampled => Braid.Ct1Chunks,
        BraidState.HeaderSent => Braid.Ct1Chunks - other.Received.Count,
        BraidState.Ct1Sampled or BraidState.Ct1Acknowledged => Braid.EkChunks - other.Received.Count,
        BraidState.Ct1Received => Braid.Ct2Chunks,
        BraidState.EkSentCt1Received => Braid.Ct2Chunks - other.Received.Count,
        _ => 1,
    };

    private void DeliverUntil(int tick)
    {
        while (inFlight.TryPeek(out (int Message, bool Again) arriving, out (int Due, int Order) when) && when.Due <= tick)
        {
            inFlight.Dequeue();
            bool accepted = model.Deliver(arriving.Message).Accepted;
            events.Add(new Deliver(arriving.Message));
            // Safe because a second try is the last: the last drain has no tick, and would not end.
            if (!arriving.Again && Chance(accepted ? recipe.Replay : 50))
                Queue(arriving.Message, when.Due + random.Next(30), again: true);
        }
    }

    // A seizure before the first receipt needs a first receipt that takes its time.
    private int FirstDelivery => kind == BurstKind.SeizedEarly ? 12 : 0;

    private void Queue(int message, int due, bool again) =>
        inFlight.Enqueue((message, again), (Math.Max(due, FirstDelivery), queued++));

    private bool Chance(int percent) => random.Next(100) < percent;
}
