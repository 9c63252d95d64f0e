namespace CryptoLessons.Conversations;

/// <summary>
/// Where a message's text names a file: <c>NAME (file attached)</c> on Android, <c>&lt;attached: NAME&gt;</c> on iOS, in any language.
/// </summary>
/// <param name="Name">The file's name.</param>
/// <param name="Line">How many lines below the stamped one the mark stands.</param>
/// <param name="Start">Where the mark begins in the message's raw text, invisible marks before it included.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct MediaMark(string Name, int Line, int Start, int End)
{
    private const string AndroidPhrase = "file attached";
    private const string IosPhrase = "attached";

    /// <summary>
    /// Finds the mark in a message's raw text. The phrase is in the phone's language: a file of that name in the folder is the surer
    /// sign.
    /// </summary>
    public static MediaMark? Find(ReadOnlySpan<char> raw, AttachmentShelf shelf)
    {
        var reader = new LineReader(raw);
        while (reader.TryRead())
        {
            // Android puts the mark first and the caption below it; iOS may put the caption first.
            bool first = reader.Number == 1;
            MediaMark? mark = InBrackets(reader.Line, first, shelf) ?? (first ? InParentheses(reader.Line, shelf) : null);
            if (mark is { } found)
                return found with { Line = reader.Number - 1, Start = reader.Start + found.Start, End = reader.Start + found.End };
        }

        return null;
    }

    private static MediaMark? InBrackets(ReadOnlySpan<char> line, bool first, AttachmentShelf shelf)
    {
        if (line is not [.., '>']) return null;
        int open = line.LastIndexOf('<');
        if (open < 0) return null;
        ReadOnlySpan<char> inside = line[(open + 1)..^1];
        int colon = inside.IndexOf(':');
        if (colon < 1) return null;
        ReadOnlySpan<char> phrase = inside[..colon].Trim();
        ReadOnlySpan<char> name = inside[(colon + 1)..].Trim();
        if (name.IsEmpty || name.Length > ChatLimits.FileNameCharacters) return null;

        int start = open;
        while (start > 0 && line[start - 1] is InvisibleMarks.LeftToRight or InvisibleMarks.RightToLeft) start--;
        bool marked = start < open;
        // Typed by hand, the same words may stand anywhere; the phone's own mark has U+200E before it or is the message's first line.
        bool whole = first && start == 0 && phrase.SequenceEqual(IosPhrase);
        if (!marked && !whole && !shelf.Holds(name)) return null;
        // After U+200E, other things in angle brackets may hold a colon; a file name has an extension.
        if (!phrase.SequenceEqual(IosPhrase) && !shelf.Holds(name) && name.LastIndexOf('.') < 1) return null;
        return new MediaMark(name.ToString(), 0, start, line.Length);
    }

    private static MediaMark? InParentheses(ReadOnlySpan<char> line, AttachmentShelf shelf)
    {
        if (line is not [.., ')']) return null;
        int start = InvisibleMarks.CountLeading(line);
        int open = line.LastIndexOf(" (");
        if (open <= start || open - start > ChatLimits.FileNameCharacters) return null;
        ReadOnlySpan<char> name = line[start..open];
        bool said = line[(open + 2)..^1].SequenceEqual(AndroidPhrase);
        if (!said && !IsWhatsAppName(name) && !shelf.Holds(name)) return null;
        return new MediaMark(name.ToString(), 0, 0, line.Length);
    }

    /// <summary>
    /// Whether a name is of WhatsApp's own making, as in <c>IMG-20170324-WA0001.jpg</c>, in whatever language the phrase after it is.
    /// </summary>
    private static bool IsWhatsAppName(ReadOnlySpan<char> name)
    {
        const string shape = "AAA-00000000-WA0000.";
        if (name.Length <= shape.Length) return false;
        for (int i = 0; i < shape.Length; i++)
        {
            bool fits = shape[i] switch
            {
                '0' => char.IsAsciiDigit(name[i]),
                'A' when i < 3 => char.IsAsciiLetterUpper(name[i]),
                char c => name[i] == c,
            };
            if (!fits) return false;
        }

        return true;
    }
}
