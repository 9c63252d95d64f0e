namespace CryptoLessons.Conversations;

/// <summary>Decides which format a chat text has and has it read.</summary>
internal static class ChatParser
{
    /// <summary>Reads a chat's bytes.</summary>
    /// <param name="place">The file as the reader of an error sentence knows it.</param>
    /// <param name="source">The name for the conversation.</param>
    /// <param name="bytes">The chat text.</param>
    /// <param name="shelf">Where its attachments lie.</param>
    public static ChatImportResult Read(string place, string source, ReadOnlySpan<byte> bytes, AttachmentShelf shelf)
    {
        string? text = ChatText.Decode(bytes, out string? error);
        if (text is null) return ChatImportResult.Failed($"{place}: {error}");

        BlockScan scan = BlockScan.Of(text);
        // A plain chat may quote a stamp, and an export may have lines before its first one: whichever has more lines to show for itself.
        bool plain = scan.Blocks.Count == 0 || PlainChat.CountBefore(text, scan.Blocks[0].Line) > scan.Blocks.Count;
        return plain
            ? PlainChat.Read(place, source, text, scan.Lines)
            : WhatsAppExport.Read(place, source, text, scan, shelf);
    }
}
