using BenchmarkDotNet.Attributes;

namespace CryptoLessons.Benchmarks;

/// <summary>How fast does a thief with the authority's key read what was recorded?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
public class MassReading
{
    /// <summary>Messages in a batch.</summary>
    public const int Messages = CapturedMessages.Count;

    // Enough for every core to be busy to the end, large enough that handing one out costs nothing.
    private const int Portion = 32;

    private readonly CapturedMessages captured = new();

    /// <summary>One message after the other, on one core.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public void OneAtATime() => captured.Read(..Messages);

    /// <summary>The same on all cores.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void OneAtATimeOnAllCores() => Parallel.For(0, Messages / Portion, i => captured.Read((i * Portion)..((i + 1) * Portion)));
}
