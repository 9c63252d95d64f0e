using System.Globalization;
using CryptoLessons.Notebooks.Cells;

namespace CryptoLessons.Notebooks.Format;

/// <summary>Runs notebooks without anybody looking on.</summary>
public static class NotebookRunner
{
    /// <summary>Runs every cell of code in an engine of its own, up to the first that does not come to its end. Empty cells do not run.</summary>
    /// <param name="notebook">What is run.</param>
    /// <param name="show">Told each output as it comes; null for nobody.</param>
    /// <param name="progress">Told before each cell which one it is; null for nobody.</param>
    /// <param name="stop">Ends the run soon after it is cancelled.</param>
    public static NotebookRun Run(
        Notebook notebook, Action<CellOutput>? show = null, IProgress<string>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        using var engine = new CellEngine();
        var cells = new List<NotebookCell>();
        var (outcome, failed, error) = (CellOutcome.Done, (int?)null, (ErrorOutput?)null);
        foreach (NotebookCell cell in notebook.Cells)
        {
            NotebookCell empty = cell with { Outputs = [], ExecutionCount = null };
            cells.Add(empty);
            if (cell.Kind != CellKind.Code || string.IsNullOrWhiteSpace(cell.Source) || outcome != CellOutcome.Done)
                continue;
            progress?.Report(string.Create(CultureInfo.InvariantCulture, $"cell {cells.Count} of {notebook.Cells.Count} runs"));
            var outputs = new CellOutputs();
            outcome = engine.Run(cell.Source, output => { outputs.Add(output); show?.Invoke(output); }, stop);
            cells[^1] = empty with { Outputs = outputs.All, ExecutionCount = engine.Count };
            if (outcome != CellOutcome.Done)
                (failed, error) = (cells.Count, outputs.All.OfType<ErrorOutput>().LastOrDefault());
        }
        return new(notebook with { Cells = cells }, outcome, failed, error);
    }
}
