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

    /// <summary>A name, shown harmlessly: its first 40 characters.</summary>
    public static string Name(string name) => Text(Cut(name, LongestName));

    /// <summary>The text's first characters, whole ones, and three dots when there are more.</summary>
    public static string Cut(string text, int characters)
    {
        Rune[] runes = [.. text.EnumerateRunes().Take(characters + 1)];
        return runes.Length <= characters ? text : string.Concat(runes[..characters]) + "...";
    }

    private static bool Steers(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
