using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>The post-quantum field as it stands in a message, read straight from the bytes: version, epoch, index, type, chunk.</summary>
internal static class WireField
{
    private const int PostQuantumField = 5;
    private const int ChunkSize = 32;

    /// <summary>The field of a message that was sent.</summary>
    /// <exception cref="FormatException">There is none, or it is not of this form.</exception>
    internal static SpqrField Of(TranscriptEntry entry)
    {
        ReadOnlySpan<byte> message = PlayedSchedule.Inner(entry.Envelope.Message).Span;
        if (!SignalMessage.TryFind(message[1..^SignalMessage.MacSize], PostQuantumField, out ReadOnlySpan<byte> rest) || rest[0] != 1)
            throw new FormatException($"Message {entry.Message} has no post-quantum field of version 1.");
        rest = rest[1..];
        int epoch = Varint(ref rest);
        int index = Varint(ref rest);
        var type = (FieldType)Varint(ref rest);
        int? chunk = rest.IsEmpty ? null : Varint(ref rest);
        if (rest.Length != (chunk is null ? 0 : ChunkSize))
            throw new FormatException($"Message {entry.Message} has a field of {rest.Length} bytes more.");
        return new(epoch, index, type, chunk);
    }

    private static int Varint(ref ReadOnlySpan<byte> bytes)
    {
        int value = 0;
        int read = 0;
        do
            value |= (bytes[read] & 0x7F) << (7 * read);
        while (bytes[read++] >= 0x80);
        bytes = bytes[read..];
        return value;
    }
}
