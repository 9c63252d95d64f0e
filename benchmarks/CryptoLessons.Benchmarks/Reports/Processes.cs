using System.Diagnostics;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>Programs that are run to their end.</summary>
internal static class Processes
{
    /// <summary>Runs a program.</summary>
    /// <returns>What it wrote, and the seconds from its start to its end.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static (string Output, double Seconds) Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        return process.ExitCode == 0
            ? (output, seconds)
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed; its own words stand above.\n{output}");
    }
}
