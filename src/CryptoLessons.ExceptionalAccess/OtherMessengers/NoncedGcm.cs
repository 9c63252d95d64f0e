using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>AES-256-GCM under a key that is used for many messages: <c>nonce(12) || ciphertext || tag(16)</c>, the nonce random.</summary>
/// <remarks>Source: SP 800-38D, 8.2.2; random nonces serve for 2^32 messages under one key.</remarks>
internal static class NoncedGcm
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static byte[] Seal(Secret key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associated, RandomSource random)
    {
        byte[] sealedBytes = new byte[NonceSize + plaintext.Length + TagSize];
        Span<byte> nonce = sealedBytes.AsSpan(0, NonceSize);
        random.Fill(nonce);
        using AesGcm gcm = Cipher(key);
        gcm.Encrypt(nonce, plaintext, sealedBytes.AsSpan(NonceSize, plaintext.Length), sealedBytes.AsSpan(NonceSize + plaintext.Length), associated);
        return sealedBytes;
    }

    /// <returns>Null when the bytes were not sealed under this key with this associated data, or were changed.</returns>
    public static byte[]? Open(Secret key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> associated)
    {
        if (sealedBytes.Length < NonceSize + TagSize)
            return null;
        byte[] plaintext = new byte[sealedBytes.Length - NonceSize - TagSize];
        using AesGcm gcm = Cipher(key);
        try
        {
            gcm.Decrypt(sealedBytes[..NonceSize], sealedBytes[NonceSize..^TagSize], sealedBytes[^TagSize..], plaintext, associated);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static AesGcm Cipher(Secret key)
    {
        byte[] bytes = Hazmat.Reveal(key);
        var gcm = new AesGcm(bytes, TagSize);
        CryptographicOperations.ZeroMemory(bytes);
        return gcm;
    }
}
