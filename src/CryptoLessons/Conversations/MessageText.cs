using System.Text;

namespace CryptoLessons.Conversations;

/// <summary>Makes a message's text from its lines in the file: LF between them, the invisible marks at their starts left out.</summary>
internal static class MessageText
{
    private const string MarkBeforeBracket = "\u200E<";

    /// <summary>The text of one message.</summary>
    public static string Of(ReadOnlySpan<char> raw) => WithoutInnerMark(Joined(raw));

    /// <summary>The text without the mark that names its attachment: the caption before or below it, or nothing.</summary>
    public static string Caption(ReadOnlySpan<char> raw, MediaMark mark)
    {
        string before = Joined(raw[..mark.Start]).TrimEnd();
        ReadOnlySpan<char> rest = raw[mark.End..];
        rest = rest is ['\r', '\n', ..] ? rest[2..] : rest is ['\n', ..] ? rest[1..] : rest;
        string after = Joined(rest);
        return before.Length == 0 ? after : after.Length == 0 ? before : before + "\n" + after;
    }

    private static string Joined(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\n')) return InvisibleMarks.SkipLeading(raw).ToString();

        var text = new StringBuilder(raw.Length);
        var reader = new LineReader(raw);
        while (reader.TryRead())
        {
            if (reader.Number > 1) text.Append('\n');
            text.Append(InvisibleMarks.SkipLeading(reader.Line));
        }

        // What follows the last LF is a line too, even an empty one: the block ends before its own line end.
        if (raw[^1] == '\n') text.Append('\n');
        return text.ToString();
    }

    /// <summary>
    /// Takes the invisible mark from before a mark in angle brackets at the end, as in <c>text &lt;This message was edited&gt;</c>.
    /// </summary>
    private static string WithoutInnerMark(string text)
    {
        if (!text.EndsWith('>')) return text;
        int at = text.LastIndexOf(MarkBeforeBracket, StringComparison.Ordinal);
        return at < 0 || text.AsSpan(at + 2, text.Length - at - 3).Contains('>') ? text : text.Remove(at, 1);
    }
}
