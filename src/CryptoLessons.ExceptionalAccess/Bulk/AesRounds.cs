using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using X86Aes = System.Runtime.Intrinsics.X86.Aes;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>AES-256 (FIPS 197) by the processor's own instructions, for a key that is used once: the platform's objects take longer to make than to
/// use.</summary>
internal static class AesRounds
{
    /// <summary>Number of round keys.</summary>
    public const int Keys = 15;

    /// <summary>Length of a block, in bytes.</summary>
    public const int BlockSize = 16;

    // A round takes some cycles, and another block's can begin in each of them.
    private const int SideBySide = 8;

    /// <summary>Whether this processor has them.</summary>
    public static bool IsSupported => X86Aes.IsSupported && Pclmulqdq.IsSupported && Ssse3.IsSupported;

    /// <summary>The round keys for encryption (FIPS 197 §5.2).</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="w">Where they go, 15 blocks.</param>
    public static void Expand(ReadOnlySpan<byte> key, Span<Vector128<byte>> w)
    {
        w[0] = Vector128.Create(key[..BlockSize]);
        w[1] = Vector128.Create(key[BlockSize..]);
        // The round constant is a part of the instruction.
        Next(w, 2, X86Aes.KeygenAssist(w[1], 0x01));
        Next(w, 4, X86Aes.KeygenAssist(w[3], 0x02));
        Next(w, 6, X86Aes.KeygenAssist(w[5], 0x04));
        Next(w, 8, X86Aes.KeygenAssist(w[7], 0x08));
        Next(w, 10, X86Aes.KeygenAssist(w[9], 0x10));
        Next(w, 12, X86Aes.KeygenAssist(w[11], 0x20));
        Next(w, 14, X86Aes.KeygenAssist(w[13], 0x40));
    }

    /// <summary>Encrypts blocks side by side.</summary>
    public static void Encrypt(ReadOnlySpan<Vector128<byte>> w, Span<Vector128<byte>> blocks)
    {
        foreach (ref Vector128<byte> block in blocks)
            block ^= w[0];
        for (int round = 1; round < Keys - 1; round++)
            foreach (ref Vector128<byte> block in blocks)
                block = X86Aes.Encrypt(block, w[round]);
        foreach (ref Vector128<byte> block in blocks)
            block = X86Aes.EncryptLast(block, w[Keys - 1]);
    }

    /// <summary>Decrypts in CBC mode (NIST SP 800-38A §6.2), padding included.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="iv">A block.</param>
    /// <param name="ciphertext">Whole blocks.</param>
    /// <param name="padded">Where they go.</param>
    public static void DecryptCbc(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> ciphertext, Span<byte> padded)
    {
        Span<Vector128<byte>> w = stackalloc Vector128<byte>[Keys], blocks = stackalloc Vector128<byte>[SideBySide];
        Expand(key, w);
        // The equivalent inverse cipher (FIPS 197 §5.3.5).
        for (int round = 1; round < Keys - 1; round++)
            w[round] = X86Aes.InverseMixColumns(w[round]);
        Vector128<byte> previous = Vector128.Create(iv);
        for (int at = 0; at < ciphertext.Length;)
        {
            Span<Vector128<byte>> some = blocks[..Math.Min(blocks.Length, (ciphertext.Length - at) / BlockSize)];
            for (int i = 0; i < some.Length; i++)
                some[i] = Vector128.Create(ciphertext.Slice(at + (i * BlockSize), BlockSize)) ^ w[Keys - 1];
            for (int round = Keys - 2; round > 0; round--)
                foreach (ref Vector128<byte> block in some)
                    block = X86Aes.Decrypt(block, w[round]);
            for (int i = 0; i < some.Length; i++, at += BlockSize)
            {
                (X86Aes.DecryptLast(some[i], w[0]) ^ previous).CopyTo(padded[at..]);
                previous = Vector128.Create(ciphertext.Slice(at, BlockSize));
            }
        }
        w.Clear();
    }

    /// <summary>Two more round keys from the two before: the second of them goes through SubWord without RotWord.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Next(Span<Vector128<byte>> w, int i, Vector128<byte> assist)
    {
        w[i] = Sums(w[i - 2]) ^ Sse2.Shuffle(assist.AsUInt32(), 0xFF).AsByte();
        if (i + 1 < Keys)
            w[i + 1] = Sums(w[i - 1]) ^ Sse2.Shuffle(X86Aes.KeygenAssist(w[i], 0).AsUInt32(), 0xAA).AsByte();
    }

    /// <summary>Each word the sum of itself and those before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Sums(Vector128<byte> x)
    {
        x ^= Sse2.ShiftLeftLogical128BitLane(x, 4);
        return x ^ Sse2.ShiftLeftLogical128BitLane(x, 8);
    }
}
