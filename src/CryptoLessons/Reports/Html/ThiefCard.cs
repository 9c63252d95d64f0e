using CryptoLessons.Adversary;
using CryptoLessons.Matrix;
using static System.FormattableString;

namespace CryptoLessons.Reports.Html;

/// <summary>One compromise of one design: what the thief held, what it read, and what the control read.</summary>
internal static class ThiefCard
{
    /// <summary>Writes the card.</summary>
    public static void Write(HtmlWriter page, Cell cell, DesignResult row, MatrixResult result, Marks marks)
    {
        using (page.Open("section", "card", ("data-compromise", cell.Compromise)))
        {
            using (page.Open("h4"))
            {
                page.Line("b", marks.LabelOf(cell.Compromise), "label");
                page.Text(" " + cell.Compromise);
            }
            page.Line("p", Loot(cell), "small");
            foreach (Fraction read in Figures.Read(cell, result))
                read.Write(page, "theft");
            Figures.Stored(cell, row).Write(page, "store");
            page.Line("p", Which(cell, result.Request.Conversation.Messages.Count), "which");
            WriteFacts(page, cell);
            page.Line("p", Control(cell), "small control");
        }
    }

    private static string Loot(Cell cell) => Compromise.Find(cell.Compromise) is { } compromise
        ? $"{Wording.Capital(compromise.Title)}. Besides all that ever went over the wire, the thief holds {compromise.Loot}."
        : "";

    private static string Which(Cell cell, int length) => Worst.Own(cell) == 0
        ? "Messages read: none."
        : $"Messages read: {Runs.Of(cell.Verdict.Recovered.Keys.Where(number => number <= length))}.";

    private static void WriteFacts(HtmlWriter page, Cell cell)
    {
        using (page.Open("dl", "facts"))
            foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[
                ("forged", MatrixJson.Name(cell.Forged)),
                ("forgery noticed", MatrixJson.Name(cell.ForgeryNoticed)),
                ("reading noticed", MatrixJson.Name(cell.Noticed)),
                ("wrong guesses", Invariant($"{cell.Verdict.Wrong.Count}"))])
                using (page.Open("div"))
                {
                    page.Line("dt", name);
                    page.Line("dd", value);
                }
    }

    private static string Control(Cell cell) => Invariant($"Control: with unrelated secrets the same attack read {cell.Control.Recovered.Count}")
        + (cell.ControlForged == Forged.None ? " and forged nothing." : $" and forged: {MatrixJson.Name(cell.ControlForged)}.");
}
