using System.Text;

namespace CryptoLessons.Conversations;

/// <summary>Reads a chat of plain lines, <c>Name: text</c>, one message each.</summary>
internal static class PlainChat
{
    private static readonly DateTimeOffset s_start = new(2017, 3, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(15);

    /// <summary>Reads the text into a conversation, or into the sentence that says why not.</summary>
    public static ChatImportResult Read(string place, string source, string text, int lines)
    {
        HashSet<string> names = Names(text);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var notes = new ImportNotes();
        notes.Notes.Add("plain lines carry no times: they are made up, from 2017-03-24 09:00 UTC, 15 minutes apart");
        var messages = new List<ChatMessage>();
        var reader = new LineReader(text);
        while (reader.TryRead() && !notes.Overrun)
        {
            bool bare = false;
            bool isMessage = TrySplit(reader.Line, out ReadOnlySpan<char> name, out ReadOnlySpan<char> body)
                || (bare = TrySplitBare(reader.Line, out name));
            if (!isMessage || !lookup.TryGetValue(name, out string? from))
            {
                notes.AddUnparsed(reader.Number, reader.Line, "it does not read `Name: text`");
                continue;
            }

            if (messages.Count == ChatLimits.Messages)
            {
                return ChatImportResult.Failed(
                    $"{place}: line {reader.Number}: more than {ChatLimits.Messages} messages; give a part of the file");
            }

            string written = bare ? "" : InvisibleMarks.SkipLeading(body).ToString();
            messages.Add(new ChatMessage(messages.Count + 1, from, s_start + messages.Count * s_step, written, null));
        }

        return notes.Finish(place, source, "plain", messages,
            $"no message: none of its lines 1 to {lines} begins with a WhatsApp stamp or reads `Name: text`; give a chat export");
    }

    /// <summary>How many lines before a given one read <c>Name: text</c>.</summary>
    public static int CountBefore(string text, int line)
    {
        int count = 0;
        var reader = new LineReader(text);
        while (reader.TryRead() && reader.Number < line)
            if (TrySplit(reader.Line, out _, out _)) count++;
        return count;
    }

    private static HashSet<string> Names(string text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new LineReader(text);
        // Every name has a message, so a text with more names than messages are read is refused below.
        while (reader.TryRead() && names.Count <= ChatLimits.Messages)
            if (TrySplit(reader.Line, out ReadOnlySpan<char> name, out _) && !lookup.Contains(name)) names.Add(name.ToString());
        return names;
    }

    private static bool TrySplit(ReadOnlySpan<char> line, out ReadOnlySpan<char> name, out ReadOnlySpan<char> body)
    {
        int colon = line.IndexOf(": ");
        name = body = default;
        if (colon < 1) return false;
        name = InvisibleMarks.CleanName(line[..colon]);
        body = line[(colon + 2)..];
        return IsName(name);
    }

    /// <summary>An empty message whose last space was trimmed; it counts only when the name writes elsewhere too.</summary>
    private static bool TrySplitBare(ReadOnlySpan<char> line, out ReadOnlySpan<char> name)
    {
        name = line is [.. var before, ':'] ? InvisibleMarks.CleanName(before) : default;
        return IsName(name);
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        // A character outside the basic plane is two chars long: count as readers do, but only where the length leaves it open.
        if (name.IsEmpty || name.Length > 2 * ChatLimits.PlainNameCharacters) return false;
        int characters = 0;
        foreach (Rune _ in name.EnumerateRunes()) characters++;
        return characters <= ChatLimits.PlainNameCharacters;
    }
}
