using CryptoLessons.Adversary;

namespace CryptoLessons.Matrix;

/// <summary>What one compromise of one design really gave the adversary.</summary>
public sealed class Cell
{
    /// <summary>The compromise's short name.</summary>
    public required string Compromise { get; init; }

    /// <summary>What the attack read.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The numbers of the conversation's messages that lay stored on a seized phone.</summary>
    public required IReadOnlySet<int> Stored { get; init; }

    /// <summary>How many messages of the conversation lay stored on a seized phone.</summary>
    public int History => Stored.Count;

    /// <summary>The strongest forging that an honest recipient's device accepted.</summary>
    public required Forged Forged { get; init; }

    /// <summary>Whether that recipient noticed when the genuine message arrived after the forged one.</summary>
    public required Noticed ForgeryNoticed { get; init; }

    /// <summary>Whether the people could know of the reading.</summary>
    public required Noticed Noticed { get; init; }

    /// <summary>After how many messages they could first know of it; null when never, or when nothing was to be noticed but the theft itself.</summary>
    public required int? NoticedAfter { get; init; }

    /// <summary>What the same attack read with unrelated secrets: nothing, or the attack proves nothing.</summary>
    public required Verdict Control { get; init; }

    /// <summary>What the same forging achieved with unrelated secrets.</summary>
    public required Forged ControlForged { get; init; }
}
