using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Groups;

/// <summary>A sender's chain as a member reads it: chain key, index of the next message, and the seeds of messages it skipped.</summary>
public sealed class SenderChain : IDisposable
{
    private readonly SortedDictionary<uint, MessageSeed> skipped;

    internal SenderChain(ChainKey chainKey, uint iteration, SortedDictionary<uint, MessageSeed>? skippedSeeds = null) =>
        (ChainKey, Iteration, skipped) = (chainKey, iteration, skippedSeeds ?? []);

    /// <summary>The chain key at index <see cref="Iteration"/>.</summary>
    public ChainKey ChainKey { get; private set; }

    /// <summary>Index of the next message that was not yet skipped or received.</summary>
    public uint Iteration { get; private set; }

    /// <summary>The seeds of messages below <see cref="Iteration"/> that have not arrived, by message index, ascending.</summary>
    public IReadOnlyDictionary<uint, MessageSeed> SkippedSeeds => skipped;

    internal SenderChain Copy()
    {
        var seeds = new SortedDictionary<uint, MessageSeed>();
        foreach (var (n, seed) in skipped)
            seeds.Add(n, seed.Copy());
        return new(ChainKey.Copy(), Iteration, seeds);
    }

    /// <summary>Opens message <paramref name="n"/>, whose signature was found to be right, and moves behind it when it opens.</summary>
    internal DecryptFailure Open(uint n, ReadOnlySpan<byte> ciphertext, RatchetLimits limits, out byte[] plaintext)
    {
        plaintext = [];
        if (n < Iteration)
            return OpenSkipped(n, ciphertext, out plaintext);
        // The last index of all would leave no next one.
        return n - Iteration > limits.ForwardJump || n == uint.MaxValue
            ? DecryptFailure.TooFarAhead
            : OpenAhead(n, ciphertext, limits, out plaintext);
    }

    private DecryptFailure OpenSkipped(uint n, ReadOnlySpan<byte> ciphertext, out byte[] plaintext)
    {
        plaintext = [];
        if (!skipped.TryGetValue(n, out MessageSeed? seed))
            return DecryptFailure.Duplicate;
        if (SenderKeySchedule.Decrypt(seed, ciphertext) is not { } opened)
            return DecryptFailure.NotAuthentic;
        Drop(n);
        plaintext = opened;
        return DecryptFailure.None;
    }

    private DecryptFailure OpenAhead(uint n, ReadOnlySpan<byte> ciphertext, RatchetLimits limits, out byte[] plaintext)
    {
        plaintext = [];
        var (ck, passed) = Walk(n, limits);
        var (next, seed) = SenderKeySchedule.Step(ck);
        ck.Dispose();
        using (seed)
        {
            if (SenderKeySchedule.Decrypt(seed, ciphertext) is not { } opened)
            {
                next.Dispose();
                foreach (var (_, unused) in passed)
                    unused.Dispose();
                return DecryptFailure.NotAuthentic;
            }
            Advance(next, n + 1, passed, limits.SkippedSeeds);
            plaintext = opened;
            return DecryptFailure.None;
        }
    }

    /// <summary>Walks a copy of the chain up to message <paramref name="n"/>.</summary>
    /// <returns>The chain key there, and as many of the seeds passed as may be kept.</returns>
    private (ChainKey CK, Queue<(uint N, MessageSeed Seed)> Passed) Walk(uint n, RatchetLimits limits)
    {
        var passed = new Queue<(uint N, MessageSeed Seed)>();
        ChainKey ck = ChainKey.Copy();
        for (uint i = Iteration; i < n; i++)
        {
            var (next, seed) = SenderKeySchedule.Step(ck);
            ck.Dispose();
            ck = next;
            passed.Enqueue((i, seed));
            if (passed.Count > limits.SkippedSeeds)
                passed.Dequeue().Seed.Dispose();
        }
        return (ck, passed);
    }

    private void Advance(ChainKey chainKey, uint iteration, Queue<(uint N, MessageSeed Seed)> passed, int limit)
    {
        ChainKey.Dispose();
        (ChainKey, Iteration) = (chainKey, iteration);
        foreach (var (n, seed) in passed)
            skipped.Add(n, seed);
        while (skipped.Count > limit)
            Drop(skipped.First().Key);
    }

    /// <summary>Wipes the seed of a skipped message: it arrived, or it is too old to keep.</summary>
    private void Drop(uint n)
    {
        if (skipped.Remove(n, out MessageSeed? seed))
            seed.Dispose();
    }

    /// <summary>Wipes the chain's keys.</summary>
    public void Dispose()
    {
        ChainKey.Dispose();
        foreach (MessageSeed seed in skipped.Values)
            seed.Dispose();
        skipped.Clear();
    }
}
