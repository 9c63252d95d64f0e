using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using static System.FormattableString;

namespace CryptoLessons.Reports.Html;

/// <summary>The people who have nothing to do with the conversation: how much of theirs was read, and on demand every message.</summary>
internal static class BystanderSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, DesignResult row, MatrixResult result, Marks marks)
    {
        Cell[] readers = [.. row.Cells.Where(cell => cell.Verdict.Bystanders > 0)];
        var figures = readers.Select(cell => Invariant($"{cell.Compromise} {cell.Verdict.Bystanders} of {result.Bystanders}"));
        string read = readers.Length == 0 ? "No attack tried here read any of them." : $"Read: {string.Join(", ", figures)}.";
        page.Line("h3", "Bystanders");
        page.Line("p", Wording.Count(result.Bystanders, "message")
            + $" of people who use the same messenger and never wrote to anybody in the conversation. {read}");
        if (result.Bystanders == 0)
            return;
        int most = Excerpt.MostWith(result.Designs.Count);
        using (page.Open("details", "chat"))
        {
            page.Line("summary", "Their messages, and who read them");
            marks.WriteLegend(page, row.Cells);
            using (page.Open("ol", "messages"))
                foreach (ScriptedMessage message in result.Script.Bystanders.Take(most))
                {
                    string text = MessageContent.Show(message.Plaintext.Span);
                    var said = new ChatMessage(message.Number, message.From, message.Time, text, null);
                    MessageBubble.Write(page, said, string.Join(", ", message.To), row, marks, mine: false);
                }
            if (result.Bystanders > most)
                page.Line("p", Invariant($"and {result.Bystanders - most} more, which every figure counts"), "omission");
        }
    }
}
