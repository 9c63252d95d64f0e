using System.Diagnostics;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>Runs benchmarks in turns: ratios of times that a machine of changing speed does not spoil, and what was allocated.</summary>
/// <remarks>
/// Ratios are taken within a round. BenchmarkDotNet, which runs the same methods, takes one to its end and then the next, seconds later: good for a
/// close look at one of them, not for a ratio.
/// </remarks>
/// <param name="rounds">Rounds that count, from 1.</param>
/// <param name="slice">How long an operation is run in a round, at least.</param>
/// <param name="warmUp">How long it is run before them, at least.</param>
internal sealed class InTurns(int rounds, TimeSpan slice, TimeSpan warmUp)
{
    /// <summary>What a page wants. The warm-up outlasts the compiler, which makes the code that it wants to keep after a tenth of a second.</summary>
    public static InTurns Whole { get; } = new(rounds: 25, slice: TimeSpan.FromMilliseconds(20), warmUp: TimeSpan.FromSeconds(1));

    /// <summary>As little as shows that everything runs.</summary>
    public static InTurns Quick { get; } = new(rounds: 1, slice: TimeSpan.Zero, warmUp: TimeSpan.Zero);

    /// <summary>Rounds that count.</summary>
    public int Rounds => rounds;

    /// <summary>Whether the figures are good for a page, and not only for finding out whether everything runs.</summary>
    public bool ForAPage => rounds > 1;

    /// <summary>Runs operations in turns, after a time that does not count.</summary>
    /// <param name="operations">What is compared; the first is what the others are held against.</param>
    /// <returns>What came of each, by name.</returns>
    public IReadOnlyDictionary<string, Measured> Compare(params IReadOnlyList<Operation> operations)
    {
        foreach (Operation operation in operations)
            Run(operation, warmUp);
        var samples = operations.Select(_ => new List<(double Ratio, double Nanoseconds, double Bytes)>()).ToArray();
        for (int round = 0; round < rounds; round++)
        {
            (double Nanoseconds, double Bytes)[] runs = [.. operations.Select(operation => Run(operation, slice))];
            for (int i = 0; i < runs.Length; i++)
                samples[i].Add((runs[i].Nanoseconds / runs[0].Nanoseconds, runs[i].Nanoseconds, runs[i].Bytes));
        }
        return operations.Zip(samples).ToDictionary(entry => entry.First.Name, entry => new Measured(
            Ratio.Of(entry.Second.Select(sample => sample.Ratio)),
            Ratio.Of(entry.Second.Select(sample => sample.Nanoseconds)).Median,
            (long)Ratio.Of(entry.Second.Select(sample => sample.Bytes)).Median));
    }

    private static (double Nanoseconds, double Bytes) Run(Operation operation, TimeSpan atLeast)
    {
        TimeSpan time = default;
        double bytes = 0, messages = 0;
        do
        {
            operation.Prepare();
            long before = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
            operation.Run();
            time += Stopwatch.GetElapsedTime(start);
            bytes += GC.GetTotalAllocatedBytes(precise: true) - before;
            messages += operation.Messages;
        }
        while (time < atLeast);
        return (time.TotalNanoseconds / messages, bytes / messages);
    }
}
