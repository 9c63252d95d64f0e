using System.Globalization;
using System.Text;

namespace CryptoLessons.Cli;

/// <summary>Names and texts from chats are data: what would steer a terminal is shown as its code.</summary>
internal static class Harmless
{
    private const int LongestName = 40;

    /// <summary>The text with control, format and separator characters written as <c>\u001B</c>.</summary>
    public static string Text(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            if (Steers(rune))
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else
                shown.Append(rune.ToString());
        return shown.ToString();
    }

    /// <summary>A name, shown harmlessly and at most 40 characters long.</summary>
    public static string Name(string name)
    {
        string shown = Text(name);
        return shown.Length <= LongestName ? shown : shown[..LongestName] + "...";
    }

    private static bool Steers(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
