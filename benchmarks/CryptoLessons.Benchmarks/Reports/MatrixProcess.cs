using System.Diagnostics;
using System.Globalization;
using CryptoLessons.Matrix;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The matrix in a process of its own, as a person runs it: start, compile, read the chat, run, end.</summary>
/// <param name="Seconds">From the start of the process to its end.</param>
/// <param name="PeakBytes">Largest working set; null where the system does not tell.</param>
/// <param name="AllocatedBytes">Everything that was allocated for the matrix.</param>
internal sealed record MatrixProcess(double Seconds, long? PeakBytes, long AllocatedBytes)
{
    /// <summary>What to write behind <c>--</c> on the command line, and a number of messages.</summary>
    public const string Verb = "matrix-once";

    /// <summary>How many cores the process is told that it has.</summary>
    public const int Cores = 2;

    /// <summary>Runs this program once more, with the matrix of so many messages.</summary>
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    public static MatrixProcess Run(int messages)
    {
        ProcessStartInfo start = ThisProgram.With(Verb, messages.ToString(CultureInfo.InvariantCulture));
        start.Environment["DOTNET_PROCESSOR_COUNT"] = Cores.ToString(CultureInfo.InvariantCulture);
        var (output, seconds) = Processes.Run(start);
        string[] told = output.Split();
        long peak = long.Parse(told[0], CultureInfo.InvariantCulture);
        return new(seconds, peak == 0 ? null : peak, long.Parse(told[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The other end of <see cref="Run"/>: runs the matrix and writes peak working set and allocations, in bytes.</summary>
    public static int RunHere(int messages, TextWriter output)
    {
        MatrixRequest request = GeneratedMatrix.Request(messages);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        GeneratedMatrix.Run(request);
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        using var self = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{self.PeakWorkingSet64} {allocated}"));
        return 0;
    }
}
