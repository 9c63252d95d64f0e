using BenchmarkDotNet.Attributes;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Benchmarks;

/// <summary>How fast does a thief with the authority's key read what was recorded: one message after the other, in bulk, and on all cores?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 6, iterationCount: 15)]
public class MassReading
{
    /// <summary>Messages in a batch.</summary>
    public const int Messages = CapturedMessages.Count;

    private readonly CapturedMessages captured = new();

    /// <summary>One message after the other, on one core.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public void OneAtATime() => captured.ReadOneAtATime(..Messages);

    /// <summary>As the mass reader does it, on one core.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void InBulk() => captured.Read(..Messages);

    /// <summary>The same on all cores.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public void InBulkOnAllCores() => Parallel.For(0, Messages / BulkOpening.BatchSize, i =>
        captured.Read((i * BulkOpening.BatchSize)..((i + 1) * BulkOpening.BatchSize)));
}
