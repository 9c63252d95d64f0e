namespace CryptoLessons.Population;

/// <summary>What was counted in the part of a population that was really played; the same for the same request.</summary>
public sealed record PopulationFigures
{
    /// <summary>People who were played.</summary>
    public int Users { get; init; }

    /// <summary>Conversations that they formed.</summary>
    public int Conversations { get; init; }

    /// <summary>Messages read of those sent before the leak.</summary>
    public long Past { get; init; }

    /// <summary>Messages sent before the leak.</summary>
    public long PastOf { get; init; }

    /// <summary>Messages read of those sent after it.</summary>
    public long Future { get; init; }

    /// <summary>Messages sent after it.</summary>
    public long FutureOf { get; init; }

    /// <summary>Guesses that were wrong: none, or the attack proves nothing.</summary>
    public long Wrong { get; init; }

    /// <summary>Conversations in which the thief had to act on the wire; 0 when the record alone was enough.</summary>
    public int Acts { get; init; }

    /// <summary>People of whom the secret opened a message that they sent or received: those who are weakened.</summary>
    public int Weakened { get; init; }

    /// <summary>People under warrant.</summary>
    public int UnderWarrant { get; init; }

    /// <summary>Messages of theirs that their warrants opened.</summary>
    public long WarrantOpened { get; init; }

    /// <summary>Messages that they sent or received.</summary>
    public long WarrantOf { get; init; }

    /// <summary>Messages that unrelated secrets were tried on: those of the first conversation.</summary>
    public long ControlOf { get; init; }

    /// <summary>Messages that unrelated secrets opened: none, or the attack proves nothing.</summary>
    public long Control { get; init; }

    /// <summary>Messages sent.</summary>
    public long Messages => PastOf + FutureOf;

    /// <summary>Messages read.</summary>
    public long Read => Past + Future;

    /// <summary>The figures of two parts of a population that have nobody in common.</summary>
    internal PopulationFigures And(PopulationFigures other) => new()
    {
        Users = Users + other.Users,
        Conversations = Conversations + other.Conversations,
        Past = Past + other.Past,
        PastOf = PastOf + other.PastOf,
        Future = Future + other.Future,
        FutureOf = FutureOf + other.FutureOf,
        Wrong = Wrong + other.Wrong,
        Acts = Acts + other.Acts,
        Weakened = Weakened + other.Weakened,
        UnderWarrant = UnderWarrant + other.UnderWarrant,
        WarrantOpened = WarrantOpened + other.WarrantOpened,
        WarrantOf = WarrantOf + other.WarrantOf,
        Control = Control + other.Control,
        ControlOf = ControlOf + other.ControlOf,
    };
}
