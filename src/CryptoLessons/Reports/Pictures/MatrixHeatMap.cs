using CryptoLessons.Lessons;
using CryptoLessons.Matrix;
using CryptoLessons.Reports.Html;
using static System.FormattableString;

namespace CryptoLessons.Reports.Pictures;

/// <summary>The matrix at a glance: of each design, how much of the conversation each compromise read.</summary>
public static class MatrixHeatMap
{
    /// <summary>Draws it.</summary>
    /// <param name="result">The matrix.</param>
    /// <returns>A picture with a row for each design and a column for each compromise, in their own order, and text.</returns>
    public static Exhibit Draw(MatrixResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        int length = result.Request.Conversation.Messages.Count;
        HeatCell Of(Cell cell) => new((double)Worst.Own(cell) / length, Invariant($"{Worst.Own(cell)}"), Invariant($"{Worst.Own(cell)} of {length}"));
        return new HeatMap(
            Invariant($"Messages read, of {length}"),
            [.. result.Designs[0].Cells.Select(cell => cell.Compromise)],
            [.. result.Designs.Select(row => (row.Design.Id, (IReadOnlyList<HeatCell>)[.. row.Cells.Select(Of)]))],
            Theft: true)
            .Draw(
                Invariant($"How many of {length} messages each compromise read under each design"),
                "A cell is as full as the part of the conversation that the attack really decrypted, before the theft and after it.");
    }
}
