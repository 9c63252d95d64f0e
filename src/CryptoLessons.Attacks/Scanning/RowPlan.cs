using CryptoLessons.ExceptionalAccess.Scanning;

namespace CryptoLessons.Attacks.Scanning;

/// <summary>The least change of a row's nine means, sum of squares, after which exactly so many of its eight bits differ from given ones.</summary>
/// <remarks>
/// Dynamic programming over the cells from left to right: for each level that a cell can have, and each number of differing bits so far, what it
/// cost at least to get there. Exact, at a resolution of an eighth of a grey level.
/// </remarks>
internal sealed class RowPlan
{
    /// <summary>Levels to one level of grey.</summary>
    public const int Steps = 8;

    private const int Levels = (byte.MaxValue * Steps) + 1;

    // Above every cost, and far enough from overflow to add costs to it.
    private const long Impossible = long.MaxValue / 4;

    private readonly int[] means;
    private readonly bool[] bits;
    private readonly int gap;

    // By cell, number of differing bits, and level of the cell.
    private readonly long[][][] costs = new long[CellGrid.Columns][][];
    private readonly long[] least;

    /// <summary>Plans for every number of differing bits up to <paramref name="most"/>.</summary>
    /// <param name="means">The nine means, in steps.</param>
    /// <param name="bits">The eight bits.</param>
    /// <param name="most">The most bits that may differ, 0 to 8.</param>
    /// <param name="gap">By how many steps a cell must be darker than its right neighbour where the bit shall be 1, at least 1;
    /// where it shall be 0, the neighbour must be darker by one step less.</param>
    public RowPlan(int[] means, bool[] bits, int most, int gap)
    {
        (this.means, this.bits, this.gap) = (means, bits, gap);
        for (int cell = 0; cell < costs.Length; cell++)
        {
            costs[cell] = new long[most + 1][];
            for (int differing = 0; differing <= most; differing++)
                costs[cell][differing] = Costs(cell, differing);
        }
        least = [.. costs[^1].Select(cost => cost.Min())];
    }

    /// <summary>What it costs to have exactly so many bits differ.</summary>
    public long Cost(int differing) => least[differing];

    /// <summary>The means at that cost.</summary>
    public int[] Means(int differing)
    {
        int[] planned = new int[costs.Length];
        int level = Array.IndexOf(costs[^1][differing], least[differing]);
        for (int cell = costs.Length - 1; cell > 0; cell--)
        {
            planned[cell] = level;
            long before = costs[cell][differing][level] - Square(cell, level);
            int kept = Before(cell, differing, level, bits[cell - 1], before);
            level = kept >= 0 ? kept : Before(cell, --differing, level, !bits[cell - 1], before);
        }
        planned[0] = level;
        return planned;
    }

    private long[] Costs(int cell, int differing)
    {
        long[] cost = new long[Levels];
        if (cell > 0 || differing > 0)
            Array.Fill(cost, Impossible);
        if (cell > 0)
            Advance(costs[cell - 1][differing], bits[cell - 1], cost);
        if (cell > 0 && differing > 0)
            Advance(costs[cell - 1][differing - 1], !bits[cell - 1], cost);
        for (int level = 0; level < Levels; level++)
            cost[level] += Square(cell, level);
        return cost;
    }

    /// <summary>The cheapest way to each level from those of the cell to the left that the bit allows.</summary>
    private void Advance(long[] left, bool lighter, long[] cost)
    {
        long cheapest = Impossible;
        if (lighter)
            for (int level = gap; level < Levels; level++)
                cost[level] = Math.Min(cost[level], cheapest = Math.Min(cheapest, left[level - gap]));
        else
            for (int level = Levels - gap; level >= 0; level--)
                cost[level] = Math.Min(cost[level], cheapest = Math.Min(cheapest, left[level + gap - 1]));
    }

    /// <summary>The level of the cell to the left from which the bit leads to this one at that cost; -1 if there is none.</summary>
    private int Before(int cell, int differing, int level, bool lighter, long cost) => lighter
        ? Array.IndexOf(costs[cell - 1][differing], cost, 0, Math.Max(0, level - gap + 1))
        : Array.IndexOf(costs[cell - 1][differing], cost, Math.Min(Levels, level + gap - 1));

    private long Square(int cell, int level) => (long)(level - means[cell]) * (level - means[cell]);
}
