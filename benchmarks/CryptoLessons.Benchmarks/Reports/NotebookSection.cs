using System.Diagnostics;
using CryptoLessons.Benchmarks.Notebooks;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>What it is like to work in a notebook: <see cref="NotebookProcess"/> and <see cref="KernelProcess"/>, with the project's goals beside what
/// this run reached.</summary>
internal static class NotebookSection
{
    // A few seconds, and what feels immediate (Miller, Response time in man-computer conversational transactions, 1968).
    private const double GoalFirst = 5, GoalLater = 0.1;
    private const int Rounds = 5, Cells = 25;

    /// <summary>Measures and writes.</summary>
    public static Section Write(InTurns turns, TextWriter progress)
    {
        int rounds = turns.ForAPage ? Rounds : 1, cells = turns.ForAPage ? Cells : 2;
        ProcessStartInfo program = LessonFour.Compile();
        var sides = new List<(double Program, double Notebook)>();
        var all = new List<NotebookProcess>();
        var kernels = new List<KernelProcess>();
        for (int round = 1; round <= rounds; round++)
        {
            progress.WriteLine($"round {Figures.Count(round)} of {Figures.Count(rounds)} ...");
            sides.Add((Processes.Run(program).Seconds, Processes.Run(LessonFour.Notebook).Seconds));
            all.Add(NotebookProcess.Run(cells));
            kernels.Add(KernelProcess.Run());
        }
        double[] later = Of(process => process.Later);
        string[] Row(string title, Func<NotebookProcess, IEnumerable<double>> times) =>
        [
            title,
            Ratio.Of(all.SelectMany(process => times(process).Select(time => time / process.First))).ToString(),
            .. Times(Of(times)),
        ];
        string cellTable = MarkdownTable.Write(
            ["a cell", "time, in the first cell's", "median, noisy", "worst, noisy"],
            [
                Row("the first that a process runs: declares a number and shows it", process => [process.First]),
                Row("the same in another engine, when that process is warm", process => [process.FirstOfAnother]),
                Row("those of lesson 4", process => process.Lesson),
                Row("a small one behind the lesson: changes the number and shows it", process => process.Later),
                Row($"... of {Figures.Count(4 * cells)} such the last {Figures.Count(cells)}", process => process.Later[^cells..]),
                Row("one that displays a picture", process => process.Pictures),
            ]);
        string lessonTable = MarkdownTable.Write(
            ["lesson 4, from the start of the process to its end", "time, in the compiled program's", "median, noisy", "worst, noisy"],
            [
                ["the compiled program", Figures.Ratio(1), .. Times(sides.Select(side => side.Program))],
                [
                    "its notebook in the engine",
                    Ratio.Of(sides.Select(side => side.Notebook / side.Program)).ToString(),
                    .. Times(sides.Select(side => side.Notebook)),
                ],
            ]);
        string waits = MarkdownTable.Write(
            ["a wait", "median, noisy", "worst, noisy"],
            [
                ["from an interrupt to the end of an endless loop", .. Times(Of(process => process.Interrupts))],
                ["from the start of a kernel to its first `kernel_info_reply`", .. Times(kernels.Select(kernel => kernel.KnowsItself))],
                ["... and to its first `execute_reply`", .. Times(kernels.Select(kernel => kernel.RanACell))],
                ["from the second `execute_request` to its reply", .. Times(kernels.Select(kernel => kernel.LaterCell))],
            ]);
        string goals = MarkdownTable.Write(
            ["goal", "this run", "met"],
            [
                Goal("the first cell of a process, at worst", GoalFirst, all.Max(process => process.First)),
                Goal("a kernel's first answer to a cell, from the start of the process, at worst", GoalFirst, kernels.Max(kernel => kernel.RanACell)),
                Goal("a small cell later, in the median", GoalLater, Median(later)),
                Goal("nineteen of twenty such", GoalLater, later.Order().ElementAt(later.Length * 19 / 20)),
                Goal("a cell with a picture, in the median", GoalLater, Median(Of(process => process.Pictures))),
            ]);
        return new($"""
            ## How long does a cell take?

            {Figures.Count(rounds)} processes, one after the other: in each an engine runs a small cell, lesson 4, and then {Figures.Count(4 * cells)} small cells and
            {Figures.Count(cells)} with a picture, which see all that was declared before. The first cell pays for the compiler, which .NET itself
            compiles while it runs, and those of the lesson for the library. Ratios are taken within a process.

            {cellTable}

            After the lesson such a process has {Figures.Megabytes((long)Median(all.Select(process => (double)process.WorkingSet)))} of memory, compiler included.

            ## What does a notebook cost beside a program?

            The same lesson, compiled beforehand and as a notebook whose cells are compiled one after the other; {Figures.Count(rounds)} times each, in turns.

            {lessonTable}

            ## How long does one wait?

            {waits}

            The engine looks for an interrupt fifty times a second. The kernel is a process of its own, and the front end stands beside it, without Jupyter.

            ## What was the goal?

            The first cell in a few seconds, later ones without a delay that one notices: a tenth of a second (Miller 1968). The worst of many stands
            above, with whatever else the machine did meanwhile.

            {goals}
            """);

        double[] Of(Func<NotebookProcess, IEnumerable<double>> times) => [.. all.SelectMany(times)];
    }

    private static string[] Times(IEnumerable<double> seconds) => [Figures.Milliseconds(Median(seconds)), Figures.Milliseconds(seconds.Max())];

    private static double Median(IEnumerable<double> values) => Ratio.Of(values).Median;

    private static string[] Goal(string what, double seconds, double reached) =>
        [$"{what}: under {Figures.Milliseconds(seconds)}", Figures.Milliseconds(reached), Figures.YesNo(reached < seconds)];
}
