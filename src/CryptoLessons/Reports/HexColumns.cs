using System.Globalization;
using CryptoLessons.Differences;

namespace CryptoLessons.Reports;

/// <summary>Two messages side by side in hexadecimal, with what each range of bytes is.</summary>
internal static class HexColumns
{
    private const int BytesPerRow = 8;
    private const int ColumnWidth = 4 + 2 + (3 * BytesPerRow) + 2;

    // A picture in a message is thousands of rows that nobody reads: a range shows its first rows and its last.
    private const int MostRows = 8;
    private const int FirstRows = 4;

    /// <summary>The rows, a heading first.</summary>
    public static IEnumerable<string> Write(IEnumerable<RangeDifference> ranges, string titleA, string titleB)
    {
        yield return Row(" ", $"      {titleA}", $"      {titleB}", "");
        foreach (RangeDifference range in ranges)
            foreach (string row in Write(range))
                yield return row;
    }

    private static IEnumerable<string> Write(RangeDifference range)
    {
        string mark = range.Likeness switch { Likeness.Equal => "=", Likeness.Different => "~", Likeness.OnlyInA => "-", _ => "+" };
        string[] a = [.. Cells(range.A)], b = [.. Cells(range.B)];
        for (int i = 0; i < Math.Max(a.Length, b.Length); i++)
            yield return Row(mark, a.ElementAtOrDefault(i) ?? "", b.ElementAtOrDefault(i) ?? "", i == 0 ? Explanation(range) : "");
    }

    private static IEnumerable<string> Cells(WireRange? range)
    {
        byte[][] rows = range is null ? [] : [.. range.Bytes.ToArray().Chunk(BytesPerRow)];
        bool cut = rows.Length > MostRows;
        for (int i = 0; i < rows.Length; i++)
            if (!cut || i < FirstRows || i == rows.Length - 1)
                yield return string.Create(CultureInfo.InvariantCulture, $"{range!.Start + (i * BytesPerRow),4}  {Hex(rows[i])}");
            else if (i == FirstRows)
                yield return string.Create(CultureInfo.InvariantCulture, $"      ... {(rows.Length - 1 - FirstRows) * BytesPerRow} bytes");
    }

    private static string Hex(byte[] row) => string.Join(' ', row.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));

    private static string Explanation(RangeDifference range)
    {
        string value = string.Join(" and ", ((string?[])[range.A?.Value, range.B?.Value]).Where(value => !string.IsNullOrEmpty(value)).Distinct());
        return new string(' ', 2 * (range.A ?? range.B)!.Depth) + range.Name + (value.Length == 0 ? "" : $": {value}");
    }

    private static string Row(string mark, string a, string b, string explanation) =>
        $"{mark} {a.PadRight(ColumnWidth)}{b.PadRight(ColumnWidth)}{explanation}";
}
