using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Attachments;

/// <summary>Encrypted attachments as Signal's apps have them: <c>IV 16 || AES-256-CBC with PKCS #7 padding || HMAC-SHA-256 32</c>.</summary>
/// <remarks>
/// The HMAC is over IV and ciphertext. The blob lies on a server under a number; key and digest go to the recipient inside a message.
/// Signal's apps also pad the attachment with zeros, so that its size tells less; here it is as long as it is.
/// </remarks>
public static class AttachmentCipher
{
    private const int MacSize = HMACSHA256.HashSizeInBytes;

    /// <summary>Encrypts an attachment under a fresh key.</summary>
    /// <param name="blobId">The number under which a server will keep the blob.</param>
    /// <param name="plaintext">Any bytes.</param>
    /// <param name="random">Where key and IV come from.</param>
    /// <returns>The blob, for the server, and the pointer, for the message.</returns>
    public static (byte[] Blob, AttachmentPointer Pointer) Seal(ulong blobId, ReadOnlySpan<byte> plaintext, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var key = AttachmentKey.Generate(random);
        Span<byte> iv = stackalloc byte[AesCbc.BlockSize];
        random.Fill(iv);
        byte[] blob = Encrypt(key, iv, plaintext);
        return (blob, new(blobId, key, SHA256.HashData(blob), (uint)plaintext.Length));
    }

    /// <summary>Opens a blob that came from a server.</summary>
    /// <param name="pointer">What the message said.</param>
    /// <param name="blob">Any bytes.</param>
    /// <returns>The attachment; null when the blob is not the one that the pointer was made for.</returns>
    public static byte[]? Open(AttachmentPointer pointer, ReadOnlySpan<byte> blob)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        // The size first: nobody makes a phone hash more than was announced.
        if (blob.Length != AesCbc.BlockSize + AesCbc.CiphertextSize(pointer.PlaintextSize) + MacSize)
            return null;
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(blob), pointer.Digest.Span))
            return null;
        ReadOnlySpan<byte> authenticated = blob[..^MacSize];
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(pointer.Key.MacKey, authenticated), blob[^MacSize..]))
            return null;
        byte[]? plaintext = AesCbc.Decrypt(pointer.Key.CipherKey, authenticated[..AesCbc.BlockSize], authenticated[AesCbc.BlockSize..]);
        return plaintext?.Length == pointer.PlaintextSize ? plaintext : null;
    }

    private static byte[] Encrypt(AttachmentKey key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> plaintext)
    {
        byte[] authenticated = [.. iv, .. AesCbc.Encrypt(key.CipherKey, iv, plaintext)];
        return [.. authenticated, .. HMACSHA256.HashData(key.MacKey, authenticated)];
    }
}
