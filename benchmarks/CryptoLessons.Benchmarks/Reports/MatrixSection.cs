namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="MatrixAgainstLength"/>, with the project's goals beside what this run reached.</summary>
internal static class MatrixSection
{
    private const int GoalMessages = 10_000;
    private const int GoalSeconds = 15;
    private const long GoalBytes = 600_000_000;

    // Between 1, which is linear, and what a program of quadratic time shows; noise and the logarithm of a sort have room below it.
    private const double GoalGrowth = 2;
    private const int WarmRounds = 3;
    private const int ColdRuns = 3;

    /// <summary>Measures and writes.</summary>
    public static string Write()
    {
        MatrixAgainstLength[] sides = [.. MatrixAgainstLength.Lengths.Select(messages => new MatrixAgainstLength { Messages = messages })];
        var warm = InTurns.CompareLong(WarmRounds, warmUps: 0, [.. sides.Select(Operation)]);
        var cold = MatrixAgainstLength.Lengths.ToDictionary(messages => messages, MatrixProcess.Run);
        double[] seconds =
            [cold[GoalMessages].Seconds, .. Enumerable.Range(1, ColdRuns - 1).Select(_ => MatrixProcess.Run(GoalMessages).Seconds)];

        int shortest = MatrixAgainstLength.Lengths[0], longest = MatrixAgainstLength.Lengths[^1];
        string table = MarkdownTable.Write(
            ["messages", $"time per message, in that of {Figures.Count(shortest)}", "peak memory", "bytes allocated per message"],
            MatrixAgainstLength.Lengths.Select(messages => (string[])
            [
                Figures.Count(messages),
                warm[Figures.Count(messages)].ToString(),
                Peak(cold[messages]),
                Figures.Allocated(cold[messages].AllocatedBytes / messages),
            ]));
        double growth = warm[Figures.Count(longest)].Median / warm.Values.Min(ratio => ratio.Median);
        double median = seconds.Order().ElementAt(ColdRuns / 2);
        string goals = MarkdownTable.Write(
            ["goal", "this run", "met"],
            [
                [
                    $"the matrix of {Figures.Count(GoalMessages)} messages in under {Figures.Count(GoalSeconds)} s on {Figures.Count(MatrixProcess.Cores)} cores",
                    Figures.Seconds(median),
                    Figures.YesNo(median < GoalSeconds),
                ],
                [
                    $"... and in under {Figures.Megabytes(GoalBytes)}",
                    Peak(cold[GoalMessages]),
                    cold[GoalMessages].PeakBytes is { } peak ? Figures.YesNo(peak < GoalBytes) : "unknown",
                ],
                [
                    $"linear time: a message of the longest chat takes less than {Figures.Ratio(GoalGrowth)} times one of the cheapest chat",
                    Figures.Ratio(growth),
                    Figures.YesNo(growth < GoalGrowth),
                ],
            ]);
        string times = string.Join(", ", cold.Select(entry => $"{Figures.Seconds(entry.Value.Seconds)} for {Figures.Count(entry.Key)}"));
        return $"""
            ## How does the matrix grow with the length of the chat?

            Generated chats of two people, two designs, every compromise. Times per message are those of a program that is warm and
            has the chats already, in turns again ({Figures.Count(WarmRounds)} rounds): were time linear and nothing else, all would be 1; were it quadratic,
            the last would be {Figures.Count(longest / shortest)}. Peak memory is the largest working set of a process of its own, which starts, reads the
            chat, runs the matrix and ends.

            {table}

            The first goal's time is the median of {Figures.Count(ColdRuns)} such processes, each told to use {Figures.Count(MatrixProcess.Cores)} cores.

            {goals}

            Aside, noisy: a process of its own takes {times} messages; those of {Figures.Count(GoalMessages)}
            took {Figures.Seconds(seconds.Min())} to {Figures.Seconds(seconds.Max())}.
            """;
    }

    private static Operation Operation(MatrixAgainstLength side)
    {
        side.Read();
        return new(Figures.Count(side.Messages), GC.Collect, () => side.Matrix(), side.Messages);
    }

    private static string Peak(MatrixProcess process) => process.PeakBytes is { } bytes ? Figures.Megabytes(bytes) : "not told by this system";
}
