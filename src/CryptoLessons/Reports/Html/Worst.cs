using CryptoLessons.Matrix;

namespace CryptoLessons.Reports.Html;

/// <summary>Which of several compromises gave away the most.</summary>
internal static class Worst
{
    /// <summary>
    /// The cell that read most of bystanders, then most of the conversation, then found most stored; null when none gave away anything.
    /// Beside bystanders' messages, what lay on one phone does not count.
    /// </summary>
    public static Cell? Of(IEnumerable<Cell> cells) => cells
        .Where(cell => Own(cell) + cell.Verdict.Bystanders + cell.History > 0)
        .MaxBy(cell => (cell.Verdict.Bystanders, Own(cell), cell.Verdict.Bystanders > 0 ? 0 : cell.History));

    /// <summary>How many messages of the conversation were read, before the compromise and after it.</summary>
    public static int Own(Cell cell) => cell.Verdict.Past + cell.Verdict.Future;
}
