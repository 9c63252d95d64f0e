using System.Diagnostics;

namespace CryptoLessons.Benchmarks.Peers;

/// <summary>The time that something takes.</summary>
internal static class Clock
{
    /// <summary>Does it a number of times.</summary>
    /// <returns>Nanoseconds of all together.</returns>
    public static double Time(int count, Action action)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
            action();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
