using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>AES-256-GCM (NIST SP 800-38D §7.2) of a few blocks without associated data, for a key that is used once.</summary>
internal static class ShortGcm
{
    private const int MostBlocks = 6;
    private const int Counters = 2;

    /// <summary>Whether this processor can, and the length is right: whole blocks, at most six.</summary>
    public static bool CanOpen(int length) => AesKeySchedule.IsSupported && Pclmulqdq.IsSupported && Ssse3.IsSupported
        && length % AesCbc.BlockSize == 0 && length <= MostBlocks * AesCbc.BlockSize;

    /// <summary>Bytes of a block from last to first: the specification's first bit is a polynomial's constant term.</summary>
    private static Vector128<byte> Reversed => Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);

    /// <summary>Opens what was sealed; on a processor that can.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="nonce">12 bytes.</param>
    /// <param name="ciphertext">Whole blocks, at most six.</param>
    /// <param name="tag">16 bytes.</param>
    /// <param name="plaintext">As long as <paramref name="ciphertext"/>; written when the tag is right.</param>
    public static bool TryOpen(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> tag, Span<byte> plaintext)
    {
        int count = ciphertext.Length / AesCbc.BlockSize;
        Span<Vector128<byte>> blocks = stackalloc Vector128<byte>[Counters + MostBlocks];
        blocks = blocks[..(Counters + count)];
        // The hash key is the cipher of zero; then the counter from 1, whose first block hides the tag.
        blocks[0] = Vector128<byte>.Zero;
        Span<byte> counter = stackalloc byte[AesCbc.BlockSize];
        counter.Clear();
        nonce.CopyTo(counter);
        for (int i = 1; i < blocks.Length; i++)
        {
            counter[^1] = (byte)i;
            blocks[i] = Vector128.Create<byte>(counter);
        }
        var schedule = new AesKeySchedule(key);
        foreach (ref Vector128<byte> block in blocks)
            block = schedule.Encrypt(block);
        schedule.Wipe();

        Vector128<byte> h = Ssse3.Shuffle(blocks[0], Reversed), hash = Vector128<byte>.Zero;
        for (int i = 0; i < count; i++)
            hash = Multiply(hash ^ Ssse3.Shuffle(Block(ciphertext, i), Reversed), h);
        hash = Multiply(hash ^ Vector128.Create(8 * (ulong)ciphertext.Length, 0).AsByte(), h);
        bool right = (Ssse3.Shuffle(hash, Reversed) ^ blocks[1]) == Vector128.Create(tag);
        for (int i = 0; i < count && right; i++)
            (Block(ciphertext, i) ^ blocks[Counters + i]).CopyTo(plaintext[(i * AesCbc.BlockSize)..]);
        blocks.Clear();
        return right;
    }

    private static Vector128<byte> Block(ReadOnlySpan<byte> bytes, int i) =>
        Vector128.Create(bytes.Slice(i * AesCbc.BlockSize, AesCbc.BlockSize));

    /// <summary>The product in GF(2^128) modulo x^128 + x^7 + x^2 + x + 1, bits in the order that <see cref="Reversed"/> gives.</summary>
    /// <remarks>A product of reflected polynomials is reflected and shifted by one (Gueron and Kounavis, "Intel Carry-Less Multiplication
    /// Instruction and its Usage for Computing the GCM Mode", 2010).</remarks>
    private static Vector128<byte> Multiply(Vector128<byte> a, Vector128<byte> b)
    {
        Vector128<ulong> x = a.AsUInt64(), y = b.AsUInt64();
        Vector128<ulong> middle = Pclmulqdq.CarrylessMultiply(x, y, 0x01) ^ Pclmulqdq.CarrylessMultiply(x, y, 0x10);
        UInt128 low = Number(Pclmulqdq.CarrylessMultiply(x, y, 0x00)) ^ (Number(middle) << 64);
        UInt128 high = Number(Pclmulqdq.CarrylessMultiply(x, y, 0x11)) ^ (Number(middle) >> 64);
        (high, low) = ((high << 1) | (low >> 127), low << 1);
        // x^128 = x^7 + x^2 + x + 1: reflected, the low half is folded into the high one, and what that shifts out once more.
        low ^= (low << 127) ^ (low << 126) ^ (low << 121);
        high ^= low ^ (low >> 1) ^ (low >> 2) ^ (low >> 7);
        return Vector128.Create((ulong)high, (ulong)(high >> 64)).AsByte();
    }

    private static UInt128 Number(Vector128<ulong> words) => new(words[1], words[0]);
}
