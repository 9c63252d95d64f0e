using System.Collections.Immutable;

namespace CryptoLessons.Tests.Oracle;

/// <summary>A message's place: the chain by DH step (even Alice, odd Bob) and its number in that chain, both from 0.</summary>
internal readonly record struct Coordinates(int Chain, int Index)
{
    public override string ToString() => $"({Chain},{Index})";
}

/// <summary>What a receiver answers to one delivery.</summary>
internal enum Reception
{
    /// <summary>The message opens.</summary>
    Accepted,

    /// <summary>The slot was used up, or its skipped seed was evicted.</summary>
    Duplicate,

    /// <summary>More than the forward jump ahead of the chain.</summary>
    TooFarAhead,

    /// <summary>The receiving chain is no longer kept: the receiver takes the key for a new one and finds the MAC wrong.</summary>
    ChainEvicted,
}

/// <summary>A kept receiving chain: its next index j_e and the indexes skipped so far. Immutable, so a refusal cannot change it.</summary>
internal sealed record ReceivingChain(int Chain, int Next, ImmutableSortedSet<int> Skipped)
{
    /// <summary>The chain as the DH step makes it.</summary>
    internal static ReceivingChain Fresh(int chain) => new(chain, 0, []);

    /// <summary>Whether message <paramref name="index"/> of this chain opens now.</summary>
    internal Reception Judge(int index, Limits limits)
    {
        if (index < Next)
            return Skipped.Contains(index) ? Reception.Accepted : Reception.Duplicate;
        return index - Next > limits.ForwardJump ? Reception.TooFarAhead : Reception.Accepted;
    }

    /// <summary>The chain after it accepted <paramref name="index"/>; above the limit the lowest skipped indexes go first.</summary>
    internal ReceivingChain After(int index, Limits limits)
    {
        if (index < Next)
            return this with { Skipped = Skipped.Remove(index) };
        ImmutableSortedSet<int> skipped = Skipped.Union(Enumerable.Range(Next, index - Next));
        int evicted = Math.Max(0, skipped.Count - limits.SkippedSeeds);
        return this with { Next = index + 1, Skipped = [.. skipped.Skip(evicted)] };
    }
}
