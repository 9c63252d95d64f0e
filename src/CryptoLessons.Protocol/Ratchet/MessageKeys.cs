using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The three keys that a message key expands to: cipher key, MAC key and IV, 80 bytes in all.</summary>
/// <remarks>HKDF-Expand (RFC 5869 §2.3) with the label <c>WhisperMessageKeys</c>. Disposing wipes the buffer it stands in.</remarks>
internal readonly ref struct MessageKeys
{
    public const int Size = CipherKeySize + MacKeySize + IvSize;

    private const int CipherKeySize = 32;
    private const int MacKeySize = 32;
    private const int IvSize = 16;

    private readonly Span<byte> okm;

    /// <summary>Expands <paramref name="mk"/> into <paramref name="buffer"/>, 80 bytes that live as long as this does.</summary>
    public MessageKeys(MessageKey mk, Span<byte> buffer)
    {
        okm = buffer[..Size];
        HKDF.Expand(HashAlgorithmName.SHA256, mk.Bytes, okm, "WhisperMessageKeys"u8);
    }

    public ReadOnlySpan<byte> CipherKey => okm[..CipherKeySize];

    public ReadOnlySpan<byte> MacKey => okm.Slice(CipherKeySize, MacKeySize);

    public ReadOnlySpan<byte> Iv => okm[(CipherKeySize + MacKeySize)..];

    public void Dispose() => CryptographicOperations.ZeroMemory(okm);
}
