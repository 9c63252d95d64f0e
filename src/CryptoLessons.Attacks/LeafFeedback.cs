using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks;

/// <summary>Two rogue phones among themselves: nothing stands where the LEAF should, and the recipient's chip is fed one that it made
/// itself.</summary>
/// <remarks>No search at all, and a phone that does as it is told opens none of it. Source: Blaze, "Protocol Failure in the Escrowed Encryption
/// Standard" (ACM CCS 1994).</remarks>
/// <param name="inner">The suite whose content the chip encrypts.</param>
/// <param name="own">The phone's own chip.</param>
public sealed class LeafFeedback(RatchetFunctions inner, ClipperChip own) : ClipperFunctions(inner, own)
{
    /// <inheritdoc/>
    protected override byte[] Sent(SessionKey key, ReadOnlySpan<byte> iv) => new byte[Leaf.Size];

    /// <inheritdoc/>
    protected override byte[] Fed(SessionKey key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> received) => Chip.MakeLeaf(key, iv);
}
