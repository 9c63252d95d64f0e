using System.Globalization;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using static System.FormattableString;

namespace CryptoLessons.Reports.Html;

/// <summary>The conversation as the people saw it, each message with its marks, and the line at which the compromise happens.</summary>
internal static class ConversationSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, DesignResult row, MatrixResult result, Marks marks)
    {
        MatrixRequest request = result.Request;
        IReadOnlyList<ChatMessage> messages = request.Conversation.Messages;
        var excerpt = Excerpt.Around(request.At, messages.Count, Excerpt.MostWith(result.Designs.Count));
        page.Line("h3", "The conversation");
        using (Excerpt.IsLongPage(result.Designs.Count) ? page.Open("details", "chat") : page.Open("details", "chat", ("open", "open")))
        {
            page.Line("summary", "Message by message, and who read it");
            if (excerpt.Omission(messages.Count) is { } omission)
                page.Line("p", omission, "omission");
            marks.WriteLegend(page, row.Cells);
            using (page.Open("ol", "messages"))
            {
                DateTime? day = null;
                foreach (ChatMessage message in messages.Skip(excerpt.First - 1).Take(excerpt.Last - excerpt.First + 1))
                {
                    if (day != message.Time.UtcDateTime.Date)
                        page.Line("li", message.Time.UtcDateTime.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture), "day");
                    day = message.Time.UtcDateTime.Date;
                    MessageBubble.Write(page, message, null, row, marks, mine: message.From == request.Target);
                    if (message.Number == request.At)
                        WriteMoment(page, request.At);
                }
            }
        }
    }

    private static void WriteMoment(HtmlWriter page, int at)
    {
        using (page.Open("li", "moment"))
        {
            page.Line("span", "past", "before");
            page.Line("strong", Invariant($"The compromise happens here: message {at} is sent and still under way."));
            page.Line("span", "future", "after");
        }
    }
}
