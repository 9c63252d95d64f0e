using CryptoLessons.Matrix;

namespace CryptoLessons.Reports.Html;

/// <summary>The figures of one cell as fractions.</summary>
internal static class Figures
{
    /// <summary>What was decrypted: past, future, bystanders.</summary>
    public static IReadOnlyList<Fraction> Read(Cell cell, MatrixResult result)
    {
        int at = result.Request.At, length = result.Request.Conversation.Messages.Count;
        return
        [
            new("past", cell.Verdict.Past, at),
            new("future", cell.Verdict.Future, length - at),
            new("bystanders", cell.Verdict.Bystanders, result.Bystanders),
        ];
    }

    /// <summary>What lay readable on a seized phone.</summary>
    public static Fraction Stored(Cell cell, DesignResult row) => new("stored", cell.History, row.HistoryOf);
}
