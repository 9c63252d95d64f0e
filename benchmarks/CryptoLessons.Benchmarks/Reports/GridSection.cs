using System.Diagnostics;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on the whole grid: every design and every compromise on the built-in conversation.</summary>
internal static class GridSection
{
    private const double GoalSeconds = 10;
    private const int Rounds = 3;

    /// <summary>Measures and writes.</summary>
    public static Section Write()
    {
        MatrixRequest request = MatrixRequest.Create(BuiltInConversation.Load()).Request
            ?? throw new InvalidOperationException("The built-in conversation gives no matrix.");
        double[] seconds = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            MatrixResult result = MatrixRunner.Run(request);
            seconds[i] = clock.Elapsed.TotalSeconds;
            if (result.Designs.SelectMany(row => row.Cells).Any(cell => cell.Verdict.Wrong.Count > 0 || cell.Control.Recovered.Count > 0))
                throw new InvalidOperationException("The matrix that was measured is not a right one.");
        }
        // The first round compiles: it is what a person waits for, and so it counts.
        double first = seconds[0];
        string goals = MarkdownTable.Write(
            ["goal", "this run", "met"],
            [
                [
                    $"all {Figures.Count(Design.All.Count)} designs and {Figures.Count(Compromise.All.Count)} compromises on the built-in conversation in under {Figures.Seconds(GoalSeconds)}",
                    Figures.Seconds(first),
                    Figures.YesNo(first < GoalSeconds),
                ],
            ]);
        return new($"""
            ## How long does the whole grid take?

            {goals}

            Aside, noisy: again in the same process {Figures.Seconds(seconds[1..].Min())}.
            """);
    }
}
