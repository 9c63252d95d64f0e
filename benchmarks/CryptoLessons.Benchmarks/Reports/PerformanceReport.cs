using System.Diagnostics;
using CryptoLessons.Benchmarks.Peers;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The verb <c>report</c>: runs every benchmark and writes <c>docs/performance.md</c> whole, or those of the post-quantum part or
/// of notebooks and their page.</summary>
internal static class PerformanceReport
{
    /// <summary>What to write behind <c>--</c> on the command line.</summary>
    public const string Verb = "report";

    /// <summary>The page of its own that is made in a few minutes.</summary>
    public const string PostQuantum = "post-quantum";

    /// <summary>The other one.</summary>
    public const string Notebooks = "notebooks";

    /// <summary>A run that shows whether everything runs: it prints the page and writes nothing, for its figures are worth nothing.</summary>
    public const string Quick = "--quick";

    /// <summary>Measures, and writes the page when nothing failed.</summary>
    /// <param name="progress">Told how far it is, and where the page is.</param>
    /// <returns>The exit status: 0.</returns>
    public static int Write(TextWriter progress) => Write("performance.md", Page(InTurns.Whole, progress), progress);

    /// <summary>The same for what a quantum computer does not help with.</summary>
    public static int WritePostQuantum(TextWriter progress) => Write("performance-post-quantum.md", PostQuantumPage(InTurns.Whole), progress);

    /// <summary>The same for notebooks.</summary>
    public static int WriteNotebooks(TextWriter progress) => Write("performance-notebooks.md", NotebookPage(InTurns.Whole, progress), progress);

    /// <summary>Measures hardly anything, and prints all pages.</summary>
    public static int Print(TextWriter output, TextWriter progress)
    {
        output.WriteLine(Page(InTurns.Quick, progress));
        output.WriteLine(PostQuantumPage(InTurns.Quick));
        return PrintNotebooks(output, progress);
    }

    /// <summary>The same for notebooks alone, in a few seconds.</summary>
    public static int PrintNotebooks(TextWriter output, TextWriter progress)
    {
        output.WriteLine(NotebookPage(InTurns.Quick, progress));
        return 0;
    }

    private static int Write(string name, string page, TextWriter progress)
    {
        string path = Path.Combine("docs", name);
        File.WriteAllText(Path.Combine(Checkout.Root().FullName, path), page.ReplaceLineEndings("\n"));
        progress.WriteLine($"written: {path}");
        return 0;
    }

    private static string Page(InTurns turns, TextWriter progress)
    {
        var clock = Stopwatch.StartNew();
        PeerFigures figures = PeerComparison.Run(turns.ForAPage ? PeerComparison.Rounds : 1, progress);
        Func<Section>[] all =
        [
            () => PeersSection.Write(figures),
            () => ProfileSection.Write(turns, figures),
            () => MessageSection.Write(turns),
            () => ProfilesSection.Write(turns),
            () => SkippedKeysSection.Write(turns),
            () => PrimitivesSection.Write(turns),
            () => EscrowSection.Write(turns),
            () => VariantsSection.Write(turns),
            () => MassReadSection.Write(turns, figures),
            () => MatrixSection.Write(turns),
            GridSection.Write,
            () => GroupSection.Write(turns),
            () => TransparencySection.Write(turns),
        ];
        var sections = new List<Section>();
        foreach (Func<Section> write in all)
        {
            progress.WriteLine($"part {Figures.Count(sections.Count + 1)} of {Figures.Count(all.Length)} ...");
            sections.Add(write());
        }
        return $"""
            # Performance

                benchmarks/peers/compare.sh
                dotnet run -c Release --project benchmarks/CryptoLessons.Benchmarks -- {Verb}

            The first installs the peers, the second made this page in {Figures.Minutes(clock.Elapsed)}. Every figure was measured or computed in that run,
            on {MachineFacts.Line}.

            How to read it: the same machine can be half as fast again a second later, when it changes its clock or somebody else
            works on it. So the ratios stand first. Their sides were run in turns ({turns.Rounds} rounds of a fraction of a second, unless something
            else is said), and each is the median of the rounds, with the middle half of the rounds in brackets. Bytes and allocations do
            not depend on the machine's speed. Single times stand last and are worth plus or minus half.

            ## What was the goal?

            Ratios are our time over the peer's, in one run. What explains a goal that is not met stands under
            [Where does the time go?](#where-does-the-time-go), and for the matrix in its own part.

            {Goal.Table(sections.SelectMany(section => section.Goals))}

            {string.Join("\n\n", sections.Select(section => section.Text))}

            """;
    }

    private static string PostQuantumPage(InTurns turns)
    {
        var clock = Stopwatch.StartNew();
        Section section = PostQuantumSection.Write(turns);
        return $"""
            # Performance of the post-quantum part

                dotnet run -c Release --project benchmarks/CryptoLessons.Benchmarks -- {Verb} {PostQuantum}

            made this page in {Figures.Minutes(clock.Elapsed)}, on {MachineFacts.Line}. How to read it stands in [performance.md](performance.md).

            {section.Text}

            """;
    }

    private static string NotebookPage(InTurns turns, TextWriter progress)
    {
        var clock = Stopwatch.StartNew();
        Section section = NotebookSection.Write(turns, progress);
        return $"""
            # Performance of notebooks

                dotnet run -c Release --project benchmarks/CryptoLessons.Benchmarks -- {Verb} {Notebooks}

            made this page in {Figures.Minutes(clock.Elapsed)}, on {MachineFacts.Line}. How to read it stands in [performance.md](performance.md): ratios
            first, times last. What a notebook can do stands in [its manual](manual/notebook.md).

            {section.Text}

            """;
    }
}
