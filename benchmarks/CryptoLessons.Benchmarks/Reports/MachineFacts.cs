using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>What of the machine matters for the figures: no names, no paths.</summary>
internal static class MachineFacts
{
    /// <summary>Cores, architecture, vectors, runtime and system, for the middle of a sentence.</summary>
    public static string Line => string.Join(
        ", ",
        $"{Figures.Count(Environment.ProcessorCount)} {(Environment.ProcessorCount == 1 ? "core" : "cores")} ({RuntimeInformation.ProcessArchitecture})",
        $"vectors of {VectorBits} bits",
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription);

    private static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
