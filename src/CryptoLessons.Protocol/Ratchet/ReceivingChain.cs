using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>One chain of messages from the peer: its ratchet key DHr, chain key CKr, next index Nr, and the seeds of messages it skipped.</summary>
public sealed class ReceivingChain : IDisposable
{
    private readonly SortedDictionary<uint, MessageSeed> skipped;

    internal ReceivingChain(DhPublicKey ratchetKey, ChainKey chainKey, uint next = 0, SortedDictionary<uint, MessageSeed>? skippedSeeds = null) =>
        (RatchetKey, ChainKey, Next, skipped) = (ratchetKey, chainKey, next, skippedSeeds ?? []);

    /// <summary>The peer's ratchet public key under which the chain runs (DHr).</summary>
    public DhPublicKey RatchetKey { get; }

    /// <summary>The chain key at index <see cref="Next"/> (CKr).</summary>
    public ChainKey ChainKey { get; private set; }

    /// <summary>Index of the next message that was not yet skipped or received (Nr).</summary>
    public uint Next { get; private set; }

    /// <summary>The seeds of messages below <see cref="Next"/> that have not arrived, by message index, ascending (MKSKIPPED).</summary>
    public IReadOnlyDictionary<uint, MessageSeed> SkippedSeeds => skipped;

    internal ReceivingChain Copy()
    {
        var seeds = new SortedDictionary<uint, MessageSeed>();
        foreach (var (n, seed) in skipped)
            seeds.Add(n, seed.Copy());
        return new(RatchetKey, ChainKey.Copy(), Next, seeds);
    }

    /// <summary>Moves the chain behind a message that was received, and stores the seeds of those it skipped.</summary>
    internal void Advance(ChainKey chainKey, uint next, Queue<(uint N, MessageSeed Seed)>? newlySkipped, int limit)
    {
        ChainKey.Dispose();
        (ChainKey, Next) = (chainKey, next);
        while (newlySkipped?.TryDequeue(out var passed) == true)
            skipped.Add(passed.N, passed.Seed);
        while (skipped.Count > limit)
            Drop(skipped.First().Key);
    }

    /// <summary>Wipes the seed of a skipped message: it arrived, or it is too old to keep.</summary>
    internal void Drop(uint n)
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
