using System.Buffers;
using System.Globalization;
using System.Text;

namespace CryptoLessons.Reports.Html;

/// <summary>Text made fit for a page: markup becomes references, and what nobody sees is shown as its code.</summary>
internal static class HtmlText
{
    /// <summary>Writes text so that it stands as text between tags and between quotes.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="text">Any characters. Control, format and separator characters, halves of pairs and noncharacters are written as
    /// <c>\u001B</c>; line feeds and tabs stay, and so do the joiners inside emoji and words.</param>
    public static void Write(TextWriter output, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            bool whole = Rune.DecodeFromUtf16(text, out Rune rune, out int length) == OperationStatus.Done;
            if (!whole)
                WriteCode(output, text[0]);
            else if (Reference(rune) is { } reference)
                output.Write(reference);
            else if (IsHidden(rune))
                WriteCode(output, rune.Value);
            else
                output.Write(text[..length]);
            text = text[length..];
        }
    }

    /// <summary>The text's first characters, whole ones, and how many more there are.</summary>
    public static (string Shown, int Left) Cut(string text, int characters)
    {
        // A text of so few units has no more characters than that: the usual case costs nothing.
        if (text.Length <= characters)
            return (text, 0);
        int at = 0, count = 0;
        foreach (Rune rune in text.EnumerateRunes())
            if (count++ < characters)
                at += rune.Utf16SequenceLength;
        return (text[..at], Math.Max(0, count - characters));
    }

    private static string? Reference(Rune rune) => rune.Value switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => null,
    };

    /// <summary>Whether a character is written as its code.</summary>
    public static bool IsHidden(Rune rune)
    {
        const int ZeroWidthNonJoiner = 0x200C, ZeroWidthJoiner = 0x200D;
        if (rune.Value is '\n' or '\t' or ZeroWidthNonJoiner or ZeroWidthJoiner)
            return false;
        // The 66 noncharacters (The Unicode Standard, section 23.7) may stand neither in HTML nor, some of them, in XML.
        bool isNoncharacter = (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
        return isNoncharacter || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
    }

    private static void WriteCode(TextWriter output, int value) => output.Write(FormattableString.Invariant($"\\u{value:X4}"));
}
