namespace CryptoLessons.Tests;

/// <summary>What a piece of work holds on to, measured in a process in which other tests have been.</summary>
internal static class HeldMemory
{
    private const int Tries = 3;

    /// <summary>The bytes that are held now.</summary>
    public static long Now()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>The least that the same work came to hold more, over a few tries: what earlier tests left behind comes and goes, what the work leaves
    /// behind is there every time.</summary>
    /// <param name="grown">Does the work; gives one growth in bytes for each of its passes.</param>
    /// <param name="limit">Less than this is enough: no further try is needed.</param>
    public static long[] LeastGrowth(Func<long[]> grown, long limit)
    {
        long[] least = grown();
        for (int tries = 1; tries < Tries && least.Any(bytes => bytes >= limit); tries++)
            least = [.. least.Zip(grown(), Math.Min)];
        return least;
    }
}
