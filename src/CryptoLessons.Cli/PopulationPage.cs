using System.Globalization;
using CryptoLessons.Population;

namespace CryptoLessons.Cli;

/// <summary>A played population as a page for people: what was played, what was computed, what was measured, each under its own headline.</summary>
internal static class PopulationPage
{
    public static void Write(PopulationResult result, TextWriter output)
    {
        var (request, figures) = (result.Request, result.Figures);
        void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture).TrimEnd());
        void Row(string what, FormattableString says) => Line($"  {what,-36}{says.ToString(CultureInfo.InvariantCulture)}");

        Line($"{request.Design.Id}: {request.Design.Title}");
        Line($"{request.Users:N0} users, each with {request.MessagesPerDay:N0} messages a day for {request.Days:N0} days.");
        Line($"Its access secret leaks {request.Leak} days from the start; seed {request.Seed}.");
        if (!result.Complete)
            Line($"Stopped: {figures.Users:N0} of {request.Played:N0} users were played. What follows holds for them.");
        Line($"");
        Line($"PLAYED, with real cryptography: {figures.Users:N0} users in {figures.Conversations:N0} conversations");
        Line($"");
        Row("read of what went before the leak", $"{figures.Past:N0} of {figures.PastOf:N0} messages");
        Row("read of what came after it", $"{figures.Future:N0} of {figures.FutureOf:N0} messages");
        Row("how", $"{How(figures)}");
        Row("people weakened", $"{figures.Weakened:N0} of {figures.Users:N0}");
        Row("people under warrant", $"{figures.UnderWarrant:N0}, for whom {figures.WarrantOpened:N0} of {figures.WarrantOf:N0} messages were opened");
        Row("control, an unrelated secret read", $"{figures.Control:N0} of {figures.ControlOf:N0} messages of the first conversation");
        Line($"");
        Line($"EXTRAPOLATED, by arithmetic from the counts: nothing below was played");
        WriteTable(Extrapolation.FromCounts(result), request, Line);
        Line($"");
        Line($"  That the secret leaks, when each of {request.Assumptions.Holders:N0} holders loses it with p = {request.Assumptions.Probability}:");
        foreach (var (needed, formula, probability) in Extrapolation.OfALeak(request.Assumptions))
            Row($"  {Holders(needed)} enough", $"{Percent(probability),-24}{formula}");
        Line($"");
        Line($"MEASURED on this machine, one core");
        Line($"");
        Row("to send and open a message", $"{result.Cost.PlayMicroseconds:N1} microseconds");
        Row("for the thief to try one", $"{result.Cost.ReadMicroseconds:N1} microseconds");
        if (result.Cost.BulkMicroseconds is { } bulk)
            Row("... and in bulk, as read does", $"{bulk:N1} microseconds");
        Line($"");
        Line($"EXTRAPOLATED, by arithmetic from what was measured");
        WriteTable(Extrapolation.FromTimes(result), request, Line);
    }

    private static void WriteTable(IReadOnlyList<Extrapolation> figures, PopulationRequest request, Action<FormattableString> line)
    {
        line($"");
        line($"  {"",-46}{request.Users.ToString("N0", CultureInfo.InvariantCulture) + " users",24}{"a billion users",24}");
        foreach (Extrapolation figure in figures)
        {
            line($"  {figure.What,-46}{Number(figure.Users),24}{Number(figure.Billion),24}");
            line($"    = {figure.Formula}");
        }
    }

    private static string How(PopulationFigures figures) => figures switch
    {
        { Read: 0 } => "the secret reads nothing",
        { Acts: 0 } => "the record and the secret were enough: one theft, and no act on the wire",
        _ => FormattableString.Invariant($"by acts on the wire, one in each of {figures.Acts:N0} of {figures.Conversations:N0} conversations"),
    };

    private static string Holders(int needed) =>
        needed == 1 ? "any one is" : string.Create(CultureInfo.InvariantCulture, $"{needed:N0} together are");

    private static string Percent(double probability) => string.Create(CultureInfo.InvariantCulture, $"{100 * probability:G4} %");

    // Whole numbers where they are large; small ones keep their first digits.
    private static string Number(double? value) => value is not { } known ? "nobody is"
        : known.ToString(known is 0 or (>= 1000 and < 1e15) ? "N0" : "G4", CultureInfo.InvariantCulture);
}
