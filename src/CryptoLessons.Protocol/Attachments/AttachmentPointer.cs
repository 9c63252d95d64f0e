using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Attachments;

/// <summary>What a message says of an attachment: where its blob lies, and what opens it. Who reads the message reads the attachment.</summary>
/// <remarks>
/// Signal's apps send the same facts in a layout of theirs that has more of them. This one is ours, protobuf fields:
/// 1 blob id, varint; 2 key, 64 bytes; 3 digest, 32 bytes; 4 plaintext size, varint.
/// </remarks>
/// <param name="BlobId">The number under which a server keeps the blob.</param>
/// <param name="Key">The key of this attachment alone.</param>
/// <param name="Digest">SHA-256 of the whole blob, 32 bytes: no other blob opens, not even one made by who knows the key.</param>
/// <param name="PlaintextSize">Length of the attachment, in bytes.</param>
public sealed record AttachmentPointer(ulong BlobId, AttachmentKey Key, ReadOnlyMemory<byte> Digest, uint PlaintextSize) : IDisposable
{
    private const int BlobIdField = 1;
    private const int KeyField = 2;
    private const int DigestField = 3;
    private const int PlaintextSizeField = 4;

    /// <summary>The pointer as it stands in a message's plaintext, fields ascending.</summary>
    public byte[] Serialize() =>
        new WireWriter()
            .Varint(BlobIdField, BlobId)
            .Bytes(KeyField, Key.Bytes)
            .Bytes(DigestField, Digest.Span)
            .Varint(PlaintextSizeField, PlaintextSize)
            .ToArray();

    /// <summary>Reads a pointer; any order and unknown fields are accepted, the last of several counts.</summary>
    /// <returns>False when the bytes are not such a pointer.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out AttachmentPointer? pointer)
    {
        pointer = null;
        ulong? blobId = null, size = null;
        ReadOnlySpan<byte> key = [], digest = [];
        var reader = new WireReader(bytes);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (BlobIdField, WireType.Varint): blobId = field.Value; break;
                case (KeyField, WireType.Bytes): key = field.Bytes; break;
                case (DigestField, WireType.Bytes): digest = field.Bytes; break;
                case (PlaintextSizeField, WireType.Varint): size = field.Value; break;
                case ( >= BlobIdField and <= PlaintextSizeField, _): return false;
            }
        if (reader.Malformed || blobId is not { } id || key.Length != AttachmentKey.Size || digest.Length != SHA256.HashSizeInBytes
            || size is not { } length || length > uint.MaxValue)
            return false;
        pointer = new(id, new(key), digest.ToArray(), (uint)length);
        return true;
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose() => Key.Dispose();
}
