using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Groups;

/// <summary>The two values that a group message's seed expands to: IV first, then cipher key, 48 bytes in all.</summary>
/// <remarks>HKDF (RFC 5869) with the label <c>WhisperGroup</c>. Disposing wipes the buffer it stands in.</remarks>
internal readonly ref struct SenderMessageKeys
{
    public const int Size = AesCbc.BlockSize + AesCbc.KeySize;

    private readonly Span<byte> okm;

    /// <summary>Expands <paramref name="seed"/> into <paramref name="buffer"/>, 48 bytes that live as long as this does.</summary>
    public SenderMessageKeys(MessageSeed seed, Span<byte> buffer)
    {
        okm = buffer[..Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, seed.Bytes, okm, salt: [], info: "WhisperGroup"u8);
    }

    public ReadOnlySpan<byte> Iv => okm[..AesCbc.BlockSize];

    public ReadOnlySpan<byte> CipherKey => okm[AesCbc.BlockSize..];

    public void Dispose() => CryptographicOperations.ZeroMemory(okm);
}
