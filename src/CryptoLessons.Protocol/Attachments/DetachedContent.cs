using System.Buffers.Binary;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Attachments;

/// <summary>A message's content whose attachment lies elsewhere: in its place stands a pointer.</summary>
/// <remarks>The layout of this library's apps: field 3 is an attachment's bytes, field 4 a pointer to them; all else stays as it is.</remarks>
public static class DetachedContent
{
    private const int AttachmentField = 3;
    private const int PointerField = 4;

    /// <summary>Takes the attachment out of a content.</summary>
    /// <param name="content">What the app would send.</param>
    /// <param name="random">Where the blob's number, key and IV come from.</param>
    /// <returns>The content with a pointer in it, and the blob for the server; the content as it was and null when there is no attachment.</returns>
    public static (byte[] Content, byte[]? Blob) Detach(ReadOnlySpan<byte> content, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        byte[]? blob = null;
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        var detached = new WireWriter();
        var reader = new WireReader(content);
        while (reader.Next(out WireField field))
            if (blob is null && (field.Number, field.Type) == (AttachmentField, WireType.Bytes))
            {
                random.Fill(number);
                (blob, AttachmentPointer pointer) = AttachmentCipher.Seal(BinaryPrimitives.ReadUInt64LittleEndian(number), field.Bytes, random);
                using (pointer)
                    detached.Bytes(PointerField, pointer.Serialize());
            }
            else
            {
                detached.Raw(content[field.Start..field.End]);
            }
        return reader.Malformed || blob is null ? (content.ToArray(), null) : (detached.ToArray(), blob);
    }

    /// <summary>Puts the attachment back.</summary>
    /// <param name="content">What arrived.</param>
    /// <param name="blobs">The blobs among which it may lie: its digest tells which it is.</param>
    /// <returns>The content with its attachment, or as it was when it has no pointer; null when no blob is the one that it points to.</returns>
    public static byte[]? Attach(ReadOnlySpan<byte> content, IEnumerable<ReadOnlyMemory<byte>> blobs)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        var whole = new WireWriter();
        var reader = new WireReader(content);
        while (reader.Next(out WireField field))
            if ((field.Number, field.Type) == (PointerField, WireType.Bytes) && AttachmentPointer.TryParse(field.Bytes, out AttachmentPointer? pointer))
            {
                using (pointer)
                {
                    if (blobs.Select(blob => AttachmentCipher.Open(pointer, blob.Span)).FirstOrDefault(opened => opened is not null) is not { } attachment)
                        return null;
                    whole.Bytes(AttachmentField, attachment);
                }
            }
            else
            {
                whole.Raw(content[field.Start..field.End]);
            }
        return reader.Malformed ? content.ToArray() : whole.ToArray();
    }
}
