namespace CryptoLessons.Protocol.Ratchet;

/// <summary>A receiving step that was computed and not applied: its seed may be tried, and dropping it changes nothing.</summary>
internal sealed class PendingReceive : IDisposable
{
    private bool committed;

    /// <summary>The chain that the message belongs to: one of those kept or, after a Diffie-Hellman step, a new one.</summary>
    public required ReceivingChain Chain { get; init; }

    /// <summary>The root key after the receiving half of a Diffie-Hellman step; null when the chain was known.</summary>
    public RootKey? RootKey { get; init; }

    /// <summary>The message's index in its chain.</summary>
    public required uint N { get; init; }

    /// <summary>The message's seed; where <see cref="NextChainKey"/> is null it is the chain's own, which wipes it when the step is applied.</summary>
    public required MessageSeed Seed { get; init; }

    /// <summary>The chain key behind the message; null when the seed was a stored one and the chain stays where it is.</summary>
    public ChainKey? NextChainKey { get; init; }

    /// <summary>Seeds of the messages skipped on the way, ascending, as many as may be kept; null when none was.</summary>
    public Queue<(uint N, MessageSeed Seed)>? Skipped { get; init; }

    /// <summary>Hands the keys over to the ratchet.</summary>
    public void Committed() => committed = true;

    /// <summary>Wipes the seed that was computed and, unless the step was applied, every other key computed for it.</summary>
    public void Dispose()
    {
        if (NextChainKey is not null)
            Seed.Dispose();
        if (committed)
            return;
        NextChainKey?.Dispose();
        while (Skipped?.TryDequeue(out var skipped) == true)
            skipped.Seed.Dispose();
        if (RootKey is { } rootKey)
        {
            rootKey.Dispose();
            Chain.Dispose();
        }
    }
}
