namespace CryptoLessons.Benchmarks.Peers;

/// <summary>One side of a comparison: who does what, and how much of it fills a slice.</summary>
/// <param name="peer">Who works.</param>
/// <param name="work">What.</param>
/// <param name="atLeast">How many operations a slice has at least.</param>
internal sealed class Side(IPeer peer, string work, int atLeast)
{
    // Long beside the switch from one process to the other, short beside the seconds for which a machine keeps its pace.
    private const double SliceNanoseconds = 4e6;

    private int count = 1;

    /// <summary>Works for a while without being counted, and finds out how many operations fill a slice.</summary>
    public void WarmUp(double nanoseconds)
    {
        double time, spent = 0;
        do
        {
            time = Slice();
            spent += time * count;
            count = Math.Max(atLeast, (int)Math.Min(2.0 * count, SliceNanoseconds / time));
        }
        while (spent < nanoseconds || 2 * time * count < SliceNanoseconds);
    }

    /// <summary>Works for a slice.</summary>
    /// <returns>Nanoseconds for one operation.</returns>
    public double Slice() => peer.Run(work, count);
}
