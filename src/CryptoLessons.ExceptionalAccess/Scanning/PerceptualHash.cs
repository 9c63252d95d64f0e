using System.Globalization;
using System.Numerics;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>The 64-bit difference hash (dHash) of a picture: pictures that look alike have hashes that differ in few bits.</summary>
/// <remarks>
/// Of 8 rows of 9 cells, each cell but a row's last gives one bit: 1 when its mean is smaller than that of the cell to its right, so when
/// the picture gets lighter. The top left cell gives the highest bit, row follows row. Nothing in it is secret and nothing is keyed:
/// whoever knows a hash can make a picture that has it.
/// </remarks>
/// <param name="Bits">The 64 bits.</param>
public readonly record struct PerceptualHash(ulong Bits)
{
    /// <summary>Length in bits.</summary>
    public const int Size = CellGrid.Rows * (CellGrid.Columns - 1);

    /// <summary>The hash of a picture.</summary>
    public static PerceptualHash Of(GreyImage image) => Of(CellGrid.Of(image));

    /// <summary>The hash of a picture whose cells are summed up already.</summary>
    public static PerceptualHash Of(CellGrid cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ulong bits = 0;
        for (int row = 0; row < CellGrid.Rows; row++)
            for (int column = 0; column + 1 < CellGrid.Columns; column++)
                bits = (bits << 1) | (cells[row, column] < cells[row, column + 1] ? 1UL : 0UL);
        return new(bits);
    }

    /// <summary>In how many bits two hashes differ (Hamming distance), 0 to 64.</summary>
    public int DistanceTo(PerceptualHash other) => BitOperations.PopCount(Bits ^ other.Bits);

    /// <summary>The bit that compares a cell with the one to its right.</summary>
    /// <param name="row">Row of cells, 0 to 7 from the top.</param>
    /// <param name="column">The left cell of the two, 0 to 7.</param>
    public bool this[int row, int column] => ((Bits >> (Size - 1 - (row * (CellGrid.Columns - 1)) - column)) & 1) != 0;

    /// <summary>16 hex digits.</summary>
    public override string ToString() => Bits.ToString("x16", CultureInfo.InvariantCulture);
}
