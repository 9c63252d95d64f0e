using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using Aes = System.Runtime.Intrinsics.X86.Aes;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>The 15 round keys of AES-256 (FIPS 197 §5.2), for processors that have AES's rounds as instructions: constant time, no look-up.</summary>
/// <remarks>
/// A message is encrypted under a key of its own. The platform's AES makes objects for each key, which takes longer than the message's blocks.
/// </remarks>
[InlineArray(Rounds + 1)]
public struct AesKeySchedule
{
    private const int Rounds = 14;

    private Vector128<byte> key0;

    /// <summary>Expands a key.</summary>
    /// <param name="key">32 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public AesKeySchedule(ReadOnlySpan<byte> key)
    {
        if (key.Length != AesCbc.KeySize)
            throw new ArgumentException($"A key of AES-256 has {AesCbc.KeySize} bytes, not {key.Length}.", nameof(key));
        (this[0], this[1]) = (Vector128.Create(key), Vector128.Create(key[16..]));
        // The round constants are powers of 2 and must be constants to the processor.
        Next(2, Aes.KeygenAssist(this[1], 0x01));
        Next(4, Aes.KeygenAssist(this[3], 0x02));
        Next(6, Aes.KeygenAssist(this[5], 0x04));
        Next(8, Aes.KeygenAssist(this[7], 0x08));
        Next(10, Aes.KeygenAssist(this[9], 0x10));
        Next(12, Aes.KeygenAssist(this[11], 0x20));
        this[14] = Sums(this[12]) ^ Word3(Aes.KeygenAssist(this[13], 0x40));
    }

    /// <summary>Whether this processor can.</summary>
    public static bool IsSupported => Aes.IsSupported;

    /// <summary>The keys of the equivalent inverse cipher (FIPS 197 §5.3.5), which <see cref="Decrypt"/> takes.</summary>
    public readonly AesKeySchedule Inverse()
    {
        AesKeySchedule inverse = this;
        for (int round = 1; round < Rounds; round++)
            inverse[round] = Aes.InverseMixColumns(this[round]);
        return inverse;
    }

    /// <summary>Encrypts a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector128<byte> Encrypt(Vector128<byte> block)
    {
        block ^= this[0];
        for (int round = 1; round < Rounds; round++)
            block = Aes.Encrypt(block, this[round]);
        return Aes.EncryptLast(block, this[Rounds]);
    }

    /// <summary>Decrypts a block; the keys are those of <see cref="Inverse"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector128<byte> Decrypt(Vector128<byte> block)
    {
        block ^= this[Rounds];
        for (int round = Rounds - 1; round > 0; round--)
            block = Aes.Decrypt(block, this[round]);
        return Aes.DecryptLast(block, this[0]);
    }

    /// <summary>Overwrites the keys with zeros.</summary>
    public void Wipe() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(new Span<AesKeySchedule>(ref this)));

    /// <summary>Two more round keys: after SubWord and RotWord with a constant, and after SubWord alone.</summary>
    private void Next(int round, Vector128<byte> assist)
    {
        this[round] = Sums(this[round - 2]) ^ Word3(assist);
        this[round + 1] = Sums(this[round - 1]) ^ Word2(Aes.KeygenAssist(this[round], 0));
    }

    /// <summary>Of four words w0 to w3 the sums w0, w0 + w1, w0 + w1 + w2 and w0 + w1 + w2 + w3.</summary>
    private static Vector128<byte> Sums(Vector128<byte> words)
    {
        words ^= Sse2.ShiftLeftLogical128BitLane(words, 4);
        return words ^ Sse2.ShiftLeftLogical128BitLane(words, 8);
    }

    private static Vector128<byte> Word2(Vector128<byte> words) => Sse2.Shuffle(words.AsInt32(), 0b10_10_10_10).AsByte();

    private static Vector128<byte> Word3(Vector128<byte> words) => Sse2.Shuffle(words.AsInt32(), 0b11_11_11_11).AsByte();
}
