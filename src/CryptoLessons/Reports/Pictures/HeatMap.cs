using System.Text;
using CryptoLessons.Lessons;
using static System.FormattableString;

namespace CryptoLessons.Reports.Pictures;

/// <summary>A table in which each cell is as full as its value is of what is possible: full cells are seen without reading.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Columns">The heads of the columns.</param>
/// <param name="Rows">The rows, each with its name.</param>
/// <param name="Theft">Whether full is what thieves got, and not simply much.</param>
internal sealed record HeatMap(
    string Heading, IReadOnlyList<string> Columns, IReadOnlyList<(string Name, IReadOnlyList<HeatCell> Cells)> Rows, bool Theft)
{
    private const double RowHeight = 20;
    private const double WidestName = 150;

    /// <summary>The picture; figures stand in cells that are wide enough, and in the text all values do.</summary>
    /// <param name="title">What it is, in one sentence.</param>
    /// <param name="note">What a full cell means.</param>
    public Exhibit Draw(string title, string note)
    {
        var sheet = new Sheet(Heading);
        double gutter = Math.Min(WidestName, 4 + Rows.Max(row => Lettering.Width(row.Name)));
        double left = Sheet.Margin + gutter, pitch = Math.Min(30, (Sheet.Width - Sheet.Margin - left) / Columns.Count);
        sheet.Down(8 + Columns.Max(Lettering.Width));
        foreach (var (index, column) in Columns.Index())
            sheet.Text(left + (pitch * (index + 0.5)) + 4, sheet.Y, column, "p-soft", upright: true);
        sheet.Down(6);
        bool figures = Rows.SelectMany(row => row.Cells).Max(cell => Lettering.Width(cell.Figure)) is > 0 and var widest && widest < pitch - 1;
        foreach (var (name, cells) in Rows)
        {
            sheet.Text(Sheet.Margin, sheet.Y + 14, Lettering.Fit(name, gutter - 4));
            foreach (var (index, cell) in cells.Index())
                Draw(sheet, left + (pitch * index) + 1, pitch - 2, cell, figures);
            sheet.Down(RowHeight);
        }
        sheet.Down(2);
        sheet.Note(note);
        string rows = string.Join(", ", Rows.Select(row => row.Name)), columns = string.Join(", ", Columns);
        return sheet.Finish(title, Invariant($"{note} {Rows.Count} rows: {rows}. {Columns.Count} columns: {columns}."), Text(title, note));
    }

    private void Draw(Sheet sheet, double x, double width, HeatCell cell, bool figures)
    {
        const double Height = RowHeight - 2;
        (string, string) share = ("data-share", Invariant($"{cell.Share:0.######}"));
        sheet.Rect(x, sheet.Y, width, Height, "p-cell", 2, share);
        if (cell.Share > 0)
        {
            double full = Math.Max(1, Height * cell.Share);
            sheet.Rect(x, sheet.Y + Height - full, width, full, !Theft ? "p-much" : figures && cell.Share < 1 ? "p-tint" : "p-full", 2);
        }
        if (figures)
        {
            string ink = cell.Share >= 1 ? "p-read-ink" : cell.Share > 0 ? "p-strong" : "p-soft";
            sheet.Text(x + (width / 2), sheet.Y + 13.5, cell.Figure, ink, "middle");
        }
    }

    private string Text(string title, string note)
    {
        var text = new StringBuilder(title).Append(".\n");
        foreach (var (index, column) in Columns.Index())
        {
            text.Append("\n  ").Append(column).Append('\n');
            foreach (var same in Rows.GroupBy(row => row.Cells[index].Value))
                text.Append("    ").Append(same.Key).Append(": ").AppendJoin(", ", same.Select(row => row.Name)).Append('\n');
        }
        return text.Append('\n').Append("  ").Append(note).ToString();
    }
}
