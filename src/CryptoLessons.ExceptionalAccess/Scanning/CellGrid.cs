namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>A picture divided into 8 rows of 9 cells of equal area, each summed up exactly.</summary>
/// <remarks>
/// A pixel that lies across a border counts in each cell by the part of it that lies there, in 72nds of a pixel, so that the sums are
/// integers and a picture has the same ones on every machine. All cells have the same area: comparing sums compares means.
/// </remarks>
public sealed class CellGrid
{
    /// <summary>Rows of cells.</summary>
    public const int Rows = 8;

    /// <summary>Cells in a row.</summary>
    public const int Columns = 9;

    private readonly long[] sums = new long[Rows * Columns];

    private CellGrid(long area) => Area = area;

    /// <summary>The area of every cell, in 72nds of a pixel: as many as the picture has pixels.</summary>
    public long Area { get; }

    /// <summary>The sum of a cell, each pixel times the 72nds of it that lie there; divided by <see cref="Area"/> it is the mean, 0 to 255.</summary>
    public long this[int row, int column] => sums[(row * Columns) + column];

    /// <summary>Sums up a picture of any size.</summary>
    public static CellGrid Of(GreyImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var grid = new CellGrid((long)image.Width * image.Height);
        Span<long> row = stackalloc long[Columns];
        for (int y = 0; y < image.Height; y++)
        {
            row.Clear();
            ReadOnlySpan<byte> pixels = image.Row(y);
            for (int column = 0; column < Columns; column++)
                for (int x = First(column, image.Width, Columns); x < End(column, image.Width, Columns); x++)
                    row[column] += Overlap(x, column, image.Width, Columns) * pixels[x];
            for (int r = y * Rows / image.Height; r < Rows && First(r, image.Height, Rows) <= y; r++)
                for (int column = 0; column < Columns; column++)
                    grid.sums[(r * Columns) + column] += Overlap(y, r, image.Height, Rows) * row[column];
        }
        return grid;
    }

    /// <summary>How much of one pixel along a side lies in one of the equal parts of that side.</summary>
    /// <param name="pixel">Counted from 0.</param>
    /// <param name="part">Counted from 0.</param>
    /// <param name="side">The side's length in pixels.</param>
    /// <param name="parts">Into how many parts it is divided.</param>
    /// <returns>0 to <paramref name="parts"/>, in that fraction of a pixel.</returns>
    public static long Overlap(int pixel, int part, int side, int parts) =>
        Math.Max(0, Math.Min((pixel + 1L) * parts, (part + 1L) * side) - Math.Max((long)pixel * parts, (long)part * side));

    private static int First(int part, int side, int parts) => (int)((long)part * side / parts);

    private static int End(int part, int side, int parts) => (int)((((part + 1L) * side) + parts - 1) / parts);
}
