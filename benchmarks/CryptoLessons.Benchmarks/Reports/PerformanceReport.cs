using System.Diagnostics;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The verb <c>report</c>: runs every benchmark and writes <c>docs/performance.md</c> whole, or those of the post-quantum part and its
/// page.</summary>
internal static class PerformanceReport
{
    /// <summary>What to write behind <c>--</c> on the command line.</summary>
    public const string Verb = "report";

    /// <summary>The page of its own that is made in a few minutes.</summary>
    public const string PostQuantum = "post-quantum";

    /// <summary>Measures, and writes the page when nothing failed.</summary>
    /// <param name="progress">Told where the page is.</param>
    /// <returns>The exit status: 0.</returns>
    public static int Write(TextWriter progress) => Write("performance.md", Page, progress);

    /// <summary>The same for what a quantum computer does not help with.</summary>
    public static int WritePostQuantum(TextWriter progress) => Write("performance-post-quantum.md", PostQuantumPage, progress);

    private static int Write(string name, Func<string> write, TextWriter progress)
    {
        DirectoryInfo root = Checkout.Root();
        // BenchmarkDotNet looks for its project file from the current directory on.
        Environment.CurrentDirectory = root.FullName;
        string page = write();
        Directory.CreateDirectory("docs");
        string path = Path.Combine("docs", name);
        File.WriteAllText(path, page.ReplaceLineEndings("\n"));
        progress.WriteLine($"written: {path}");
        return 0;
    }

    private static string Page()
    {
        var clock = Stopwatch.StartNew();
        string message = MessageSection.Write(), escrow = EscrowSection.Write(), matrix = MatrixSection.Write();
        string grid = GridSection.Write(), group = GroupSection.Write(), transparency = TransparencySection.Write();
        return $"""
            # Performance

                dotnet run -c Release --project benchmarks/CryptoLessons.Benchmarks -- {Verb}

            made this page in {Figures.Minutes(clock.Elapsed)}. Every figure was measured or computed in that run, on {MachineFacts.Line}.

            How to read it: the same machine can be half as fast again a second later, when it changes its clock or somebody else
            works on it. So the ratios stand first. Their two sides were run in turns ({InTurns.Rounds} rounds of a fraction of a second),
            and each is the median of the rounds, with the middle half of the rounds in brackets. Bytes and allocations do not depend
            on the machine's speed. Single times stand last and are worth plus or minus half.

            {message}

            {escrow}

            {matrix}

            {grid}

            {group}

            {transparency}

            """;
    }

    private static string PostQuantumPage()
    {
        var clock = Stopwatch.StartNew();
        string section = PostQuantumSection.Write();
        return $"""
            # Performance of the post-quantum part

                dotnet run -c Release --project benchmarks/CryptoLessons.Benchmarks -- {Verb} {PostQuantum}

            made this page in {Figures.Minutes(clock.Elapsed)}, on {MachineFacts.Line}. How to read it stands in [performance.md](performance.md).

            {section}

            """;
    }
}
