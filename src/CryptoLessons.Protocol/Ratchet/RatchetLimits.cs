using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>How much a receiver keeps and computes for messages that have not arrived; a value, so that tests can shrink it.</summary>
/// <param name="ForwardJump">Largest number of messages that one message may skip in its chain.
/// Higher means that more loss is survived; lower means less work for a forger to cause, one HMAC pair for each skipped slot.</param>
/// <param name="SkippedSeeds">Largest number of skipped seeds kept for each receiving chain, the newest.
/// Higher means that later messages still open; lower means that a seized phone opens fewer that never arrived.</param>
/// <param name="ReceivingChains">Largest number of receiving chains kept, the newest.
/// Higher means that messages may be later by more Diffie-Hellman steps; lower that less is kept.</param>
public sealed record RatchetLimits(int ForwardJump, int SkippedSeeds, int ReceivingChains)
{
    /// <summary>The same, but for what a message may skip: between a person's own devices nobody is there to make work by skipping.</summary>
    internal RatchetLimits WithoutJumpLimit => this with { ForwardJump = int.MaxValue, PostQuantum = PostQuantum with { MaxJump = uint.MaxValue } };

    /// <summary>The limits of the post-quantum ratchet, where there is one.</summary>
    public SpqrLimits PostQuantum { get; init; } = SpqrLimits.Signal;

    /// <summary>The limits of Signal's library: jump 25,000, 2,000 seeds a chain, 5 chains.</summary>
    public static RatchetLimits Signal { get; } = new(ForwardJump: 25_000, SkippedSeeds: 2_000, ReceivingChains: 5);
}
