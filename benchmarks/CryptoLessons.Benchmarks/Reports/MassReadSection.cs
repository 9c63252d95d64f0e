using CryptoLessons.Benchmarks.Peers;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="MassReading"/>: how long one thief needs for a billion people's day.</summary>
internal static class MassReadSection
{
    // What WhatsApp reported for a day of July 2017.
    private const double MessagesOfADay = 55e9;

    /// <summary>Measures and writes.</summary>
    public static Section Write(InTurns turns, PeerFigures figures)
    {
        var side = new MassReading();
        IReadOnlyDictionary<string, Measured> measured = turns.Compare(
            new(nameof(MassReading.OneAtATime), side.OneAtATime, MassReading.Messages),
            new(nameof(MassReading.InBulk), side.InBulk, MassReading.Messages),
            new(nameof(MassReading.InBulkOnAllCores), side.InBulkOnAllCores, MassReading.Messages));
        string[] Row(string title, string benchmark) =>
            [title, measured[benchmark].Ratio.ToString(), measured[benchmark].Microseconds, measured[benchmark].Allocated];
        string table = MarkdownTable.Write(
            ["a thief opens one captured message", "time, in one at a time", "time, noisy", "bytes allocated"],
            [
                Row("one at a time, one core", nameof(MassReading.OneAtATime)),
                Row($"in batches of {Figures.Count(BulkOpening.BatchSize)}, one core", nameof(MassReading.InBulk)),
                Row($"... on all cores of this machine ({Figures.Count(Environment.ProcessorCount)})", nameof(MassReading.InBulkOnAllCores)),
            ]);
        double seconds = figures.Microseconds["mass-read"] / 1e6;
        string[] Cores(int cores) => [Figures.Count(cores), Figures.Count((long)(cores / seconds)), Duration(MessagesOfADay * seconds / cores)];
        string day = MarkdownTable.Write(
            ["cores", "messages in a second", "a billion people's day"], [Cores(1), Cores(64), Cores(1_000), Cores(10_000)]);
        return new($"""
            ## How long does one thief need for a billion people's day?

            Messages of {Figures.Count(Correspondence.PlaintextSize)} bytes, each with its message key sealed to one authority. The thief has a recording and
            the authority's private key, and checks each message's MAC.

            {table}

            A billion people wrote {Figures.Count((long)MessagesOfADay)} messages a day in 2017. At the rate that was measured beside the peers, on
            one core and with the noise that single times have, and with cores that do not get into each other's way, opening them all takes:

            {day}
            """);
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 120 => Figures.Seconds(seconds),
        < 2 * 3600 => $"{Figures.Ratio(seconds / 60)} minutes",
        < 2 * 86_400 => $"{Figures.Ratio(seconds / 3600)} hours",
        _ => $"{Figures.Ratio(seconds / 86_400)} days",
    };
}
