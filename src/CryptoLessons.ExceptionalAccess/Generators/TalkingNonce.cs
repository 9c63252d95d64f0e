using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The subverted build: each nonce is a piece of the seed of the phone's generator, masked so that it looks random to all but one.</summary>
/// <remarks>
/// A piece is a byte that says which, and 11 bytes of the seed; three are the whole. The mask is a pseudo-random function of the message's
/// header, keyed with a key that is built in: who has the key takes the mask off, and who has not sees uniform bytes. Source: the
/// attack by replacing the IV of Bellare, Paterson and Rogaway, "Security of Symmetric Encryption against Mass Surveillance", CRYPTO 2014.
/// </remarks>
/// <param name="inner">The suite to which this adds the field.</param>
/// <param name="generator">The phone's generator.</param>
/// <param name="key">The key of whoever listens, which is built in.</param>
public sealed class TalkingNonce(RatchetFunctions inner, SeededGenerator generator, NonceKey key) : NonceField(inner)
{
    /// <summary>How many pieces make a seed.</summary>
    public const int Pieces = 3;

    private const int PieceSize = Size - 1;

    /// <summary>What listening gives: one piece of the seed.</summary>
    /// <param name="nonce">A nonce of this build's.</param>
    /// <param name="header">The message's header.</param>
    /// <param name="key">The key.</param>
    /// <param name="seed">Where the piece goes, 32 bytes.</param>
    /// <returns>Which piece, from 0; null when it is none of the three, as every nonce of another build's looks but for one in 85.</returns>
    public static int? Listen(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> header, NonceKey key, Span<byte> seed)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (nonce.Length != Size)
            return null;
        byte[] piece = Masked(nonce, header, key);
        if (piece[0] >= Pieces)
            return null;
        Span<byte> place = Place(piece[0], seed);
        piece.AsSpan(1, place.Length).CopyTo(place);
        return piece[0];
    }

    /// <inheritdoc/>
    protected override byte[] Nonce(MessageKey mk, ReadOnlySpan<byte> header)
    {
        Span<byte> piece = stackalloc byte[Size], seed = stackalloc byte[SeededGenerator.SeedSize];
        generator.Seed.CopyTo(seed);
        piece[0] = (byte)(generator.Told++ % Pieces);
        Place(piece[0], seed).CopyTo(piece[1..]);
        return Masked(piece, header, key);
    }

    /// <summary>The 11 bytes of a piece; of the last, 10.</summary>
    private static Span<byte> Place(int piece, Span<byte> seed) => seed[(piece * PieceSize)..Math.Min((piece + 1) * PieceSize, seed.Length)];

    private static byte[] Masked(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> header, NonceKey key)
    {
        byte[] masked = key.Mask(header);
        for (int i = 0; i < Size; i++)
            masked[i] ^= nonce[i];
        return masked;
    }
}
