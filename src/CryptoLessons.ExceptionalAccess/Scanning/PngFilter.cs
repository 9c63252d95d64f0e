namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>The five filters of PNG (third edition, section 9): each row says which predicts its bytes from those before them.</summary>
internal static class PngFilter
{
    /// <summary>Undoes a row's filter in place.</summary>
    /// <param name="filter">The filter's number.</param>
    /// <param name="row">The row as it was filtered, then as it was.</param>
    /// <param name="above">The row above as it was; zeros above the first.</param>
    /// <param name="distance">How many bytes to the left the pixel before lies.</param>
    /// <returns>False when there is no such filter.</returns>
    public static bool TryUndo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        if (filter is < 0 or > 4)
            return false;
        for (int i = 0; i < row.Length; i++)
        {
            int left = i < distance ? 0 : row[i - distance];
            int aboveLeft = i < distance ? 0 : above[i - distance];
            int predicted = filter switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                4 => Paeth(left, above[i], aboveLeft),
                _ => 0,
            };
            row[i] = unchecked((byte)(row[i] + predicted));
        }
        return true;
    }

    // The order in which ties are broken is part of the format.
    private static int Paeth(int left, int above, int aboveLeft)
    {
        int toLeft = Math.Abs(above - aboveLeft), toAbove = Math.Abs(left - aboveLeft), toAboveLeft = Math.Abs(left + above - (2 * aboveLeft));
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
