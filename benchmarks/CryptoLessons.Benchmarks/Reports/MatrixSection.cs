using System.Diagnostics;
using CryptoLessons.Matrix;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="MatrixAgainstLength"/>.</summary>
internal static class MatrixSection
{
    private const int GoalMessages = 10_000;
    private const double GoalSeconds = 8, StretchSeconds = 3;
    private const long GoalBytes = 400_000_000;
    private const double GoalDeviation = 0.1;
    private const int ColdRuns = 3;
    private const int PartRounds = 4;

    // The long chat stands in the middle, the short ones before and behind it: a machine that slows down or recovers meanwhile does it to all.
    private static readonly (int Length, int Times)[] Order = [(0, 8), (1, 2), (2, 1), (1, 2), (0, 8)];

    /// <summary>Measures and writes; a quick run leaves out the longest chat.</summary>
    public static Section Write(InTurns turns)
    {
        int[] lengths = turns.ForAPage ? [.. MatrixAgainstLength.Lengths] : [.. MatrixAgainstLength.Lengths.SkipLast(1)];
        var warm = Warm(lengths, turns.ForAPage);
        var cold = lengths.ToDictionary(messages => messages, MatrixProcess.Run);
        double[] seconds =
        [
            cold[GoalMessages].Seconds,
            .. Enumerable.Range(1, turns.ForAPage ? ColdRuns - 1 : 0).Select(_ => MatrixProcess.Run(GoalMessages).Seconds),
        ];
        string table = MarkdownTable.Write(
            ["messages", $"time per message, in that of {Figures.Count(lengths[0])}", "peak memory", "bytes allocated per message"],
            lengths.Select(messages => (string[])
            [
                Figures.Count(messages),
                Figures.Ratio(warm[messages] / warm[lengths[0]]),
                Peak(cold[messages]),
                Figures.Allocated(cold[messages].AllocatedBytes / messages),
            ]));
        // Through the origin, as steep as makes the worst miss smallest: it misses the slowest and the quickest alike.
        double deviation = (warm.Values.Max() - warm.Values.Min()) / (warm.Values.Max() + warm.Values.Min());
        string times = string.Join(", ", cold.Select(entry => $"{Figures.Seconds(entry.Value.Seconds)} for {Figures.Count(entry.Key)}"));
        string pair = $"the matrix of {Figures.Count(GoalMessages)} messages, two designs";
        return new(
            $"""
            ## How does the matrix grow with the length of the chat?

            Generated chats of two people, two designs, every compromise. Times per message are those of a program that is warm and
            has the chats already: were time linear and nothing else, all would be 1; were it quadratic, the last would
            be {Figures.Count(lengths[^1] / lengths[0])}. Peak memory is the largest working set of a process of its own, which starts, reads the
            chat, runs the matrix and ends.

            {table}

            The goal's time is the median of {Figures.Count(seconds.Length)} such, each told to use {Figures.Count(MatrixProcess.Cores)} cores.
            The straight line of the other goal goes through the origin.

            Where its time goes, with the parts one after the other and {Figures.Count(lengths[0])} messages, in shares of all of them. The play of a
            design's control stands with the first attack that has one.

            {Parts(lengths[0], turns)}

            Aside, noisy: a process of its own takes {times} messages; those of {Figures.Count(GoalMessages)}
            took {Figures.Seconds(seconds.Min())} to {Figures.Seconds(seconds.Max())}.
            """,
            Goal.Of($"{pair}: time", seconds.Order().ElementAt(seconds.Length / 2), GoalSeconds, StretchSeconds, Figures.Seconds),
            cold[GoalMessages].PeakBytes is { } peak
                ? Goal.Of($"{pair}: memory", peak, GoalBytes, null, bytes => Figures.Megabytes((long)bytes))
                : new($"{pair}: memory", Figures.Megabytes(GoalBytes), null, Peak(cold[GoalMessages]), null, null),
            Goal.Of(
                $"growth of its time, {string.Join(", ", lengths.Select(length => Figures.Count(length)))} messages: furthest from a straight line",
                deviation,
                GoalDeviation,
                null,
                Figures.Percent));
    }

    /// <summary>Mean time for a message, by the length of the chat.</summary>
    private static Dictionary<int, double> Warm(int[] lengths, bool repeat)
    {
        MatrixAgainstLength[] sides = [.. lengths.Select(messages => new MatrixAgainstLength { Messages = messages })];
        foreach (MatrixAgainstLength side in sides)
            side.Read();
        var total = new TimeSpan[lengths.Length];
        int[] runs = new int[lengths.Length];
        foreach ((int length, int times) in Order.Where(step => step.Length < lengths.Length))
            for (int i = 0; i < (repeat ? times : 1); i++)
            {
                GC.Collect();
                var clock = Stopwatch.StartNew();
                sides[length].Matrix();
                total[length] += clock.Elapsed;
                runs[length]++;
            }
        return Enumerable.Range(0, lengths.Length).ToDictionary(i => lengths[i], i => total[i].TotalSeconds / runs[i] / lengths[i]);
    }

    private static string Parts(int messages, InTurns turns)
    {
        MatrixRequest request = GeneratedMatrix.Request(messages);
        var rounds = Enumerable.Range(0, turns.ForAPage ? PartRounds : 1).Select(_ => MatrixParts.Run(request)).ToArray();
        double all = rounds.Sum(round => round.Sum(part => part.Seconds));
        string Share(string design, string part) => Figures.Percent(
            rounds.SelectMany(round => round).Where(entry => (entry.Design, entry.Part) == (design, part)).Sum(entry => entry.Seconds) / all);
        string[] Row(string part) => [part, .. request.Designs.Select(design => Share(design.Id, part))];
        return MarkdownTable.Write(
            ["part", .. request.Designs.Select(design => design.Id)], rounds[0].Select(entry => entry.Part).Distinct().Select(Row));
    }

    private static string Peak(MatrixProcess process) => process.PeakBytes is { } bytes ? Figures.Megabytes(bytes) : "not told by this system";
}
