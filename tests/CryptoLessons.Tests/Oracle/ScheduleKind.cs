namespace CryptoLessons.Tests.Oracle;

/// <summary>What a random schedule is made to exercise.</summary>
internal enum ScheduleKind
{
    /// <summary>Short, no loss, nearly in order.</summary>
    Dense,

    /// <summary>10 to 30 % of the messages lost.</summary>
    Lossy,

    /// <summary>Out of order, many messages late over several DH steps.</summary>
    Reordered,

    /// <summary>Some loss, and many messages delivered twice.</summary>
    Replayed,

    /// <summary>Long and lossy under small limits, so that seeds and chains are evicted and jumps refused.</summary>
    Evicting,

    /// <summary>A short exchange, then one party alone.</summary>
    OneWay,

    /// <summary>Bob seized before his first receipt, and perhaps both later.</summary>
    SeizedEarly,

    /// <summary>Every seizure after the last event.</summary>
    SeizedAtTheEnd,
}

/// <summary>The chances, in percent, that make a kind of schedule; a lower turn chance makes longer chains.</summary>
internal sealed record Recipe(int Fewest, int Most)
{
    /// <summary>That the other party speaks next.</summary>
    internal int Turn { get; init; } = 30;

    /// <summary>That a message never arrives.</summary>
    internal int Loss { get; init; } = 5;

    /// <summary>That an outage of 6 to 18 messages begins.</summary>
    internal int Outage { get; init; }

    /// <summary>That a message is late by up to <see cref="Lateness"/>.</summary>
    internal int Late { get; init; } = 10;

    /// <summary>The longest delay, in messages sent meanwhile.</summary>
    internal int Lateness { get; init; } = 10;

    /// <summary>That a delivered message arrives once more.</summary>
    internal int Replay { get; init; } = 3;

    /// <summary>The limits of both receivers.</summary>
    internal Limits Limits { get; init; } = Limits.Libsignal;

    /// <summary>The recipe of a kind; loss and limits vary with <paramref name="random"/>.</summary>
    internal static Recipe Of(ScheduleKind kind, Random random) => kind switch
    {
        ScheduleKind.Dense => new(5, 25) { Turn = 50, Loss = 0, Late = 5, Lateness = 3 },
        ScheduleKind.Lossy => new(10, 80) { Loss = random.Next(10, 31) },
        ScheduleKind.Reordered => new(20, 120) { Turn = 45, Late = 40, Lateness = 40 },
        ScheduleKind.Replayed => new(10, 60) { Loss = 10, Replay = 40 },
        ScheduleKind.Evicting => new(60, 120)
        {
            Turn = random.Next(10, 40),
            Loss = random.Next(10, 31),
            Outage = 4,
            Late = 30,
            Lateness = 30,
            Limits = random.Next(2) == 0 ? new(12, 4, 2) : new(random.Next(5, 20), random.Next(1, 7), random.Next(2, 5)),
        },
        ScheduleKind.OneWay => new(20, 120) { Loss = random.Next(0, 31) },
        ScheduleKind.SeizedEarly => new(5, 50),
        ScheduleKind.SeizedAtTheEnd => new(5, 100) { Loss = random.Next(0, 31) },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
