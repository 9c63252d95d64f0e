namespace CryptoLessons.Benchmarks.Reports;

/// <summary>What came of one operation among others that were run in turns with it.</summary>
/// <param name="Ratio">Its time for a message as a multiple of the first operation's in the same round.</param>
/// <param name="Nanoseconds">Median time for a message, noisy.</param>
/// <param name="AllocatedBytes">Median of what the process allocated for a message.</param>
internal sealed record Measured(Ratio Ratio, double Nanoseconds, long AllocatedBytes)
{
    /// <summary>The time as the page writes it.</summary>
    public string Microseconds => Figures.Microseconds(Nanoseconds);

    /// <summary>The allocation as the page writes it.</summary>
    public string Allocated => Figures.Allocated(AllocatedBytes);
}
