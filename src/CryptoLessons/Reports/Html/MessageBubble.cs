using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using static System.FormattableString;

namespace CryptoLessons.Reports.Html;

/// <summary>One message: who, when, what, the marks, and on demand how each thief came to it.</summary>
internal static class MessageBubble
{
    private const int LongestText = 1000;
    private const int LongestStep = 200;

    /// <summary>Writes the message as an item of a list.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="message">What was said.</param>
    /// <param name="to">To whom, where that is not clear.</param>
    /// <param name="row">The design under which it was said.</param>
    /// <param name="marks">The labels of the compromises.</param>
    /// <param name="mine">Whether it stands on the target's side.</param>
    public static void Write(HtmlWriter page, ChatMessage message, string? to, DesignResult row, Marks marks, bool mine)
    {
        bool caught = row.Cells.Any(cell => Marks.Of(cell, message.Number) == Mark.Read);
        string style = $"message {(mine ? "mine" : "theirs")}{(caught ? " caught" : "")}";
        using (page.Open("li", style, ("id", Invariant($"{row.Design.Id}-{message.Number}"))))
        {
            WriteHead(page, message, to);
            WriteText(page, message.Text);
            if (message.Attachment is { } file)
                using (page.Open("p", "file"))
                {
                    page.Text("attachment ");
                    page.WriteName(file.Name);
                    page.Text(Invariant($", {file.Bytes.Length} bytes"));
                }
            marks.Write(page, row.Cells, message.Number);
            if (caught)
                WriteDerivations(page, message.Number, row.Cells, marks);
        }
    }

    private static void WriteHead(HtmlWriter page, ChatMessage message, string? to)
    {
        using (page.Open("p", "who"))
        {
            page.Line("span", Invariant($"{message.Number}"), "number");
            page.Text(" ");
            page.WriteName(message.From);
            if (to is not null)
            {
                page.Text(" to ");
                page.WriteName(to);
            }
            DateTime time = message.Time.UtcDateTime;
            page.Text(" ");
            page.Line(
                "time",
                time.ToString("HH:mm", CultureInfo.InvariantCulture),
                null,
                ("datetime", time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        }
    }

    private static void WriteText(HtmlWriter page, string text)
    {
        var (shown, left) = HtmlText.Cut(text, LongestText);
        if (text.Length == 0)
            page.Line("p", "an empty message", "note");
        else
            page.Line("div", shown, "text", ("dir", "auto"));
        if (left > 0)
            page.Line("p", Invariant($"and {left} more characters, not shown here"), "note");
    }

    private static void WriteDerivations(HtmlWriter page, int message, IReadOnlyList<Cell> cells, Marks marks)
    {
        using (page.Open("details", "how"))
        {
            page.Line("summary", "How it was read");
            foreach (Cell cell in cells)
                if (cell.Verdict.Recovered.TryGetValue(message, out Guess? guess))
                {
                    page.Line("p", $"{marks.LabelOf(cell.Compromise)} {cell.Compromise}", "thief");
                    using (page.Open("ol", "steps", ("data-compromise", cell.Compromise)))
                        foreach (string step in guess.How.Steps)
                        {
                            var (shown, left) = HtmlText.Cut(step, LongestStep);
                            page.Line("li", left == 0 ? shown : shown + "...", null, ("dir", "auto"));
                        }
                }
        }
    }
}
