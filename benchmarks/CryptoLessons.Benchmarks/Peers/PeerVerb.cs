using System.Globalization;
using System.Text.Json;

namespace CryptoLessons.Benchmarks.Peers;

/// <summary>The verb <c>peers</c>, which <c>benchmarks/peers/compare.sh</c> calls: compares and prints.</summary>
internal static class PeerVerb
{
    /// <summary>What to write behind <c>--</c> on the command line.</summary>
    public const string Verb = "peers";

    private const string Usage = $"usage: {Verb} [--json] [--rounds N]";

    /// <summary>Compares with the peers that are there, and prints the ratios.</summary>
    /// <param name="arguments">What stands behind the verb.</param>
    /// <param name="output">Where the table goes, or with <c>--json</c> one object.</param>
    /// <param name="progress">Where everything else goes.</param>
    /// <returns>The exit status: 0; 1 when a peer failed; 2 for arguments that are none.</returns>
    public static int Run(ReadOnlySpan<string> arguments, TextWriter output, TextWriter progress)
    {
        bool json = false;
        int rounds = PeerComparison.Rounds;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--json")
                json = true;
            else if (arguments[i] != "--rounds" || ++i == arguments.Length || !IsNumber(arguments[i], out rounds))
            {
                progress.WriteLine($"{Usage}; N is a whole number from 1 on.");
                return 2;
            }
        }
        PeerFigures figures;
        try
        {
            figures = PeerComparison.Run(rounds, progress);
        }
        catch (InvalidOperationException failure)
        {
            progress.WriteLine($"Nothing was compared. {failure.Message}");
            return 1;
        }
        foreach (IGrouping<string, Comparison> left in figures.LeftOut.GroupBy(comparison => comparison.Peer))
            progress.WriteLine($"left out, for {left.Key} is not there: {string.Join(", ", left.Select(comparison => comparison.Name))}");
        output.WriteLine(json ? Json(figures) : Table(figures));
        return 0;
    }

    private static string Json(PeerFigures figures) => JsonSerializer.Serialize(new
    {
        ratios = figures.Ratios.ToDictionary(entry => entry.Key, entry => Rounded(entry.Value.Median)),
        spread = figures.Ratios.ToDictionary(entry => entry.Key, entry => (double[])[Rounded(entry.Value.Lower), Rounded(entry.Value.Upper)]),
        microseconds = figures.Microseconds.ToDictionary(entry => entry.Key, entry => Rounded(entry.Value)),
        machine = figures.Machine,
    });

    private static string Table(PeerFigures figures)
    {
        var lines = new List<string>
        {
            figures.Machine,
            "Ratios are our time over the peer's, medians of neighbouring slices, with the middle half; times are noisy.",
            string.Empty,
            Line("ratio", "median", "middle half", "goal", "stretch", "ours [us]", "peer's [us]"),
        };
        foreach (Comparison comparison in Comparison.All)
            if (figures.Ratios.TryGetValue(comparison.Name, out Reports.Ratio? ratio))
                lines.Add(Line(
                    comparison.Name,
                    Figure(ratio.Median),
                    $"{Figure(ratio.Lower)} - {Figure(ratio.Upper)}",
                    Figure(comparison.Goal),
                    Figure(comparison.Stretch),
                    Figure(figures.Microseconds[comparison.Work]),
                    Figure(figures.Microseconds[$"{comparison.Peer} {comparison.PeerWork}"])));
        return string.Join(Environment.NewLine, lines);
    }

    private static string Line(string name, string median, string spread, string goal, string stretch, string ours, string theirs) =>
        $"{name,-26}{median,10}{spread,20}{goal,10}{stretch,10}{ours,12}{theirs,12}";

    private static bool IsNumber(string text, out int number) => int.TryParse(text, CultureInfo.InvariantCulture, out number) && number > 0;

    private static string Figure(double? figure) => figure?.ToString(figure < 10 ? "0.000" : "0.0", CultureInfo.InvariantCulture) ?? "-";

    private static double Rounded(double figure) => Math.Round(figure, 4);
}
