using CryptoLessons.ExceptionalAccess.Scanning;

namespace CryptoLessons.Attacks.Scanning;

/// <summary>What the 72 means of a picture shall become, so that its hash gets near to another one, or away from it, at the least change.</summary>
/// <param name="Means">In eighths of a grey level (<see cref="RowPlan.Steps"/>), row by row.</param>
internal sealed record CellPlan(int[][] Means)
{
    private const int BitsOfARow = CellGrid.Columns - 1;

    /// <summary>The least change after which a picture's hash differs in so many bits from another.</summary>
    /// <param name="cells">The picture as it is.</param>
    /// <param name="hash">The other hash.</param>
    /// <param name="fewest">The fewest bits that shall differ: 0 to get there.</param>
    /// <param name="most">The most bits that may differ, 64 to get away.</param>
    /// <param name="gap">How clear the differences shall be (<see cref="RowPlan"/>).</param>
    public static CellPlan Of(CellGrid cells, PerceptualHash hash, int fewest, int most, int gap)
    {
        RowPlan[] rows = [.. Enumerable.Range(0, CellGrid.Rows).Select(row => Row(cells, hash, row, Math.Min(most, BitsOfARow), gap))];
        // By row and number of bits: what it costs to have this row and those above it differ in so many, and how many of them are this row's.
        var best = new (long Cost, int Own)[rows.Length][];
        for (int row = 0; row < rows.Length; row++)
        {
            best[row] = new (long, int)[most + 1];
            for (int bits = 0; bits <= most; bits++)
            {
                (long Cost, int Own) Split(int own) => (rows[row].Cost(own) + (row == 0 ? 0 : best[row - 1][bits - own].Cost), own);
                int above = BitsOfARow * row, fewestOwn = Math.Max(0, bits - above), mostOwn = Math.Min(bits, BitsOfARow);
                best[row][bits] = fewestOwn > mostOwn ? (long.MaxValue, 0) : Enumerable.Range(fewestOwn, mostOwn - fewestOwn + 1).Min(Split);
            }
        }
        int left = Enumerable.Range(fewest, most - fewest + 1).MinBy(bits => best[^1][bits].Cost);
        int[][] means = new int[rows.Length][];
        for (int row = rows.Length - 1; row >= 0; row--)
        {
            int own = best[row][left].Own;
            means[row] = rows[row].Means(own);
            left -= own;
        }
        return new(means);
    }

    private static RowPlan Row(CellGrid cells, PerceptualHash hash, int row, int most, int gap) =>
        new([.. Enumerable.Range(0, CellGrid.Columns).Select(column => Rounded(cells[row, column], cells.Area))],
            [.. Enumerable.Range(0, BitsOfARow).Select(column => hash[row, column])], most, gap);

    private static int Rounded(long sum, long area) => (int)(((sum * RowPlan.Steps) + (area / 2)) / area);
}
