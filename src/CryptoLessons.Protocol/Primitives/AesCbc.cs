using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>AES-256-CBC with PKCS #7 padding (NIST SP 800-38A §6.2, RFC 5652 §6.3).</summary>
public static class AesCbc
{
    /// <summary>Length of a key, in bytes.</summary>
    public const int KeySize = 32;

    /// <summary>Length of an IV and of a block, in bytes.</summary>
    public const int BlockSize = 16;

    /// <summary>Length of the ciphertext of a plaintext, in bytes: the next multiple of 16 above.</summary>
    public static long CiphertextSize(long plaintextSize) => plaintextSize + BlockSize - (plaintextSize % BlockSize);

    /// <summary>Encrypts into an array of its own.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="iv">16 bytes.</param>
    /// <param name="plaintext">Any number of bytes.</param>
    /// <exception cref="ArgumentException">Key or IV has another length.</exception>
    public static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> plaintext)
    {
        byte[] ciphertext = new byte[CiphertextSize(plaintext.Length)];
        Encrypt(key, iv, plaintext, ciphertext);
        return ciphertext;
    }

    /// <summary>Encrypts into <see cref="CiphertextSize"/> bytes.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="iv">16 bytes.</param>
    /// <param name="plaintext">Any number of bytes.</param>
    /// <param name="ciphertext">Where the ciphertext goes, of just its length.</param>
    /// <exception cref="ArgumentException">Key, IV or <paramref name="ciphertext"/> has another length.</exception>
    public static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext)
    {
        Check(key, iv);
        if (ciphertext.Length != CiphertextSize(plaintext.Length))
            throw new ArgumentException($"{plaintext.Length} bytes become {CiphertextSize(plaintext.Length)}, not {ciphertext.Length}.", nameof(ciphertext));
        if (AesKeySchedule.IsSupported)
        {
            plaintext.CopyTo(ciphertext);
            ciphertext[plaintext.Length..].Fill((byte)(ciphertext.Length - plaintext.Length));
            EncryptBlocks(key, iv, ciphertext);
            return;
        }
        using var aes = Aes.Create();
        aes.SetKey(key);
        aes.EncryptCbc(plaintext, iv, ciphertext);
    }

    /// <summary>Decrypts.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="iv">16 bytes.</param>
    /// <param name="ciphertext">Any bytes.</param>
    /// <returns>The plaintext; null when there is no whole block or the padding does not fit.</returns>
    /// <exception cref="ArgumentException">Key or IV has another length.</exception>
    public static byte[]? Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> ciphertext)
    {
        Check(key, iv);
        if (ciphertext.IsEmpty || ciphertext.Length % BlockSize != 0)
            return null;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ciphertext.Length);
        Span<byte> padded = buffer.AsSpan(0, ciphertext.Length);
        DecryptBlocks(key, iv, ciphertext, padded);
        int padding = padded[^1];
        bool fits = padding is >= 1 and <= BlockSize && !padded[^padding..].ContainsAnyExcept((byte)padding);
        byte[]? plaintext = fits ? padded[..^padding].ToArray() : null;
        CryptographicOperations.ZeroMemory(padded);
        ArrayPool<byte>.Shared.Return(buffer);
        return plaintext;
    }

    // The same on every processor: the platform would complain, and the rounds would read what is there.
    private static void Check(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv)
    {
        if (key.Length != KeySize || iv.Length != BlockSize)
            throw new ArgumentException($"A key has {KeySize} bytes and an IV {BlockSize}, not {key.Length} and {iv.Length}.", nameof(key));
    }

    /// <summary>C(i) = E(P(i) + C(i-1)), in place; C(0) is the IV.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EncryptBlocks(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, Span<byte> padded)
    {
        var schedule = new AesKeySchedule(key);
        Vector128<byte> previous = Vector128.Create(iv);
        foreach (ref Vector128<byte> block in MemoryMarshal.Cast<byte, Vector128<byte>>(padded))
            block = previous = schedule.Encrypt(block ^ previous);
        schedule.Wipe();
    }

    /// <summary>P(i) = D(C(i)) + C(i-1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DecryptBlocks(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> ciphertext, Span<byte> padded)
    {
        if (!AesKeySchedule.IsSupported)
        {
            using var aes = Aes.Create();
            aes.SetKey(key);
            // The platform would throw where the padding is wrong: the caller looks at it.
            aes.DecryptCbc(ciphertext, iv, padded, PaddingMode.None);
            return;
        }
        AesKeySchedule schedule = new AesKeySchedule(key).Inverse();
        Vector128<byte> previous = Vector128.Create(iv);
        ReadOnlySpan<Vector128<byte>> blocks = MemoryMarshal.Cast<byte, Vector128<byte>>(ciphertext);
        Span<Vector128<byte>> plain = MemoryMarshal.Cast<byte, Vector128<byte>>(padded);
        for (int i = 0; i < blocks.Length; i++)
        {
            plain[i] = schedule.Decrypt(blocks[i]) ^ previous;
            previous = blocks[i];
        }
        schedule.Wipe();
    }
}
