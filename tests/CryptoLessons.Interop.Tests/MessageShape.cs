using System.Text;
using Google.Protobuf;

namespace CryptoLessons.Interop.Tests;

/// <summary>All of a message's bytes but keys, ciphertext and MAC: what two libraries must write alike, though no two messages are equal.</summary>
internal static class MessageShape
{
    private const int PreKeyType = 3;
    private const int Inner = 4;
    private const int MacSize = 8;

    /// <summary>Version byte, then each field in the order in which it stands: <c>number=value</c>, or <c>number:length</c>.</summary>
    public static string Of(Letter letter)
    {
        var shape = new StringBuilder();
        Append(shape, Convert.FromHexString(letter.Message), letter.Type == PreKeyType);
        return shape.ToString();
    }

    /// <summary>The same of a message without another inside.</summary>
    /// <param name="message">Its bytes, lower-case hex.</param>
    /// <param name="trailer">Number of bytes behind the fields.</param>
    public static string Of(string message, int trailer)
    {
        var shape = new StringBuilder();
        Append(shape, [.. Convert.FromHexString(message).SkipLast(trailer), .. new byte[MacSize]], preKey: false);
        return shape.ToString();
    }

    private static void Append(StringBuilder shape, ReadOnlySpan<byte> message, bool preKey)
    {
        byte[] fields = message[1..(preKey ? ^0 : ^MacSize)].ToArray();
        shape.Append(Convert.ToHexStringLower(message[..1]));
        using var reader = new CodedInputStream(fields);
        while (reader.ReadTag() is var tag and not 0)
        {
            int number = WireFormat.GetTagFieldNumber(tag);
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.Varint)
            {
                shape.Append(' ').Append(number).Append('=').Append(reader.ReadUInt64());
                continue;
            }
            byte[] value = reader.ReadBytes().ToByteArray();
            shape.Append(' ').Append(number).Append(':').Append(value.Length);
            if (preKey && number == Inner)
            {
                shape.Append('(');
                Append(shape, value, preKey: false);
                shape.Append(')');
            }
        }
        // An encoding that is longer than it need be would not show in the values.
        shape.Append(" of ").Append(message.Length);
    }
}
