namespace CryptoLessons.Tests.Oracle;

/// <summary>Random schedules: the same seed gives the same schedule. One tick sends one message and delivers what is due.</summary>
internal sealed class ScheduleGenerator
{
    private static readonly ScheduleKind[] Kinds = Enum.GetValues<ScheduleKind>();

    private readonly Random random;
    private readonly ScheduleKind kind;
    private readonly Recipe recipe;
    private readonly int messages;
    private readonly RatchetModel model;
    private readonly List<ScheduleEvent> events = [];
    private readonly List<(int Tick, Seize What)> seizures = [];
    private readonly PriorityQueue<(int Message, bool Again), (int Due, int Order)> inFlight = new();
    private Party speaker = Party.Alice;
    private int sent;
    private int queued;
    private int outageUntil;

    private ScheduleGenerator(int seed, ScheduleKind kind, int? seizureCount)
    {
        random = new Random(seed);
        this.kind = kind;
        recipe = Recipe.Of(kind, random);
        messages = random.Next(recipe.Fewest, recipe.Most + 1);
        model = new RatchetModel(recipe.Limits);
        PlanSeizures(seizureCount ?? random.Next(1, 5));
    }

    /// <summary>A schedule of 5 to 120 messages and 1 to 4 seizures; the kinds take turns with the seed.</summary>
    internal static Schedule Random(int seed) => Random(seed, Kinds[(int)((uint)seed % (uint)Kinds.Length)]);

    /// <summary>A schedule of this kind, with 1 to 4 seizures unless their number is given.</summary>
    internal static Schedule Random(int seed, ScheduleKind kind, int? seizures = null) =>
        new ScheduleGenerator(seed, kind, seizures).Run();

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

    private void PlanSeizures(int count)
    {
        for (int i = 0; i < count; i++)
        {
            bool early = i == 0 && kind == ScheduleKind.SeizedEarly;
            int tick = early ? random.Next(FirstDelivery)
                : kind == ScheduleKind.SeizedAtTheEnd ? messages + 1
                : random.Next(messages + 2);
            seizures.Add((tick, new Seize(early || Chance(50) ? Party.Bob : Party.Alice, WholeDevice: Chance(50))));
        }
    }

    private void SeizeAt(int tick) => events.AddRange(seizures.Where(plan => plan.Tick == tick).Select(plan => plan.What));

    private void Send(int tick)
    {
        bool alone = kind == ScheduleKind.OneWay && tick >= messages / 4;
        if (!alone && Chance(recipe.Turn))
            speaker = speaker == Party.Alice ? Party.Bob : Party.Alice;
        if (!model.Held(speaker).HasSession)
            speaker = Party.Alice;
        model.Send(speaker);
        events.Add(new Send(speaker));
        int message = sent++;

        if (Chance(recipe.Outage))
            outageUntil = tick + random.Next(6, 19);
        if (tick >= outageUntil && !Chance(recipe.Loss))
            Queue(message, tick + (Chance(recipe.Late) ? random.Next(2, recipe.Lateness + 1) : random.Next(2)), again: false);
    }

    private void DeliverUntil(int tick)
    {
        while (inFlight.TryPeek(out (int Message, bool Again) arriving, out (int Due, int Order) when) && when.Due <= tick)
        {
            inFlight.Dequeue();
            model.Deliver(arriving.Message);
            events.Add(new Deliver(arriving.Message));
            // Safe because a replay is not replayed again: the last drain has no tick, and would not end.
            if (!arriving.Again && Chance(recipe.Replay))
                Queue(arriving.Message, when.Due + random.Next(20), again: true);
        }
    }

    // A seizure before the first receipt needs a first receipt that takes its time.
    private int FirstDelivery => kind == ScheduleKind.SeizedEarly ? Math.Min(3, messages - 1) : 0;

    private void Queue(int message, int due, bool again) =>
        inFlight.Enqueue((message, again), (Math.Max(due, FirstDelivery), queued++));

    private bool Chance(int percent) => random.Next(100) < percent;
}
