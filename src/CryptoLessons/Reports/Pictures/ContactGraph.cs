using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Lessons;
using static System.FormattableString;

namespace CryptoLessons.Reports.Pictures;

/// <summary>Who writes to whom, and how often, as a relay's log tells it without a word of what was said.</summary>
public static class ContactGraph
{
    private const int MostPeople = 16;
    private const int MostLabels = 24;
    private const int Few = 8;
    private const double Away = 12;

    /// <summary>Draws it.</summary>
    /// <param name="log">The lines of the log, in order.</param>
    /// <returns>A picture of at most 16 people, those whom the log names first, and text; a log that names no sender has people and no lines between them.</returns>
    public static Exhibit Draw(IReadOnlyList<DeliveryRecord> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        string[] people = [.. log.SelectMany(line => (IEnumerable<string?>)[line.From, line.To]).OfType<string>().Distinct()];
        string[] shown = [.. people.Take(MostPeople)];
        var pairs = log.Where(line => line.From is not null).CountBy(line => Pair(line.From!, line.To)).ToList();
        int unsent = log.Count(line => line.From is null);
        string title = "Who writes to whom";
        var sheet = new Sheet(title);
        // A few people leave more room for their names.
        double radius = shown.Length <= Few ? 70 : 92;
        sheet.Down(14 + radius);
        double middle = sheet.Y;
        var places = shown.Select((person, index) => (person, At: Place(index, shown.Length, middle, radius))).ToDictionary(one => one.person, one => one.At);
        (KeyValuePair<(string One, string Other), int> Pair, (double X, double Y) From, (double X, double Y) To)[] drawn =
        [
            .. pairs.Where(pair => places.ContainsKey(pair.Key.One) && places.ContainsKey(pair.Key.Other))
                .Select(pair => (pair, places[pair.Key.One], places[pair.Key.Other])),
        ];
        foreach (var (_, from, to) in drawn)
            sheet.Line("p-arrow", from, to);
        foreach (var (pair, from, to) in drawn.Take(drawn.Length <= MostLabels ? MostLabels : 0))
            Count(sheet, Invariant($"{pair.Value}"), (from.X + to.X) / 2, (from.Y + to.Y) / 2);
        foreach (var (person, at) in places)
            Person(sheet, person, at);
        sheet.Down(radius + 12);
        string sum = Invariant($"{log.Count} lines of a log, {people.Length} people, {pairs.Count} pairs who write to each other.")
            + (unsent > 0 ? Invariant($" Of {unsent} lines the log does not know the sender.") : "")
            + (people.Length > MostPeople ? Invariant($" Shown are the first {MostPeople} people.") : "");
        sheet.Note(sum);
        string[] lines = [.. drawn.Select(edge => Invariant($"  {Shown.Of(edge.Pair.Key.One)} and {Shown.Of(edge.Pair.Key.Other)}: {edge.Pair.Value}"))];
        return sheet.Finish(title, $"{sum} {string.Join(";", lines)}".TrimEnd(), string.Join('\n', [$"{title}:", .. lines, sum]));
    }

    private static (string One, string Other) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private static (double X, double Y) Place(int index, int of, double middle, double radius)
    {
        // The first two stand side by side at the top.
        double angle = (2 * Math.PI * (index - 0.5) / of) - (Math.PI / 2);
        return ((Sheet.Width / 2) + (radius * Math.Cos(angle)), middle + (radius * Math.Sin(angle)));
    }

    private static void Count(Sheet sheet, string count, double x, double y)
    {
        double width = Lettering.Width(count) + 6;
        sheet.Rect(x - (width / 2), y - 8, width, 16, "p-ground", 3);
        sheet.Text(x, y + 4, count, "p-strong", "middle");
    }

    private static void Person(Sheet sheet, string person, (double X, double Y) at)
    {
        double side = at.X - (Sheet.Width / 2), room = (Sheet.Width / 2) - Math.Abs(side) - Away - Sheet.Margin;
        sheet.Circle(at.X, at.Y, 5, "p-said");
        sheet.Text(at.X + (side < 0 ? -Away : Away), at.Y + 4, Lettering.Fit(person, room), null, side < 0 ? "end" : "start");
    }
}
