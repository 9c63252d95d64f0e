using System.Globalization;
using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Lessons;
using CryptoLessons.Reports.Html;
using static System.FormattableString;

namespace CryptoLessons.Reports.Pictures;

/// <summary>A conversation in the order of its messages: who wrote, and below it, a row for each adversary, which of them were read.</summary>
public static class ConversationTimeline
{
    private const int InABand = 20;
    private const int InALine = 40;
    private const int MostLanes = 4;
    private const double LaneHeight = 16;
    private const double RowHeight = 19;
    private const double WidestLabel = 154;

    /// <summary>Draws it.</summary>
    /// <param name="conversation">What was said.</param>
    /// <param name="readings">The adversaries, each with its label: stolen keys and the control, or the same theft from several designs.</param>
    /// <returns>A picture of at most 200 messages, the nearest to the first adversary's moment, and text; figures count all messages.</returns>
    /// <exception cref="ArgumentException">There is no adversary, or one of them read another conversation.</exception>
    public static Exhibit Draw(Conversation conversation, params IReadOnlyList<(string Label, Verdict Verdict)> readings) =>
        Draw(conversation, readings, Excerpt.Most);

    /// <summary>The same, of so many messages at most.</summary>
    internal static Exhibit Draw(Conversation conversation, IReadOnlyList<(string Label, Verdict Verdict)> readings, int most)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(readings);
        int length = conversation.Messages.Count;
        if (readings.Count == 0 || readings.Any(reading => reading.Verdict.Of != length))
            throw new ArgumentException("A timeline shows at least one verdict, and all of them on this conversation.", nameof(readings));
        var shown = Excerpt.Around(readings[0].Verdict.PastOf, length, most);
        ILookup<string, int> lanes = Lanes(conversation);
        string people = string.Join(conversation.People.Count == 2 ? " and " : ", ", conversation.People);
        string title = Invariant($"Who read what: {length} messages of {Shown.Of(people)}");
        string[] sums = [.. readings.Select(reading => $"{Shown.Of(reading.Label)}: {Sum(reading.Verdict)}")];
        string? omission = shown.Omission(length);
        return Picture(conversation, readings, shown, lanes, omission).Finish(
            title,
            $"{string.Join(' ', sums)} {omission}".TrimEnd(),
            Text(title, readings, shown, lanes, [.. sums, .. omission is null ? (string[])[] : [omission]]));
    }

    /// <summary>The numbers of everybody's messages; of many people, the later ones share a lane.</summary>
    private static ILookup<string, int> Lanes(Conversation conversation)
    {
        string[] own = [.. conversation.People.Take(conversation.People.Count > MostLanes ? MostLanes - 1 : MostLanes)];
        return conversation.Messages.ToLookup(message => own.Contains(message.From) ? message.From : "others", message => message.Number);
    }

    private static string Sum(Verdict verdict)
    {
        int[] own = [.. verdict.Recovered.Keys.Where(number => number <= verdict.Of)];
        string which = own.Length == 0 ? "" : $" ({Runs.Of(own)})";
        string others = verdict.Bystanders == 0 ? "" : Invariant($", and {verdict.Bystanders} of bystanders");
        return Invariant($"read {own.Length} of {verdict.Of}{which}{others}; ")
            + Invariant($"{verdict.Past} sent up to message {verdict.PastOf}, the moment of the theft, and {verdict.Future} after it.");
    }

    private static Sheet Picture(
        Conversation conversation,
        IReadOnlyList<(string Label, Verdict Verdict)> readings,
        Excerpt shown,
        ILookup<string, int> lanes,
        string? omission)
    {
        var sheet = new Sheet("Who read what");
        IEnumerable<string> labels = [.. readings.Select(reading => reading.Label), .. lanes.Select(lane => lane.Key)];
        double gutter = Math.Min(WidestLabel, 10 + labels.Max(Lettering.Width));
        for (int first = shown.First; first <= shown.Last; first += InABand)
            Band(sheet, conversation, readings, new(first, Math.Min(first + InABand - 1, shown.Last)), lanes, gutter);
        sheet.Rule();
        foreach (var (label, verdict) in readings)
            sheet.Share(label, verdict.Read, verdict.Of, gutter);
        sheet.Legend((Swatch.Read, "read"), (Swatch.Unread, "not read"), (Swatch.Moment, "the theft"));
        if (omission is not null)
            sheet.Note(omission);
        return sheet;
    }

    private static void Band(
        Sheet sheet,
        Conversation conversation,
        IReadOnlyList<(string Label, Verdict Verdict)> readings,
        Excerpt band,
        ILookup<string, int> lanes,
        double gutter)
    {
        double left = Sheet.Margin + gutter, pitch = (Sheet.Width - Sheet.Margin - left) / InABand;
        double X(int number) => left + (pitch * (number - band.First + 0.5));
        DateTime begins = conversation.Messages[band.First - 1].Time.UtcDateTime;
        sheet.Down(16);
        sheet.Text(Sheet.Margin, sheet.Y, Invariant($"{band.First} to {band.Last}, from {begins:d MMMM yyyy, HH:mm}"), "p-soft");
        double top = sheet.Y + 5, bottom = top + 4 + (LaneHeight * lanes.Count) + (RowHeight * readings.Count);
        foreach (int at in readings.Select(reading => reading.Verdict.PastOf).Distinct().Where(at => at >= band.First && at <= band.Last))
            sheet.Line("p-moment", (X(at) + (pitch / 2), top), (X(at) + (pitch / 2), bottom));
        foreach (var lane in lanes)
        {
            sheet.Down(LaneHeight);
            sheet.Text(Sheet.Margin, sheet.Y + 4, Lettering.Fit(lane.Key, gutter - 6));
            sheet.Line("p-rule", (left, sheet.Y), (X(band.Last) + (pitch / 2), sheet.Y));
            foreach (int number in lane.Where(number => number >= band.First && number <= band.Last))
                sheet.Circle(X(number), sheet.Y, 3, "p-said");
        }
        sheet.Down(2);
        foreach (var (label, verdict) in readings)
        {
            sheet.Down(RowHeight);
            sheet.Text(Sheet.Margin, sheet.Y + 4, Lettering.Fit(label, gutter - 6));
            for (int number = band.First; number <= band.Last; number++)
                sheet.Mark(X(number), sheet.Y, pitch - 2, verdict.Recovered.ContainsKey(number), number);
        }
        sheet.Down(12);
    }

    private static string Text(
        string title, IReadOnlyList<(string Label, Verdict Verdict)> readings, Excerpt shown, ILookup<string, int> lanes, string[] sums)
    {
        int widest = readings.Select(reading => reading.Label).Concat(lanes.Select(lane => lane.Key)).Max(label => Shown.Of(label).Length);
        var text = new StringBuilder(title).Append(".\n# read, . not read; | the theft: what stands before it was sent by then.\n");
        HashSet<int> moments = [.. readings.Select(reading => reading.Verdict.PastOf)];
        for (int first = shown.First; first <= shown.Last; first += InALine)
        {
            int last = Math.Min(first + InALine - 1, shown.Last);
            void Row(string label, Func<int, char> mark)
            {
                text.Append("  ").Append(Shown.Of(label).PadRight(widest + 2));
                for (int number = first; number <= last; number++)
                    text.Append(mark(number)).Append(moments.Contains(number) ? "|" : "");
                text.Append('\n');
            }
            text.Append(CultureInfo.InvariantCulture, $"\n  {first} to {last}\n");
            foreach (var lane in lanes)
                Row(lane.Key, number => lane.Contains(number) ? 'o' : ' ');
            foreach (var (label, verdict) in readings)
                Row(label, number => verdict.Recovered.ContainsKey(number) ? '#' : '.');
        }
        return text.Append('\n').AppendJoin('\n', sums.Select(sum => "  " + sum)).ToString();
    }
}
