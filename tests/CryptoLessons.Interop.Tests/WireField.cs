using Google.Protobuf;

namespace CryptoLessons.Interop.Tests;

/// <summary>A field as it stands in a message.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">Where its value begins in the message.</param>
/// <param name="Value">The value, of a number.</param>
/// <param name="Bytes">The value, of anything else.</param>
internal sealed record WireField(int Number, int At, ulong Value, byte[]? Bytes)
{
    /// <summary>The fields between a message's version byte and what follows them, in their order.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="trailer">Number of bytes behind the fields.</param>
    public static List<WireField> Of(byte[] message, int trailer)
    {
        List<WireField> fields = [];
        // The reader counts positions from the beginning of the message.
        using var reader = new CodedInputStream(message, 1, message.Length - 1 - trailer);
        while (reader.ReadTag() is var tag and not 0)
        {
            int number = WireFormat.GetTagFieldNumber(tag);
            int at = (int)reader.Position;
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.Varint)
                fields.Add(new(number, at, reader.ReadUInt64(), null));
            else
            {
                byte[] bytes = reader.ReadBytes().ToByteArray();
                fields.Add(new(number, (int)reader.Position - bytes.Length, 0, bytes));
            }
        }
        return fields;
    }
}
