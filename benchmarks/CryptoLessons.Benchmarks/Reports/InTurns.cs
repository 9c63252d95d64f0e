using System.Diagnostics;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>Ratios of times that a machine of changing speed does not spoil.</summary>
/// <remarks>
/// Everything is run in turns, and ratios are taken within a round. BenchmarkDotNet runs one benchmark to its end and then
/// the next, seconds later: good for allocations, not for a ratio.
/// </remarks>
internal static class InTurns
{
    /// <summary>Rounds that count.</summary>
    public const int Rounds = 15;

    private const int WarmUps = 4;

    /// <summary>Runs short operations in turns, after rounds that do not count.</summary>
    /// <param name="operations">What is compared; the first is what the others are held against.</param>
    /// <returns>For each operation its time per message as a multiple of the first one's, by name.</returns>
    public static IReadOnlyDictionary<string, Ratio> Compare(params IReadOnlyList<Operation> operations) =>
        CompareLong(Rounds, WarmUps, operations);

    /// <summary>The same with a number of rounds, for operations that take long.</summary>
    public static IReadOnlyDictionary<string, Ratio> CompareLong(int rounds, int warmUps, IReadOnlyList<Operation> operations)
    {
        List<double>[] ratios = [.. operations.Select(_ => new List<double>())];
        for (int round = -warmUps; round < rounds; round++)
        {
            double[] times = [.. operations.Select(Time)];
            for (int i = 0; round >= 0 && i < times.Length; i++)
                ratios[i].Add(times[i] / times[0]);
        }
        return operations.Zip(ratios).ToDictionary(entry => entry.First.Name, entry => Ratio.Of(entry.Second));
    }

    private static double Time(Operation operation)
    {
        operation.Prepare();
        long start = Stopwatch.GetTimestamp();
        operation.Run();
        return Stopwatch.GetElapsedTime(start) / TimeSpan.FromSeconds(1) / operation.Messages;
    }
}
