using System.Text;
using CryptoLessons.Reports.Html;

namespace CryptoLessons.Reports.Pictures;

/// <summary>How much room text takes in a picture, and as much of it as there is room for.</summary>
/// <remarks>Nobody knows which letters the reader's screen has: widths are estimates after a wide face.</remarks>
internal static class Lettering
{
    private const double Size = 12;
    private const string Ellipsis = "\u2026";

    /// <summary>About how wide the text is, in units, at 12 units' size.</summary>
    public static double Width(string text)
    {
        double width = 0;
        foreach (Rune rune in text.EnumerateRunes())
            width += Width(rune);
        return width;
    }

    /// <summary>The text on one line, cut between characters and ended by an ellipsis where there is no room for all of it.</summary>
    public static string Fit(string text, double width)
    {
        string line = OnOneLine(text);
        if (line.Length * Size <= width || Width(line) <= width)
            return line;
        double left = width - Size;
        int taken = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            left -= Width(rune);
            if (left < 0)
                break;
            taken += rune.Utf16SequenceLength;
        }
        return line[..taken].TrimEnd() + Ellipsis;
    }

    /// <summary>The text on several lines, broken between words where it can be, cut where there are too many.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, int lines)
    {
        var wrapped = new List<string>();
        string line = "";
        foreach (string word in OnOneLine(HtmlText.Cut(text, lines * (int)width).Shown).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || Width(longer) <= width)
            {
                line = longer;
                continue;
            }
            wrapped.Add(line);
            line = word;
        }
        wrapped.Add(line);
        if (wrapped.Count > lines)
            wrapped = [.. wrapped.Take(lines - 1), string.Join(' ', wrapped.Skip(lines - 1))];
        return [.. wrapped.Select(whole => Fit(whole, width))];
    }

    // Enumerating runes makes a lone half of a pair a replacement character of one unit.
    private static string OnOneLine(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.Value is '\n' or '\t' ? " " : rune.ToString()));

    private static double Width(Rune rune) => Size * rune switch
    {
        _ when HtmlText.IsHidden(rune) => 3.6,
        { Value: '\u2026' } => 1,
        { Value: 'i' or 'j' or 'l' or '.' or ',' or ':' or '\'' or '|' or 'I' } => 0.32,
        { Value: 't' or 'r' or 'f' or '-' or '(' or ')' or '/' or ' ' } => 0.42,
        { Value: 'c' or 's' or 'v' or 'x' or 'y' or 'z' } => 0.56,
        { Value: 'm' or 'w' or 'M' or 'W' or '@' or '=' } => 0.9,
        { Value: >= 'A' and <= 'Z' } => 0.72,
        { IsAscii: true } => 0.62,
        { Value: < 0x1100 } => 0.7,
        _ => 1.3,
    };
}
