namespace CryptoLessons.Protocol.Transparency;

/// <summary>Two clients of one log show each other the roots that they were shown.</summary>
public static class Gossip
{
    /// <summary>Compares the roots of every size that both have seen.</summary>
    /// <param name="one">A client.</param>
    /// <param name="other">Another client of the same log.</param>
    /// <returns>The evidence of the first split; null when they have no root in common, or each is the same.</returns>
    /// <exception cref="ArgumentException">They are clients of different logs.</exception>
    public static SplitView? Compare(LogClient one, LogClient other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (!one.Log.Equals(other.Log))
            throw new ArgumentException("Roots of different logs have nothing to do with each other.", nameof(other));
        return one.Seen.Join(other.Seen, root => root.Size, root => root.Size, (mine, theirs) => SplitView.Between(one.Log, mine, theirs))
            .FirstOrDefault(evidence => evidence is not null);
    }
}
