namespace CryptoLessons.Protocol.Spqr;

/// <summary>The chain of one direction in one epoch: its key, the index of its last message, and the keys of messages it skipped.</summary>
public sealed class SpqrChain : IDisposable
{
    private readonly SortedDictionary<uint, SpqrMessageKey> skipped;

    /// <summary>A chain at some place.</summary>
    /// <param name="key">The chain key behind message <paramref name="counter"/>, owned by this; null for a chain that is closed.</param>
    /// <param name="counter">Index of the last message that was sent, or received or skipped.</param>
    /// <param name="skippedKeys">The keys of skipped messages, owned by this; none when left out.</param>
    public SpqrChain(SpqrChainKey? key, uint counter = 0, SortedDictionary<uint, SpqrMessageKey>? skippedKeys = null) =>
        (Key, Counter, skipped) = (key, counter, skippedKeys ?? []);

    /// <summary>The chain key behind message <see cref="Counter"/>; null in a sending chain of an earlier epoch than the one sent in.</summary>
    public SpqrChainKey? Key { get; private set; }

    /// <summary>Index of the last message sent, or received or skipped; 0 before the first.</summary>
    public uint Counter { get; private set; }

    /// <summary>The keys of messages up to <see cref="Counter"/> that have not arrived, by index, ascending.</summary>
    public IReadOnlyDictionary<uint, SpqrMessageKey> SkippedKeys => skipped;

    /// <summary>A copy that is wiped on its own.</summary>
    public SpqrChain Copy()
    {
        var keys = new SortedDictionary<uint, SpqrMessageKey>();
        foreach (var (index, key) in skipped)
            keys.Add(index, key.Copy());
        return new(Key?.Copy(), Counter, keys);
    }

    /// <summary>The key of the next message, and the chain moved one step on.</summary>
    internal SpqrMessageKey Step()
    {
        uint index = checked(Counter + 1);
        var (next, key) = SpqrKeySchedule.NextKey(Key ?? throw new InvalidOperationException("The chain is closed."), index);
        Key.Dispose();
        (Key, Counter) = (next, index);
        return key;
    }

    /// <summary>Wipes the chain key: nothing more is sent here.</summary>
    internal void Close()
    {
        Key?.Dispose();
        Key = null;
    }

    /// <summary>The key of message <paramref name="index"/>, from the store or from the chain; nothing is changed.</summary>
    internal SpqrFailure Locate(uint index, SpqrLimits limits, out PendingKey? pending)
    {
        pending = null;
        if (index == Counter)
            return SpqrFailure.KeyAlreadyRequested;
        if (index > Counter)
        {
            if (index - Counter > limits.MaxJump)
                return SpqrFailure.KeyJump;
            pending = Walk(index, limits);
            return SpqrFailure.None;
        }
        if (IsTrimmed(index, Counter, limits))
            return SpqrFailure.KeyTrimmed;
        if (!skipped.TryGetValue(index, out SpqrMessageKey? stored))
            return SpqrFailure.KeyAlreadyRequested;
        pending = new(this, index, stored.Copy());
        return SpqrFailure.None;
    }

    /// <summary>Applies what <see cref="Locate"/> found.</summary>
    internal void Apply(PendingKey pending, SpqrLimits limits)
    {
        if (pending.Next is not { } next)
        {
            Drop(pending.Index);
            return;
        }
        if (IsTrimmed(Counter, pending.Index, limits))
            Clear();
        foreach (var (index, key) in pending.Skipped)
            skipped.Add(index, key);
        Key!.Dispose();
        (Key, Counter) = (next, pending.Index);
        // Signal's library tidies up late, and until then a thief finds keys that would no longer be given out.
        if (skipped.Count > (long)limits.MaxOutOfOrderKeys * 11 / 10)
            while (skipped.Count > 0 && IsTrimmed(skipped.First().Key, Counter, limits))
                Drop(skipped.First().Key);
    }

    /// <summary>Wipes the chain's keys.</summary>
    public void Dispose()
    {
        Close();
        Clear();
    }

    private static bool IsTrimmed(uint index, uint counter, SpqrLimits limits) => (ulong)index + limits.MaxOutOfOrderKeys < counter;

    /// <summary>Walks a copy of the chain up to message <paramref name="last"/>.</summary>
    private PendingKey Walk(uint last, SpqrLimits limits)
    {
        var passed = new List<(uint Index, SpqrMessageKey Key)>();
        SpqrChainKey chainKey = Key!.Copy();
        for (uint index = Counter + 1; ; index++)
        {
            var (next, key) = SpqrKeySchedule.NextKey(chainKey, index);
            chainKey.Dispose();
            chainKey = next;
            if (index == last)
                return new(this, last, key) { Next = chainKey, Skipped = passed };
            if (IsTrimmed(index, last, limits))
                key.Dispose();
            else
                passed.Add((index, key));
        }
    }

    private void Drop(uint index)
    {
        if (skipped.Remove(index, out SpqrMessageKey? key))
            key.Dispose();
    }

    private void Clear()
    {
        foreach (SpqrMessageKey key in skipped.Values)
            key.Dispose();
        skipped.Clear();
    }
}
