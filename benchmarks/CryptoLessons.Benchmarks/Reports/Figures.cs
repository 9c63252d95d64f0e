using System.Globalization;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>How figures are written: the same on every machine, and no more digits than they are worth.</summary>
internal static class Figures
{
    private const double Million = 1_000_000;

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Ratio(double ratio) => ratio.ToString(Math.Abs(ratio) < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    /// <summary>A ratio beside the limit that it is held against.</summary>
    public static string Precise(double ratio) => ratio.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Percent(double share) => $"{(100 * share).ToString("0.0", CultureInfo.InvariantCulture)} %";

    /// <summary>Bytes of allocation: the last digits belong to the measurement.</summary>
    public static string Allocated(long bytes) => Count((long)Math.Round(bytes / 10.0) * 10);

    public static string Megabytes(long bytes) => $"{Count((long)Math.Round(bytes / Million))} MB";

    public static string Microseconds(double nanoseconds) =>
        $"{(nanoseconds / 1000).ToString(nanoseconds < 10_000 ? "0.0" : "N0", CultureInfo.InvariantCulture)} µs";

    public static string Milliseconds(double seconds) =>
        $"{(1000 * seconds).ToString(seconds < 0.01 ? "0.0" : "N0", CultureInfo.InvariantCulture)} ms";

    public static string Seconds(double seconds) => $"{seconds.ToString("0.0", CultureInfo.InvariantCulture)} s";

    public static string Minutes(TimeSpan time) => $"{time.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture)} minutes";

    public static string YesNo(bool met) => met ? "yes" : "**no**";
}
