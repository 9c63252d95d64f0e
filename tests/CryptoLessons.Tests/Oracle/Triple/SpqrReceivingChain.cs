using System.Collections.Immutable;

namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>What a receiver of the post-quantum ratchet stores at most: the furthest jump in one chain, and how far back a key is good.</summary>
internal sealed record SpqrBounds(int MaxJump, int MaxOutOfOrder)
{
    /// <summary>The limits of Signal's library.</summary>
    internal static SpqrBounds Libsignal { get; } = new(25_000, 2_000);

    /// <summary>At how many stored keys those that are no longer good are wiped.</summary>
    internal int CollectAt => (MaxOutOfOrder * 11 / 10) + 1;
}

/// <summary>What the post-quantum ratchet answers to one delivery.</summary>
internal enum SpqrReception
{
    Accepted,
    EpochOutOfRange,
    KeyAlreadyRequested,
    KeyTrimmed,
    KeyJump,
}

/// <summary>One epoch's chain of the other party's keys: the number of the newest key taken, and the skipped keys stored. Immutable.</summary>
internal sealed record SpqrReceivingChain(int Counter, ImmutableSortedSet<int> Stored)
{
    /// <summary>Whether there is a key with this number now.</summary>
    internal SpqrReception Judge(int index, SpqrBounds bounds)
    {
        if (index > Counter)
            return index - Counter > bounds.MaxJump ? SpqrReception.KeyJump : SpqrReception.Accepted;
        if (index < Counter && index + bounds.MaxOutOfOrder < Counter)
            return SpqrReception.KeyTrimmed;
        return Stored.Contains(index) ? SpqrReception.Accepted : SpqrReception.KeyAlreadyRequested;
    }

    /// <summary>The chain after that key was taken. A trimmed key stays in store until the next collection.</summary>
    internal SpqrReceivingChain After(int index, SpqrBounds bounds)
    {
        if (index < Counter)
            return this with { Stored = Stored.Remove(index) };
        ImmutableSortedSet<int> stored = index > Counter + bounds.MaxOutOfOrder ? [] : Stored;
        for (int skipped = Math.Max(Counter + 1, index - bounds.MaxOutOfOrder); skipped < index; skipped++)
            stored = stored.Add(skipped);
        if (stored.Count >= bounds.CollectAt)
            stored = [.. stored.Where(number => number >= index - bounds.MaxOutOfOrder)];
        return new(index, stored);
    }
}
