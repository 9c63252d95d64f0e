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

    public static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> plaintext)
    {
        using var aes = Aes.Create();
        aes.SetKey(key);
        return aes.EncryptCbc(plaintext, iv);
    }

    /// <summary>Null when there is no whole block or the padding does not fit.</summary>
    public static byte[]? Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.IsEmpty || ciphertext.Length % BlockSize != 0)
            return null;
        using var aes = Aes.Create();
        aes.SetKey(key);
        byte[] plaintext = new byte[ciphertext.Length];
        // The platform would throw where the padding is wrong: it is looked at here.
        bool padded = aes.TryDecryptCbc(ciphertext, iv, plaintext, out int length, PaddingMode.None);
        int padding = plaintext[^1];
        bool fits = padded && length == ciphertext.Length && padding is >= 1 and <= BlockSize
            && !plaintext.AsSpan(length - padding).ContainsAnyExcept((byte)padding);
        return fits ? plaintext[..^padding] : null;
    }
}
