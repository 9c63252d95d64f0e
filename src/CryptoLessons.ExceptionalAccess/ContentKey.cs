using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The part of a message key that opens the content and cannot sign it: cipher key (32) and IV (16), without the MAC key.</summary>
/// <remarks>A message key expands to cipher key, MAC key and IV (HKDF-Expand, <c>WhisperMessageKeys</c>); none of the three leads back to it.</remarks>
public sealed class ContentKey : IDisposable
{
    /// <summary>Length in bytes.</summary>
    public const int Size = CipherKeySize + BlockSize;

    /// <summary>Length of what a message key expands to, in bytes: cipher key, MAC key, IV.</summary>
    internal const int ExpandedSize = CipherKeySize + MacKeySize + BlockSize;

    /// <summary>Length of the cipher key, in bytes.</summary>
    internal const int CipherKeySize = 32;

    /// <summary>Length of the MAC key, in bytes.</summary>
    internal const int MacKeySize = 32;

    /// <summary>Length of the IV and of a block, in bytes.</summary>
    internal const int BlockSize = 16;

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
    public byte[]? Decrypt(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty || body.Length % BlockSize != 0)
            return null;
        using Aes aes = Cipher();
        byte[] padded = aes.DecryptCbc(body, Iv, PaddingMode.None);
        return Unpadded(padded) is { } size ? padded[..size] : null;
    }

    /// <summary>How much of it the padding leaves (RFC 5652 §6.3); null when it does not fit.</summary>
    internal static int? Unpadded(ReadOnlySpan<byte> padded)
    {
        int padding = padded[^1];
        bool fits = padding is >= 1 and <= BlockSize && !padded[^padding..].ContainsAnyExcept((byte)padding);
        return fits ? padded.Length - padding : null;
    }

    /// <summary>Encrypts content under this key: what its holder can do without the MAC key.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plaintext)
    {
        using Aes aes = Cipher();
        return aes.EncryptCbc(plaintext, Iv);
    }

    /// <summary>Overwrites the key with zeros; using it afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        wiped = true;
    }

    /// <summary>The kind and length of the secret, never its bytes.</summary>
    public override string ToString() => $"ContentKey(secret, {Size} bytes)";

    private Aes Cipher()
    {
        var aes = Aes.Create();
        aes.SetKey(Bytes[..CipherKeySize]);
        return aes;
    }
}
