using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess.Clipper;

/// <summary>The key K under which a chip encrypts, 80 bits: of one telephone call once, of one message here.</summary>
/// <param name="bytes">10 bytes.</param>
public sealed class SessionKey(ReadOnlySpan<byte> bytes) : SkipjackKey(bytes)
{
    /// <summary>K and IV of a message: HKDF-Expand of its message key, 10 and 8 bytes. How two phones agreed on K was never the chip's
    /// business.</summary>
    /// <param name="mk">The message key.</param>
    /// <param name="iv">8 bytes, which will stand in the message.</param>
    public static SessionKey Of(MessageKey mk, out byte[] iv)
    {
        byte[] prk = Hazmat.Reveal(mk);
        byte[] okm = HKDF.Expand(HashAlgorithmName.SHA256, prk, Size + BlockSize, "CryptoLessons Clipper"u8.ToArray());
        (var key, iv) = (new SessionKey(okm.AsSpan(0, Size)), okm[Size..]);
        CryptographicOperations.ZeroMemory(prk);
        CryptographicOperations.ZeroMemory(okm);
        return key;
    }

    /// <summary>Encrypts content: CBC, with the padding of PKCS #7.</summary>
    /// <param name="iv">8 bytes.</param>
    /// <param name="content">Any bytes.</param>
    public byte[] Encrypt(ReadOnlySpan<byte> iv, ReadOnlySpan<byte> content)
    {
        int padding = BlockSize - (content.Length % BlockSize);
        byte[] blocks = [.. content, .. Enumerable.Repeat((byte)padding, padding)];
        EncryptBlocks(blocks, iv);
        return blocks;
    }

    /// <summary>Decrypts it.</summary>
    /// <param name="iv">8 bytes.</param>
    /// <param name="body">Any bytes.</param>
    /// <returns>Null when there are no whole blocks, or the padding does not fit, which about one wrong key in 256 survives.</returns>
    public byte[]? Decrypt(ReadOnlySpan<byte> iv, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty || body.Length % BlockSize != 0)
            return null;
        byte[] blocks = body.ToArray();
        DecryptBlocks(blocks, iv);
        int padding = blocks[^1];
        bool fits = padding is >= 1 and <= BlockSize && !blocks.AsSpan()[^padding..].ContainsAnyExcept((byte)padding);
        return fits ? blocks[..^padding] : null;
    }
}
