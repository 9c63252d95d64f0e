using CryptoLessons.Matrix;

namespace CryptoLessons.Reports.Html;

/// <summary>The marks beside messages: a short label for each compromise, and whether its thief read the message.</summary>
internal sealed class Marks
{
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);

    /// <summary>Labels for the compromises of these cells: their initials, numbered where two have the same.</summary>
    public Marks(IEnumerable<Cell> cells)
    {
        foreach (string compromise in cells.Select(cell => cell.Compromise).Distinct())
        {
            string[] words = compromise.Split('-', StringSplitOptions.RemoveEmptyEntries);
            string initials = string.Concat(words.Select(word => char.ToUpperInvariant(word[0])));
            string label = initials;
            for (int i = 2; labels.ContainsValue(label); i++)
                label = FormattableString.Invariant($"{initials}{i}");
            labels.Add(compromise, label);
        }
    }

    /// <summary>The short label of a compromise.</summary>
    public string LabelOf(string compromise) => labels[compromise];

    /// <summary>What a message means to the thief of one cell.</summary>
    public static Mark Of(Cell cell, int message) =>
        cell.Verdict.Recovered.ContainsKey(message) ? Mark.Read : cell.Stored.Contains(message) ? Mark.Stored : Mark.Unread;

    /// <summary>The word for a mark, as every mark carries it.</summary>
    public static string WordFor(Mark mark) => mark switch
    {
        Mark.Unread => "not read",
        Mark.Read => "read",
        Mark.Stored => "stored",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, null),
    };

    /// <summary>Writes what the marks mean.</summary>
    public void WriteLegend(HtmlWriter page, IReadOnlyList<Cell> cells)
    {
        using (page.Open("div", "legend"))
        {
            using (page.Open("ul", "marks", ("aria-label", "What the marks mean")))
                foreach (var (mark, meaning) in (ReadOnlySpan<(Mark, string)>)[
                    (Mark.Read, "read"), (Mark.Unread, "not read"), (Mark.Stored, "stored on the seized phone")])
                    page.Line("li", meaning, $"mark {ClassOf(mark)}");
            using (page.Open("ul", "marks", ("aria-label", "The compromises")))
                foreach (Cell cell in cells)
                    using (page.Open("li", "thief"))
                    {
                        page.Line("b", LabelOf(cell.Compromise));
                        page.Text(" " + cell.Compromise);
                    }
        }
    }

    /// <summary>Writes a message's marks, one for each cell.</summary>
    public void Write(HtmlWriter page, IReadOnlyList<Cell> cells, int message)
    {
        using (page.Open("ul", "marks", ("aria-label", "Who read it")))
            foreach (Cell cell in cells)
            {
                Mark mark = Of(cell, message);
                string word = WordFor(mark);
                using (page.Open("li", $"mark {ClassOf(mark)}", ("data-compromise", cell.Compromise), ("title", $"{cell.Compromise}: {word}")))
                {
                    page.Text(LabelOf(cell.Compromise));
                    page.Line("span", " " + word, "aloud");
                }
            }
    }

    private static string ClassOf(Mark mark) => mark switch
    {
        Mark.Read => "read",
        Mark.Stored => "stored",
        _ => "unread",
    };
}
