using System.Buffers;

namespace CryptoLessons.Conversations;

/// <summary>
/// The characters that exports put around lines, names and media marks to keep left-to-right and right-to-left text apart.
/// </summary>
internal static class InvisibleMarks
{
    public const char LeftToRight = '\u200E';
    public const char RightToLeft = '\u200F';
    public const char ByteOrder = '\uFEFF';

    /// <summary>Every mark that may surround a name: directions, embeddings, overrides and isolates.</summary>
    private static readonly SearchValues<char> s_aroundNames =
        SearchValues.Create("\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF");

    /// <summary>The number of marks at the start of a line.</summary>
    public static int CountLeading(ReadOnlySpan<char> line)
    {
        int i = 0;
        while (i < line.Length && line[i] is LeftToRight or RightToLeft or ByteOrder) i++;
        return i;
    }

    /// <summary>The line without the marks at its start.</summary>
    public static ReadOnlySpan<char> SkipLeading(ReadOnlySpan<char> line) => line[CountLeading(line)..];

    /// <summary>
    /// A name without marks and without white space around it. Marks go from its inside too: <c>~</c> and a space stand
    /// before the embedding of an unsaved number, and half of a pair left over would turn the text around it.
    /// </summary>
    public static ReadOnlySpan<char> CleanName(ReadOnlySpan<char> name)
    {
        if (!name.ContainsAny(s_aroundNames)) return name.Trim();

        var kept = new char[name.Length];
        int count = 0;
        foreach (char c in name)
            if (!s_aroundNames.Contains(c)) kept[count++] = c;
        return kept.AsSpan(0, count).Trim();
    }
}
