namespace CryptoLessons.Recordings;

/// <summary>How many envelopes were tried, and what came of them.</summary>
public sealed class ReadingTally : IEquatable<ReadingTally>
{
    private readonly long[] counts = new long[Enum.GetValues<Reading>().Length];

    /// <summary>How many there were of a kind.</summary>
    public long this[Reading reading]
    {
        get => counts[(int)reading];
        internal set => counts[(int)reading] = value;
    }

    /// <summary>How many there were.</summary>
    public long Messages => counts.Sum();

    /// <summary>How many were opened.</summary>
    public long Opened => this[Reading.Authenticated] + this[Reading.NotAuthenticated];

    /// <summary>Adds those of another tally.</summary>
    internal void Add(ReadingTally other)
    {
        for (int i = 0; i < counts.Length; i++)
            counts[i] += other.counts[i];
    }

    internal void Clear() => Array.Clear(counts);

    /// <inheritdoc/>
    public bool Equals(ReadingTally? other) => other is not null && counts.AsSpan().SequenceEqual(other.counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReadingTally);

    /// <inheritdoc/>
    public override int GetHashCode() => Messages.GetHashCode();
}
