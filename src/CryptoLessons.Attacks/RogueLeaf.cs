using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks;

/// <summary>A rogue phone: it lets its chip encrypt, throws the chip's LEAF away, and sends random bytes that its own chip would have
/// accepted.</summary>
/// <remarks>
/// The recipient's chip looks at the checksum alone, so that it accepts them too; the agencies find the number of no chip, or of another's, and a
/// key that opens nothing. No key is needed: a chip with n bits of checksum answers yes to one in 2^n. Source: Blaze, "Protocol Failure in the
/// Escrowed Encryption Standard" (ACM CCS 1994).
/// </remarks>
/// <param name="inner">The suite whose content the chip encrypts.</param>
/// <param name="own">The phone's own chip.</param>
/// <param name="random">Where the bytes come from.</param>
public sealed class RogueLeaf(RatchetFunctions inner, ClipperChip own, RandomSource random) : ClipperFunctions(inner, own)
{
    private readonly List<long> trials = [];

    /// <summary>How often the chip was asked for each message, in the order of sending.</summary>
    public IReadOnlyList<long> Trials => trials;

    /// <summary>Shows random bytes to a chip until it accepts some.</summary>
    /// <param name="chip">Any chip: each accepts what the others accept.</param>
    /// <param name="key">The session key for which they shall pass.</param>
    /// <param name="iv">8 bytes.</param>
    /// <param name="random">Where the bytes come from.</param>
    /// <param name="trials">How often the chip was asked.</param>
    /// <returns>16 bytes that pass for a LEAF.</returns>
    public static byte[] Search(ClipperChip chip, SessionKey key, ReadOnlySpan<byte> iv, RandomSource random, out long trials)
    {
        ArgumentNullException.ThrowIfNull(chip);
        ArgumentNullException.ThrowIfNull(random);
        byte[] leaf = new byte[Leaf.Size];
        trials = 0;
        do
        {
            random.Fill(leaf);
            trials++;
        }
        while (!chip.Accepts(leaf, key, iv));
        return leaf;
    }

    /// <inheritdoc/>
    protected override byte[] Sent(SessionKey key, ReadOnlySpan<byte> iv)
    {
        byte[] leaf = Search(Chip, key, iv, random, out long tried);
        trials.Add(tried);
        return leaf;
    }
}
