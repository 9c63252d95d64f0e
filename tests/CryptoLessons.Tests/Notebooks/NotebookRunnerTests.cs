using CryptoLessons.Notebooks.Cells;
using CryptoLessons.Notebooks.Format;
using NUnit.Framework;

namespace CryptoLessons.Tests.Notebooks;

/// <summary>A notebook runs from its first cell to its last, or to the one that fails.</summary>
public class NotebookRunnerTests
{
    [Test]
    public void FillsInWhatEachCellPutsOut()
    {
        var shown = new List<CellOutput>();
        var progress = new Heard();
        NotebookRun run = NotebookRunner.Run(
            Of("# prose", "int x = 1;", "Console.Write(\"a\"); Thread.Sleep(100); Console.Write(\"b\"); Console.Error.Write(\"c\"); Console.Write(\"d\");", " \n", "x"),
            shown.Add,
            progress);
        Assert.That((run.Outcome, run.FailedCell, run.Error), Is.EqualTo((CellOutcome.Done, (int?)null, (ErrorOutput?)null)));
        Assert.That(run.Notebook.Cells.Select(cell => cell.ExecutionCount), Is.EqualTo((int?[])[null, 1, 2, null, 3]));
        Assert.That(run.Notebook.Cells[2].Outputs, Is.EqualTo((CellOutput[])[
            new StreamOutput("stdout", "ab"), new StreamOutput("stderr", "c"), new StreamOutput("stdout", "d")]), "however the text came");
        Assert.That(run.Notebook.Cells[4].Outputs, Is.EqualTo((CellOutput[])[new DisplayOutput(new("1"), true)]));
        Assert.That(shown.Last(), Is.EqualTo(run.Notebook.Cells[4].Outputs[0]));
        Assert.That(progress, Is.EqualTo((string[])["cell 2 of 5 runs", "cell 3 of 5 runs", "cell 5 of 5 runs"]));
    }

    [Test]
    public void StopsAtTheFirstCellThatFailsAndLeavesNoOldOutputBehindIt()
    {
        Notebook before = NotebookRunner.Run(Of("1", "2", "3")).Notebook;
        Assert.That(before.Cells[2].Outputs, Is.Not.Empty);
        NotebookRun run = NotebookRunner.Run(before with { Cells = [before.Cells[0], before.Cells[1] with { Source = "\n nothing" }, before.Cells[2]] });
        Assert.That((run.Outcome, run.FailedCell), Is.EqualTo((CellOutcome.Failed, 2)));
        Assert.That(run.Error!.Trace, Is.EqualTo((string[])["In[2](2,2): error CS0103: The name 'nothing' does not exist in the current context"]));
        Assert.That(run.Notebook.Cells.Select(cell => cell.Outputs.Count), Is.EqualTo((int[])[1, 1, 0]));
        Assert.That(run.Notebook.Cells[1].Outputs, Is.EqualTo((CellOutput[])[run.Error]));
    }

    [Test]
    public void EndsWhenItIsStopped()
    {
        using var stop = new CancellationTokenSource();
        NotebookRun run = NotebookRunner.Run(Of("1", "Console.Write(2); while (true) ;", "3"), output =>
        {
            if (output is StreamOutput)
                stop.Cancel();
        }, stop: stop.Token);
        Assert.That((run.Outcome, run.FailedCell), Is.EqualTo((CellOutcome.Interrupted, 2)));
        Assert.That(run.Notebook.Cells[2].ExecutionCount, Is.Null);
    }

    private static Notebook Of(params string[] sources) => new(
        [.. sources.Select((source, index) => NotebookCell.Of(index, source.StartsWith('#') ? CellKind.Markdown : CellKind.Code, source))]);

    private sealed class Heard : List<string>, IProgress<string>
    {
        public void Report(string value) => Add(value);
    }
}
