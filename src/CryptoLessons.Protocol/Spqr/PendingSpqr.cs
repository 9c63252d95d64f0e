namespace CryptoLessons.Protocol.Spqr;

/// <summary>A receiving step that was computed and not applied: its key may be tried, and dropping it changes nothing.</summary>
/// <remarks>Apply it with <see cref="SparsePostQuantumRatchet.Commit"/>; dispose of it in any case.</remarks>
public sealed class PendingSpqr : IDisposable
{
    private bool committed;

    internal PendingSpqr(SparsePostQuantumRatchet ratchet, long moment) => (Ratchet, Moment) = (ratchet, moment);

    /// <summary>The message's key, wiped with this; null when the message has none.</summary>
    public SpqrMessageKey? Key => FromChain?.Key;

    internal SparsePostQuantumRatchet Ratchet { get; }

    /// <summary>How many steps the ratchet had made when this one was computed.</summary>
    internal long Moment { get; }

    /// <summary>The version that the message shows the peer to speak: with V0 the ratchet ends; null when nothing changes.</summary>
    internal SpqrVersion? Version { get; init; }

    /// <summary>The Braid before the step.</summary>
    internal BraidState? Before { get; init; }

    /// <summary>The Braid behind the step.</summary>
    internal BraidState? Next { get; init; }

    /// <summary>The secret of the epoch in which the step began, when it became known.</summary>
    internal EpochSecret? EpochSecret { get; init; }

    /// <summary>The chains, when the step begins them.</summary>
    internal SpqrChains? Begun { get; init; }

    /// <summary>Where the key was found.</summary>
    internal PendingKey? FromChain { get; init; }

    /// <summary>Hands everything over to the ratchet.</summary>
    internal void Committed() => committed = true;

    /// <summary>Wipes the key and, unless the step was applied, everything computed for it.</summary>
    public void Dispose()
    {
        Key?.Dispose();
        EpochSecret?.Dispose();
        if (committed)
            return;
        Next?.WipeBut(Before!);
        Begun?.Dispose();
        FromChain?.Drop();
    }
}
