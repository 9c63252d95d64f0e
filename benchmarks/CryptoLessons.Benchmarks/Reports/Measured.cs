using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>What BenchmarkDotNet measured of one benchmark.</summary>
/// <param name="Nanoseconds">Median time of one operation.</param>
/// <param name="AllocatedBytes">Allocated by one operation.</param>
internal sealed record Measured(double Nanoseconds, long AllocatedBytes)
{
    /// <summary>The time as the page writes it.</summary>
    public string Microseconds => Figures.Microseconds(Nanoseconds);

    /// <summary>Runs a class of benchmarks, each in a process of its own.</summary>
    /// <typeparam name="TBenchmarks">The class, with a memory diagnoser.</typeparam>
    /// <returns>What was measured, by the benchmark's method.</returns>
    /// <exception cref="InvalidOperationException">A benchmark failed, or this is no Release build: half the figures are no page.</exception>
    public static IReadOnlyDictionary<string, Measured> Run<TBenchmarks>()
    {
        IConfig config = ManualConfig.CreateEmpty().AddLogger(ConsoleLogger.Default).AddColumnProvider(DefaultColumnProviders.Instance);
        Summary summary = BenchmarkRunner.Run<TBenchmarks>(config);
        bool whole = summary.Reports.Length == summary.BenchmarksCases.Length && summary.Reports.All(report => report.Success);
        if (summary.HasCriticalValidationErrors || !whole)
            throw Failed();
        return summary.Reports.ToDictionary(
            report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            report => new Measured(
                report.ResultStatistics?.Median ?? throw Failed(),
                report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? throw Failed()));

        static InvalidOperationException Failed() =>
            new($"{typeof(TBenchmarks).Name} failed; the log above says why. A Release build is needed.");
    }
}
