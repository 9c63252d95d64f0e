using CryptoLessons.ExceptionalAccess.Scanning;

namespace CryptoLessons.Attacks.Scanning;

/// <summary>Makes a picture's cells as light as planned: all pixels of a cell get lighter or darker, as evenly as whole levels allow.</summary>
internal sealed class CellPainter
{
    // The clearest differences tried: eight of them fit between black and white.
    private const int WidestGap = 128;

    // Pixels that are black or white already, and those that lie across a border, leave something for the next round.
    private const int Rounds = 100;

    private const int PartsOfAPixel = CellGrid.Rows * CellGrid.Columns;

    private readonly GreyImage original;

    // The pixels of each cell, row by row; one that lies across a border belongs to the cell that has most of it.
    private readonly int[][][] owned;

    private CellPainter(GreyImage original)
    {
        this.original = original;
        int[][] rows = Owned(original.Height, CellGrid.Rows), columns = Owned(original.Width, CellGrid.Columns);
        owned = [.. rows.Select(row => columns.Select(column => Crossed(row, column)).ToArray())];
    }

    /// <summary>Plans with ever clearer differences until one comes out in whole pixels.</summary>
    /// <param name="original">The picture to change.</param>
    /// <param name="hash">The hash to get near to, or away from.</param>
    /// <param name="fewest">The fewest bits in which the picture's hash shall differ from it.</param>
    /// <param name="most">The most.</param>
    /// <returns>Null when none does: the picture is too small.</returns>
    public static GreyImage? Paint(GreyImage original, PerceptualHash hash, int fewest, int most)
    {
        var painter = new CellPainter(original);
        bool Reached(CellGrid cells) => PerceptualHash.Of(cells).DistanceTo(hash) is var distance && fewest <= distance && distance <= most;
        CellGrid cells = CellGrid.Of(original);
        for (int gap = 1; gap <= WidestGap; gap *= 2)
            if (painter.Paint(CellPlan.Of(cells, hash, fewest, most, gap), Reached) is { } painted)
                return painted;
        return null;
    }

    private GreyImage? Paint(CellPlan plan, Predicate<CellGrid> reached)
    {
        byte[] pixels = original.Pixels.ToArray();
        bool changed = true;
        for (int round = 0; round < Rounds && changed; round++)
        {
            var image = new GreyImage(original.Width, original.Height, pixels);
            CellGrid cells = CellGrid.Of(image);
            if (reached(cells))
                return image;
            changed = false;
            for (int row = 0; row < CellGrid.Rows; row++)
                for (int column = 0; column < CellGrid.Columns; column++)
                {
                    long missing = (plan.Means[row][column] * cells.Area / RowPlan.Steps) - cells[row, column];
                    changed |= Lighten(pixels, owned[row][column], missing / PartsOfAPixel);
                }
        }
        return null;
    }

    /// <summary>Adds so many levels in all, spread over the pixels; what a black or white pixel cannot take is lost.</summary>
    /// <returns>False when nothing changed.</returns>
    private static bool Lighten(byte[] pixels, int[] cell, long levels)
    {
        bool changed = false;
        for (int i = 0; i < cell.Length; i++)
        {
            long change = ((i + 1) * levels / cell.Length) - (i * levels / cell.Length);
            byte lightened = (byte)Math.Clamp(pixels[cell[i]] + change, byte.MinValue, byte.MaxValue);
            changed |= lightened != pixels[cell[i]];
            pixels[cell[i]] = lightened;
        }
        return changed;
    }

    private static int[][] Owned(int side, int parts)
    {
        ILookup<int, int> owned = Enumerable.Range(0, side)
            .ToLookup(pixel => Enumerable.Range(0, parts).MaxBy(part => CellGrid.Overlap(pixel, part, side, parts)));
        return [.. Enumerable.Range(0, parts).Select(part => owned[part].ToArray())];
    }

    private int[] Crossed(int[] rows, int[] columns) => [.. from y in rows from x in columns select (y * original.Width) + x];
}
