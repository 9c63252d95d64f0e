using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.SealedSender;

/// <summary>Chain, cipher key and MAC key of one layer of a sealed message, 96 bytes in all, and the layer's cipher.</summary>
/// <remarks>HKDF (RFC 5869) without a label. Disposing wipes the buffer it stands in.</remarks>
internal readonly ref struct SealedSenderKeys
{
    public const int Size = 3 * Secret.Size;

    private const int MacSize = 10;

    private readonly Span<byte> okm;

    /// <summary>Derives the keys into <paramref name="buffer"/>, 96 bytes that live as long as this does.</summary>
    public SealedSenderKeys(scoped ReadOnlySpan<byte> salt, SharedSecret agreement, Span<byte> buffer)
    {
        okm = buffer[..Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, agreement.Bytes, okm, salt, info: []);
    }

    /// <summary>Goes into the next layer's salt.</summary>
    public ReadOnlySpan<byte> Chain => okm[..Secret.Size];

    private ReadOnlySpan<byte> CipherKey => okm[Secret.Size..(2 * Secret.Size)];

    private ReadOnlySpan<byte> MacKey => okm[(2 * Secret.Size)..];

    /// <summary><c>AES-256-CTR(cipher key, plaintext) || first 10 bytes of HMAC-SHA-256(MAC key, ciphertext)</c>.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plaintext)
    {
        byte[] ciphertext = AesCtr.Transform(CipherKey, plaintext);
        return [.. ciphertext, .. Mac(ciphertext)];
    }

    /// <summary>Undoes <see cref="Encrypt"/>; null when the MAC is wrong.</summary>
    public byte[]? Decrypt(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < MacSize)
            return null;
        ReadOnlySpan<byte> ciphertext = bytes[..^MacSize];
        return CryptographicOperations.FixedTimeEquals(Mac(ciphertext), bytes[^MacSize..]) ? AesCtr.Transform(CipherKey, ciphertext) : null;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(okm);

    private ReadOnlySpan<byte> Mac(ReadOnlySpan<byte> ciphertext) => HMACSHA256.HashData(MacKey, ciphertext).AsSpan(0, MacSize);
}
