namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>What a random schedule of the Triple Ratchet is made to exercise.</summary>
internal enum BurstKind
{
    /// <summary>Bursts in turn, nothing lost.</summary>
    Dialogue,

    /// <summary>Bursts in turn, 5 to 20 % lost.</summary>
    Lossy,

    /// <summary>Both speak at once, and everything is on its way for a while.</summary>
    Crossing,

    /// <summary>Some messages are late by whole epochs.</summary>
    HeldBack,

    /// <summary>Much out of order, and few skipped keys kept.</summary>
    Trimming,

    /// <summary>Outages longer than what a receiver jumps over.</summary>
    Jumping,

    /// <summary>Many messages delivered twice.</summary>
    Replayed,

    /// <summary>Long, under small limits of both ratchets.</summary>
    Evicting,

    /// <summary>Seized twice before the first receipt, and again later.</summary>
    SeizedEarly,

    /// <summary>Every seizure after the last event.</summary>
    SeizedAtTheEnd,
}

/// <summary>The chances, in percent, and the sizes that make a kind of schedule.</summary>
internal sealed record BurstRecipe(int Fewest, int Most)
{
    /// <summary>Whether the two take turns at every message, instead of speaking in bursts.</summary>
    internal bool Crossing { get; init; }

    /// <summary>How long every message is on its way, in messages sent meanwhile.</summary>
    internal int Latency { get; init; }

    /// <summary>That a message never arrives.</summary>
    internal int Loss { get; init; } = 3;

    /// <summary>That an outage of 8 to 30 messages begins.</summary>
    internal int Outage { get; init; }

    /// <summary>That a message is late by up to <see cref="Lateness"/>.</summary>
    internal int Late { get; init; } = 5;

    /// <summary>The longest delay, in messages sent meanwhile.</summary>
    internal int Lateness { get; init; } = 12;

    /// <summary>That a delivered message arrives once more.</summary>
    internal int Replay { get; init; } = 2;

    /// <summary>For how many messages at least a thief stays away who comes back.</summary>
    internal int Away { get; init; }

    /// <summary>The limits of both receivers.</summary>
    internal Limits Limits { get; init; } = Limits.Libsignal;

    /// <summary>The recipe of a kind.</summary>
    internal static BurstRecipe Of(BurstKind kind, Random random) => kind switch
    {
        BurstKind.Dialogue => new(200, 400) { Loss = 0, Late = 0 },
        BurstKind.Lossy => new(200, 400) { Loss = random.Next(5, 21) },
        BurstKind.Crossing => new(200, 400)
        {
            Crossing = true,
            Latency = random.Next(1, 30),
            Late = 10,
            Lateness = 60,
            Limits = Small(random, jump: 200),
        },
        BurstKind.HeldBack => new(300, 500)
        {
            Loss = 6,
            Late = 12,
            Lateness = 300,
            Away = 100,
            Limits = Limits.Libsignal with { ReceivingChains = random.Next(5, 15) },
        },
        BurstKind.Trimming => new(250, 400)
        {
            Crossing = random.Next(2) == 0,
            Loss = 15,
            Late = 15,
            Lateness = 60,
            Away = 100,
            Limits = Small(random, jump: 100),
        },
        BurstKind.Jumping => new(60, 150) { Outage = 4, Late = 15, Lateness = 40, Limits = Small(random, jump: random.Next(6, 25)) },
        BurstKind.Replayed => new(60, 150) { Loss = 8, Late = 15, Lateness = 40, Replay = 35, Limits = Small(random, jump: 100) },
        BurstKind.Evicting => new(200, 350)
        {
            Late = 25,
            Lateness = 100,
            Limits = new(random.Next(40, 60), random.Next(3, 20), random.Next(2, 5)) { Spqr = new(random.Next(40, 60), random.Next(3, 20)) },
        },
        BurstKind.SeizedEarly => new(40, 150) { Loss = 15, Late = 30, Lateness = 60, Limits = Small(random, jump: 100) },
        BurstKind.SeizedAtTheEnd => new(150, 400) { Loss = random.Next(0, 21), Late = 15, Lateness = 150 },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Limits Small(Random random, int jump) => Limits.Libsignal with { Spqr = new(jump, random.Next(1, 16)) };
}
