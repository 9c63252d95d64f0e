using CryptoLessons.Adversary;
using CryptoLessons.Matrix;

namespace CryptoLessons.Reports.Html;

/// <summary>The grid: a row for each design, a column for the warrant and one for each compromise.</summary>
internal static class GridSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, MatrixResult result)
    {
        string[] compromises = [.. result.Designs.SelectMany(row => row.Cells).Select(cell => cell.Compromise).Distinct()];
        using (page.Open("section", "grid", ("id", "grid"), ("aria-labelledby", "grid-heading")))
        {
            page.Line("h2", "The grid", null, ("id", "grid-heading"));
            page.Line("p", "Each cell counts messages that an attack really decrypted: of the past, of the future, and of bystanders; and says what it wrote in somebody's name that an honest device accepted.");
            // A region that scrolls must be reachable from the keyboard.
            using (page.Open("div", "scroll", ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "grid-heading")))
            using (page.Open("table"))
            {
                using (page.Open("thead"))
                using (page.Open("tr"))
                {
                    page.Line("th", "design", null, ("scope", "col"));
                    page.Line("th", "warrant", null, ("scope", "col"));
                    foreach (string compromise in compromises)
                        page.Line("th", compromise, null, ("scope", "col"));
                }
                using (page.Open("tbody"))
                    foreach (DesignResult row in result.Designs)
                        WriteRow(page, row, result, compromises);
            }
        }
    }

    private static void WriteRow(HtmlWriter page, DesignResult row, MatrixResult result, string[] compromises)
    {
        using (page.Open("tr", null, ("data-design", row.Design.Id)))
        {
            using (page.Open("th", null, ("scope", "row")))
                page.Line("a", row.Design.Id, null, ("href", "#" + DesignSection.Anchor(row)));
            using (page.Open("td"))
                new Fraction("opened", row.Lawful.Opened, row.Lawful.Of).Write(page, "law");
            foreach (string compromise in compromises)
                using (page.Open("td", null, ("data-compromise", compromise)))
                    if (row.Cells.FirstOrDefault(cell => cell.Compromise == compromise) is { } cell)
                        WriteCell(page, cell, row, result);
        }
    }

    private static void WriteCell(HtmlWriter page, Cell cell, DesignResult row, MatrixResult result)
    {
        foreach (Fraction read in Figures.Read(cell, result))
            read.Write(page, "theft");
        // Where no phone was seized, a row of zeros would only hide the others.
        if (cell.History > 0)
            Figures.Stored(cell, row).Write(page, "store");
        // Two designs may be read alike and not be written in alike.
        if (cell.Forged != Forged.None)
            WriteForged(page, MatrixJson.Name(cell.Forged));
    }

    private static void WriteForged(HtmlWriter page, string forged)
    {
        using (page.Open("div", "fraction theft", ("data-forged", forged)))
        {
            page.Line("span", "forged", "name");
            page.Text(" ");
            page.Line("span", forged, "figure");
        }
    }
}
