using System.Globalization;
using System.Text;

namespace CryptoLessons.Conversations;

/// <summary>Foreign text made fit for a sentence of ours: short, on one line, and unable to steer a terminal.</summary>
internal static class Shown
{
    private const int LongestExcerpt = 80;
    private const int LongestPath = 1000;
    private const int LongestCell = 200;

    /// <summary>The text's first 80 characters; control, format and line separating characters written as <c>\u001B</c>.</summary>
    public static string Of(ReadOnlySpan<char> text) => Of(text, LongestExcerpt);

    /// <summary>A path the user gave, whole unless absurdly long: a shortened one could not be found again.</summary>
    public static string Path(ReadOnlySpan<char> path) => Of(path, LongestPath);

    /// <summary>What stands in a cell of a table: its first 200 characters.</summary>
    public static string Cell(ReadOnlySpan<char> text) => Of(text, LongestCell);

    private static string Of(ReadOnlySpan<char> text, int longest)
    {
        var shown = new StringBuilder();
        int taken = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (taken++ == longest) return shown.Append("...").ToString();
            // A lone surrogate is enumerated as U+FFFD, so what is appended is always well-formed.
            bool visible = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            if (visible) shown.Append(rune.ToString());
            else shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }

        return shown.ToString();
    }
}
