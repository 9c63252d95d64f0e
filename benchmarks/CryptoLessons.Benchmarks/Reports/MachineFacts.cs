using System.Runtime.InteropServices;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>What of the machine matters for the figures: no names, no paths.</summary>
internal static class MachineFacts
{
    /// <summary>Cores, architecture, runtime and system, for the middle of a sentence.</summary>
    public static string Line => string.Join(
        ", ",
        $"{Figures.Count(Environment.ProcessorCount)} {(Environment.ProcessorCount == 1 ? "core" : "cores")} ({RuntimeInformation.ProcessArchitecture})",
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription);
}
