using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks;

/// <summary>A rogue phone: it lets its chip encrypt, throws the chip's LEAF away, and sends random bytes that its own chip would have accepted.</summary>
/// <remarks>
/// The recipient's chip looks at the checksum alone, so that it accepts them too; the agencies find the number of no chip, or of another's, and a key that
/// opens nothing. No key is needed: a chip with n bits of checksum answers yes to one in 2^n. Source: Blaze, "Protocol Failure in the Escrowed Encryption
/// Standard" (ACM CCS 1994).
/// </remarks>
/// <param name="inner">The suite whose content the chip encrypts.</param>
/// <param name="own">The phone's own chip.</param>
/// <param name="random">Where the bytes come from.</param>
public sealed class RogueLeaf(RatchetFunctions inner, ClipperChip own, RandomSource random) : ClipperFunctions(inner, own)
{
    private readonly List<long> trials = [];

    /// <summary>How often the chip was asked for each message, in the order of sending.</summary>
    public IReadOnlyList<long> Trials => trials;

    /// <inheritdoc/>
    protected override byte[] Sent(SessionKey key, ReadOnlySpan<byte> iv)
    {
        byte[] leaf = new byte[Leaf.Size];
        long tried = 0;
        do
        {
            random.Fill(leaf);
            tried++;
        }
        while (!Chip.Accepts(leaf, key, iv));
        trials.Add(tried);
        return leaf;
    }
}
