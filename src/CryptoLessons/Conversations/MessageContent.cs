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
}
