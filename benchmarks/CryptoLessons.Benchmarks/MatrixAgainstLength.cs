using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CryptoLessons.Matrix;

namespace CryptoLessons.Benchmarks;

/// <summary>How does the time for the whole matrix grow with the length of the chat?</summary>
/// <remarks>Memory is not measured here: allocations do not say how much is held at one time, and the peak needs a process of its own.</remarks>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 0, iterationCount: 3, invocationCount: 1)]
public class MatrixAgainstLength
{
    private const int WarmUps = 2;

    private MatrixRequest request = null!;

    /// <summary>The lengths compared, ascending.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [1_000, 10_000, 100_000];

    /// <summary>Number of messages in the chat.</summary>
    [ParamsSource(nameof(Lengths))]
    public int Messages { get; set; }

    /// <summary>The chat, and short matrices beforehand until everything is compiled: a compiler's time is no cost of a message.</summary>
    [GlobalSetup]
    public void Read()
    {
        MatrixRequest warmUp = GeneratedMatrix.Request(1_000);
        for (int i = 0; i < WarmUps; i++)
            GeneratedMatrix.Run(warmUp);
        request = GeneratedMatrix.Request(Messages);
    }

    /// <summary>Two designs, every compromise.</summary>
    [Benchmark]
    public MatrixResult Matrix() => GeneratedMatrix.Run(request);
}
