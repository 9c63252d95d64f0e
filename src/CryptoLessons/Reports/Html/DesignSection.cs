using CryptoLessons.Adversary;
using CryptoLessons.Matrix;
using static System.FormattableString;

namespace CryptoLessons.Reports.Html;

/// <summary>One design: what a warrant got beside what a theft got, each thief, the conversation, the bystanders.</summary>
internal static class DesignSection
{
    /// <summary>The name under which other parts of the page link to the section.</summary>
    public static string Anchor(DesignResult row) => $"design-{row.Design.Id}";

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, DesignResult row, MatrixResult result)
    {
        var marks = new Marks(row.Cells);
        using (page.Open("section", "design", ("id", Anchor(row))))
        {
            using (page.Open("h2"))
                page.Line("code", row.Design.Id);
            page.Line("p", row.Design.Title + ".", "title");
            WriteBothSides(page, row, result);
            page.Line("h3", "What each thief got");
            WriteThieves(page, [.. row.Cells.Where(GotSomething)], row, result, marks);
            WriteEmptyHanded(page, [.. row.Cells.Where(cell => !GotSomething(cell))], row, result, marks);
            PictureSection.Write(page, row, result, marks);
            ConversationSection.Write(page, row, result, marks);
            BystanderSection.Write(page, row, result, marks);
        }
    }

    private static bool GotSomething(Cell cell) =>
        Worst.Own(cell) + cell.Verdict.Bystanders + cell.History > 0 || cell.Forged != Forged.None;

    private static void WriteThieves(HtmlWriter page, Cell[] cells, DesignResult row, MatrixResult result, Marks marks)
    {
        if (cells.Length == 0)
            return;
        using (page.Open("div", "thieves"))
            foreach (Cell cell in cells)
                ThiefCard.Write(page, cell, row, result, marks);
    }

    /// <summary>Cards full of zeros would only hide the others.</summary>
    private static void WriteEmptyHanded(HtmlWriter page, Cell[] cells, DesignResult row, MatrixResult result, Marks marks)
    {
        if (cells.Length == 0)
            return;
        using (page.Open("details", "empty-handed"))
        {
            page.Line("summary", Invariant($"Nothing read, stored or forged: {string.Join(", ", cells.Select(cell => cell.Compromise))}"));
            WriteThieves(page, cells, row, result, marks);
        }
    }

    private static void WriteBothSides(HtmlWriter page, DesignResult row, MatrixResult result)
    {
        page.Line("h3", "By warrant, and by theft");
        using (page.Open("div", "sides"))
        {
            using (page.Open("div", "side law"))
            {
                using (page.Open("p"))
                {
                    page.Text("A warrant naming ");
                    page.WriteName(result.Request.Target);
                    page.Text(Invariant($", from the first message to the last, opened {row.Lawful.Opened} of {row.Lawful.Of} messages."));
                }
                new Fraction("by warrant", row.Lawful.Opened, row.Lawful.Of).Write(page, "law");
            }
            using (page.Open("div", "side theft"))
                if (Worst.Of(row.Cells) is { } worst)
                {
                    page.Line("p", $"The worst theft, {Wording.TitleOf(worst)}, {Wording.ReadBy(worst, result)}.");
                    new Fraction("conversation", Worst.Own(worst), result.Request.Conversation.Messages.Count).Write(page, "theft");
                    new Fraction("bystanders", worst.Verdict.Bystanders, result.Bystanders).Write(page, "theft");
                }
                else
                {
                    page.Line("p", "No theft tried here read a message.");
                }
        }
        string claims = row.Design.Claims.Count == 0 ? "" : $" Claims put to the test: {string.Join(", ", row.Design.Claims)}.";
        page.Line("p", Invariant($"A message has {row.BytesPerMessage:F1} bytes on the wire.{claims}"), "small");
    }
}
