using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Attachments;

/// <summary>The key of one attachment: 64 bytes, an AES-256 key and an HMAC key. It does not print and is wiped when disposed.</summary>
public sealed class AttachmentKey : IDisposable
{
    /// <summary>Length of a key, in bytes.</summary>
    public const int Size = AesCbc.KeySize + MacKeySize;

    private const int MacKeySize = 32;

    private readonly byte[] bytes;
    private bool wiped;

    /// <summary>Takes a copy of <paramref name="bytes"/>.</summary>
    /// <param name="bytes">64 bytes: AES-256 key, then HMAC key.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 64 bytes long.</exception>
    public AttachmentKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException($"An attachment key has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        this.bytes = bytes.ToArray();
    }

    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(wiped, this);
            return bytes;
        }
    }

    internal ReadOnlySpan<byte> CipherKey => Bytes[..AesCbc.KeySize];

    internal ReadOnlySpan<byte> MacKey => Bytes[AesCbc.KeySize..];

    /// <summary>A fresh key: each attachment has its own.</summary>
    public static AttachmentKey Generate(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> bytes = stackalloc byte[Size];
        random.Fill(bytes);
        var key = new AttachmentKey(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    /// <summary>Overwrites the key with zeros; using it afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        wiped = true;
    }

    /// <summary>The kind and length of the key, never its bytes.</summary>
    public override string ToString() => $"{nameof(AttachmentKey)}(secret, {Size} bytes)";
}
