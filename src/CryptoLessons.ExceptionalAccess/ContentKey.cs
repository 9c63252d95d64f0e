using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The part of a message key that opens the content and cannot sign it: cipher key (32) and IV (16), without the MAC key.</summary>
/// <remarks>A message key expands to cipher key, MAC key and IV (HKDF-Expand, <c>WhisperMessageKeys</c>); none of the three leads back to it.</remarks>
public sealed class ContentKey : IDisposable
{
    /// <summary>Length in bytes.</summary>
    public const int Size = CipherKeySize + AesCbc.BlockSize;

    /// <summary>Length of what a message key expands to, in bytes: cipher key, MAC key, IV.</summary>
    internal const int ExpandedSize = CipherKeySize + MacKeySize + AesCbc.BlockSize;

    /// <summary>Length of the cipher key, in bytes.</summary>
    internal const int CipherKeySize = 32;

    /// <summary>Length of the MAC key, in bytes.</summary>
    internal const int MacKeySize = 32;

    private readonly byte[] bytes;
    private bool wiped;

    /// <summary>Takes a copy of <paramref name="bytes"/>.</summary>
    /// <param name="bytes">48 bytes: cipher key, IV.</param>
    internal ContentKey(ReadOnlySpan<byte> bytes) => this.bytes = bytes[..Size].ToArray();

    /// <summary>What a message key is expanded with.</summary>
    internal static ReadOnlySpan<byte> Label => "WhisperMessageKeys"u8;

    /// <summary>The content key of a message key.</summary>
    public static ContentKey Of(MessageKey mk)
    {
        byte[] prk = Hazmat.Reveal(mk);
        byte[] okm = HKDF.Expand(HashAlgorithmName.SHA256, prk, ExpandedSize, Label.ToArray());
        var key = new ContentKey([.. okm.AsSpan(0, CipherKeySize), .. okm.AsSpan(CipherKeySize + MacKeySize)]);
        CryptographicOperations.ZeroMemory(prk);
        CryptographicOperations.ZeroMemory(okm);
        return key;
    }

    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(wiped, this);
            return bytes;
        }
    }

    private ReadOnlySpan<byte> Iv => Bytes[CipherKeySize..];

    /// <summary>Decrypts the content of a message: AES-256-CBC, PKCS #7 padding.</summary>
    /// <param name="body">The value of the ciphertext field.</param>
    /// <returns>The content, not authenticated; null when the padding does not fit, which one wrong key in 256 survives.</returns>
    public byte[]? Decrypt(ReadOnlySpan<byte> body) => Decrypt(Bytes, body);

    /// <summary>The same with a key's bytes: cipher key, IV.</summary>
    internal static byte[]? Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> body) => AesCbc.Decrypt(key[..CipherKeySize], key[CipherKeySize..], body);

    /// <summary>Encrypts content under this key: what its holder can do without the MAC key.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plaintext) => AesCbc.Encrypt(Bytes[..CipherKeySize], Iv, plaintext);

    /// <summary>Overwrites the key with zeros; using it afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        wiped = true;
    }

    /// <summary>The kind and length of the secret, never its bytes.</summary>
    public override string ToString() => $"ContentKey(secret, {Size} bytes)";
}
