using CryptoLessons.Matrix;
using static System.FormattableString;

namespace CryptoLessons.Reports.Html;

/// <summary>Phrases that several parts of a page use.</summary>
internal static class Wording
{
    private const int LongestName = 40;

    /// <summary>What happened in a cell, as it stands in a sentence.</summary>
    public static string TitleOf(Cell cell) => Compromise.Find(cell.Compromise)?.Title ?? cell.Compromise;

    /// <summary>The text as it begins a sentence.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A number and its noun.</summary>
    public static string Count(int number, string noun) => Invariant($"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>What a cell read and found, as it follows on the compromise in a sentence.</summary>
    public static string ReadBy(Cell cell, MatrixResult result)
    {
        int own = Worst.Own(cell), length = result.Request.Conversation.Messages.Count, others = cell.Verdict.Bystanders;
        string read = own + others == 0
            ? "read none"
            : Invariant($"read {own} of {length} messages, and {others} of {result.Bystanders} of bystanders who have nothing to do with them");
        return cell.History == 0 ? read : read + Invariant($"; {cell.History} lay readable on the phone");
    }

    /// <summary>A person's name: its first 40 characters.</summary>
    public static void WriteName(this HtmlWriter page, string name)
    {
        var (shown, left) = HtmlText.Cut(name, LongestName);
        page.Foreign(left == 0 ? shown : shown + "...");
    }
}
