namespace CryptoLessons.Protocol.Spqr;

/// <summary>How much a receiver keeps and computes for messages that have not arrived; a value, so that tests can shrink it.</summary>
/// <param name="MaxJump">Largest step from the last index of a chain to a message's.
/// Higher means that more loss is survived; lower means less work for a forger to cause, one HKDF for each skipped key.</param>
/// <param name="MaxOutOfOrderKeys">How far behind the last index of its chain a skipped key can still be asked for.
/// Higher means that later messages still open; lower means that a seized phone opens fewer that never arrived.</param>
public sealed record SpqrLimits(uint MaxJump, uint MaxOutOfOrderKeys)
{
    /// <summary>The limits of Signal's library: jump 25,000, 2,000 keys a chain.</summary>
    public static SpqrLimits Signal { get; } = new(MaxJump: 25_000, MaxOutOfOrderKeys: 2_000);
}
