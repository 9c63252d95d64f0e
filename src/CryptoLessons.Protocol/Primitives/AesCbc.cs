using System.Buffers;
using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>AES-256-CBC with PKCS #7 padding (NIST SP 800-38A §6.2, RFC 5652 §6.3).</summary>
internal static class AesCbc
{
    /// <summary>Length of a key, in bytes.</summary>
    public const int KeySize = 32;

    /// <summary>Length of an IV and of a block, in bytes.</summary>
    public const int BlockSize = 16;

    /// <summary>Length of the ciphertext of a plaintext, in bytes: the next multiple of 16 above.</summary>
    public static long CiphertextSize(long plaintextSize) => plaintextSize + BlockSize - (plaintextSize % BlockSize);

    /// <summary>Encrypts into an array of its own.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> plaintext)
    {
        byte[] ciphertext = new byte[CiphertextSize(plaintext.Length)];
        Encrypt(key, iv, plaintext, ciphertext);
        return ciphertext;
    }

    /// <summary>Encrypts into <see cref="CiphertextSize"/> bytes.</summary>
    public static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext)
    {
        using var aes = Aes.Create();
        aes.SetKey(key);
        aes.EncryptCbc(plaintext, iv, ciphertext);
    }

    /// <summary>Null when there is no whole block or the padding does not fit.</summary>
    public static byte[]? Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.IsEmpty || ciphertext.Length % BlockSize != 0)
            return null;
        using var aes = Aes.Create();
        aes.SetKey(key);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ciphertext.Length);
        Span<byte> padded = buffer.AsSpan(0, ciphertext.Length);
        // The platform would throw where the padding is wrong: it is looked at here.
        aes.DecryptCbc(ciphertext, iv, padded, PaddingMode.None);
        int padding = padded[^1];
        bool fits = padding is >= 1 and <= BlockSize && !padded[^padding..].ContainsAnyExcept((byte)padding);
        byte[]? plaintext = fits ? padded[..^padding].ToArray() : null;
        CryptographicOperations.ZeroMemory(padded);
        ArrayPool<byte>.Shared.Return(buffer);
        return plaintext;
    }
}
