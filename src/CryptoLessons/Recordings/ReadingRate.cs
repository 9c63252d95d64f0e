namespace CryptoLessons.Recordings;

/// <summary>What opening messages took on this machine: no two runs agree on it.</summary>
/// <param name="Messages">How many were tried.</param>
/// <param name="Elapsed">By the clock on the wall.</param>
/// <param name="Worked">Time of all cores together.</param>
public sealed record ReadingRate(long Messages, TimeSpan Elapsed, TimeSpan Worked)
{
    /// <summary>Messages a second, on all cores that were used.</summary>
    public double PerSecond => Messages / Math.Max(Elapsed.TotalSeconds, 1e-9);

    /// <summary>Microseconds a message, on one core.</summary>
    public double Microseconds => Worked.TotalMicroseconds / Math.Max(Messages, 1);
}
