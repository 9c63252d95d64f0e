using CryptoLessons.Conversations;
using CryptoLessons.Reports.Html;

namespace CryptoLessons.Lessons;

/// <summary>Rows of text under headings.</summary>
internal static class Table
{
    /// <summary>The table; foreign text in it is cut, and neither markup nor able to steer a terminal.</summary>
    /// <exception cref="ArgumentException">A row has another number of cells than there are headings.</exception>
    public static Exhibit Of(IReadOnlyList<string> headings, params IReadOnlyList<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(rows);
        string[][] cells = [.. rows.Prepend(headings).Select(row => row.Select(cell => Shown.Cell(cell)).ToArray())];
        if (Array.FindIndex(cells, row => row.Length != headings.Count) is var odd and >= 0)
            throw new ArgumentException(FormattableString.Invariant($"Row {odd} has {cells[odd].Length} cells under {headings.Count} headings."), nameof(rows));
        return new(Text(cells)) { Html = Html(cells) };
    }

    private static string Text(string[][] cells)
    {
        int[] widths = [.. cells[0].Select((_, column) => cells.Max(row => row[column].Length))];
        var lines = cells.Select(row => string.Join("   ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).ToList();
        lines.Insert(1, new('─', widths.Sum() + (3 * (widths.Length - 1))));
        return string.Join('\n', lines);
    }

    private static string Html(string[][] cells)
    {
        var output = new StringWriter { NewLine = "\n" };
        var page = new HtmlWriter(output);
        using (page.Open("table"))
        {
            using (page.Open("thead"))
            using (page.Open("tr"))
                foreach (string heading in cells[0])
                    page.Line("th", heading, null, ("scope", "col"));
            using (page.Open("tbody"))
                foreach (string[] row in cells[1..])
                    using (page.Open("tr"))
                        foreach (string cell in row)
                            page.Line("td", cell);
        }
        return output.ToString();
    }
}
