using System.IO.Compression;

namespace CryptoLessons.Conversations;

/// <summary>Reads a chat out of a zip, without unpacking it.</summary>
internal static class ChatZip
{
    private const string Damaged = "the zip is damaged or no zip; export the chat again, or unpack it and give the folder";

    /// <summary>Whether a file begins as zips do: with an entry, or with the end of an empty zip.</summary>
    public static bool IsZip(ReadOnlySpan<byte> start) => start is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    /// <summary>Reads the zip in <paramref name="stream"/>.</summary>
    public static ChatImportResult Read(string place, string source, Stream stream)
    {
        ZipArchive? zip = null;
        ZipShelf shelf;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            shelf = new ZipShelf(zip);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            // The platform's reader meets some broken directories with argument errors of its own; all mean the same to the user.
            zip?.Dispose();
            return ChatImportResult.Failed($"{place}: {Damaged}");
        }

        using (zip) return Read(place, source, shelf);
    }

    private static ChatImportResult Read(string place, string source, ZipShelf shelf)
    {
        string? name = ChatFiles.FindText(shelf.Names, out string? error);
        if (name is null)
        {
            string folders = shelf.PassedOver == 0 ? ""
                : $" ({shelf.PassedOver} entries in folders or with unusual names are not read, the first is "
                    + $"{Shown.Of(shelf.FirstPassedOver)}; unpack the zip and give the folder that holds the text)";
            return ChatImportResult.Failed($"{place}: {error}{folders}");
        }

        byte[]? bytes = shelf.Read(name, ChatLimits.ZippedTextBytes, out string? refusal);
        if (bytes is null)
        {
            string why = refusal switch
            {
                Refusals.TooLarge => "the chat text says it is larger than 64 MB unpacked; "
                    + "unpack the zip yourself if you trust it, and give the folder",
                Refusals.Empty => "the chat text is empty (0 bytes); give a chat export with messages in it",
                Refusals.Locked => "the chat text is locked by a password; unpack the zip and give the folder",
                Refusals.Link => "the chat text is a link; give the file itself",
                _ => Damaged,
            };
            return ChatImportResult.Failed($"{place}: {Shown.Of(name)}: {why}");
        }

        ChatImportResult result = ChatParser.Read($"{place}: {Shown.Of(name)}", source, bytes, shelf);
        if (result.Conversation is not { } chat || shelf.PassedOver == 0) return result;
        string note = $"{shelf.PassedOver} zip entries in folders or with unusual names are not read "
            + $"(the first is {Shown.Of(shelf.FirstPassedOver)})";
        return ChatImportResult.Of(new Conversation(chat.Source, chat.Format, chat.Messages, chat.Unparsed, [.. chat.Notes, note]));
    }
}
