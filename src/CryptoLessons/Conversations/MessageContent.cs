using System.Globalization;
using System.Text;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Conversations;

/// <summary>What an app hands to the protocol for one message: its text and, in the same plaintext, its attachment.</summary>
public static class MessageContent
{
    private const int Text = 1;
    private const int AttachmentName = 2;
    private const int AttachmentBytes = 3;

    /// <summary>The plaintext of a message: field 1 the text in UTF-8, fields 2 and 3 the attachment's name and bytes.</summary>
    public static byte[] Encode(ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var content = new WireWriter().Bytes(Text, Encoding.UTF8.GetBytes(message.Text));
        if (message.Attachment is { } attachment)
            content.Bytes(AttachmentName, Encoding.UTF8.GetBytes(attachment.Name)).Bytes(AttachmentBytes, attachment.Bytes.Span);
        return content.ToArray();
    }

    /// <summary>Text and attached file of a plaintext.</summary>
    /// <param name="plaintext">Any bytes.</param>
    /// <returns>An empty text where there is none, and an empty file where there is none; both empty for what is no content of ours.</returns>
    public static (string Text, ReadOnlyMemory<byte> File) Read(ReadOnlyMemory<byte> plaintext)
    {
        string text = "";
        ReadOnlyMemory<byte> file = default;
        var reader = new WireReader(plaintext.Span);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (Text, WireType.Bytes): text = Encoding.UTF8.GetString(field.Bytes); break;
                case (AttachmentBytes, WireType.Bytes): file = plaintext[(field.End - field.Bytes.Length)..field.End]; break;
                default: break;
            }
        return reader.Malformed ? ("", default) : (text, file);
    }

    /// <summary>What the recipient's app shows of a plaintext: the text, and the attachment's name and size behind it.</summary>
    /// <param name="plaintext">Any bytes; what is no content of ours shows as its length alone.</param>
    public static string Show(ReadOnlySpan<byte> plaintext)
    {
        var shown = new List<string>();
        string name = "";
        var reader = new WireReader(plaintext);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Text: shown.Add(Encoding.UTF8.GetString(field.Bytes)); break;
                case AttachmentName: name = Encoding.UTF8.GetString(field.Bytes); break;
                case AttachmentBytes: shown.Add(string.Create(CultureInfo.InvariantCulture, $"[{name}, {field.Bytes.Length} bytes]")); break;
                default: break;
            }
        return reader.Malformed ? string.Create(CultureInfo.InvariantCulture, $"[{plaintext.Length} bytes]") : string.Join(' ', shown.Where(part => part.Length > 0));
    }
}
