using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.Reports.Pictures;
using static System.FormattableString;

namespace CryptoLessons.Reports.Html;

/// <summary>The head of the page: what was played, and the one sentence that the figures come to.</summary>
internal static class Headline
{
    private const int MostNotes = 20;

    /// <summary>Writes the head.</summary>
    public static void Write(HtmlWriter page, MatrixResult result)
    {
        using (page.Open("header"))
        {
            page.Line("p", "CryptoLessons matrix", "eyebrow");
            page.Line("h1", "What was really read");
            WriteWorst(page, result);
            WriteConversation(page, result.Request);
            using (page.Open("div", "pictures"))
                page.Picture(MatrixHeatMap.Draw(result).Svg!);
        }
    }

    private static void WriteWorst(HtmlWriter page, MatrixResult result)
    {
        var worst = Worst.Of(result.Designs.SelectMany(row => row.Cells));
        DesignResult? where = result.Designs.FirstOrDefault(row => worst is not null && row.Cells.Contains(worst));
        using (page.Open("p", "headline"))
        {
            if (worst is null || where is null)
            {
                page.Text("No attack tried here read a message.");
                return;
            }
            page.Text("Under ");
            page.Line("code", where.Design.Id);
            page.Text($", {Wording.TitleOf(worst)} {Wording.ReadBy(worst, result)}.");
            if (MildestOther(result, where, worst.Compromise) is var (other, cell))
            {
                page.Text(" Under ");
                page.Line("code", other.Design.Id);
                page.Text($" it {Wording.ReadBy(cell, result)}.");
            }
        }
        using (page.Open("p", "lawful"))
        {
            page.Text("A warrant naming ");
            page.WriteName(result.Request.Target);
            page.Text(" opened ");
            string next = "";
            foreach (var same in result.Designs.GroupBy(row => (row.Lawful.Opened, row.Lawful.Of)))
            {
                page.Text(Invariant($"{next}{same.Key.Opened} of {same.Key.Of} under "));
                WriteNames(page, [.. same]);
                next = "; ";
            }
            page.Text(".");
        }
    }

    private static void WriteNames(HtmlWriter page, DesignResult[] rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if (i > 0)
                page.Text(i == rows.Length - 1 ? " and " : ", ");
            page.Line("code", rows[i].Design.Id);
        }
    }

    /// <summary>The other design in which the same compromise gave away least, and what it gave.</summary>
    private static (DesignResult Row, Cell Cell)? MildestOther(MatrixResult result, DesignResult where, string compromise)
    {
        var others = result.Designs.Where(row => row != where)
            .SelectMany(row => row.Cells.Where(cell => cell.Compromise == compromise).Select(cell => (Row: row, Cell: cell)))
            .ToList();
        return others.Count == 0 ? null : others.MinBy(other => (other.Cell.Verdict.Bystanders, Worst.Own(other.Cell), other.Cell.History));
    }

    /// <summary>Writes what was played.</summary>
    public static void WriteConversation(HtmlWriter page, MatrixRequest request)
    {
        Conversation conversation = request.Conversation;
        using (page.Open("p", "played"))
        {
            page.Text("Played: ");
            page.WriteName(conversation.Source);
            string messages = Wording.Count(conversation.Messages.Count, "message"), files = Wording.Count(conversation.Attachments, "attachment");
            page.Text(Invariant($" ({conversation.Format}), {messages}, {conversation.People.Count} people, {files}. "));
            page.Text(Invariant($"The compromise happens at message {request.At}; the target is "));
            page.WriteName(request.Target);
            page.Text(Invariant($"; seed {request.Seed}, profile {request.Profile}."));
        }
        var unparsed = conversation.Unparsed.Select(line => Invariant($"Line {line.Line} is no message ({line.Why}): {line.Text}"));
        string[] notes = [.. conversation.Notes, .. unparsed];
        if (notes.Length == 0)
            return;
        using (page.Open("details"))
        {
            page.Line("summary", $"Noticed while reading the chat: {Wording.Count(notes.Length, "note")}");
            using (page.Open("ul", "notes"))
            {
                foreach (string note in notes.Take(MostNotes))
                    page.Line("li", note, null, ("dir", "auto"));
                if (notes.Length > MostNotes)
                    page.Line("li", $"and {Wording.Count(notes.Length - MostNotes, "more note")}");
            }
        }
    }
}
