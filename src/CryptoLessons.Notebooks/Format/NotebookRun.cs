using CryptoLessons.Notebooks.Cells;

namespace CryptoLessons.Notebooks.Format;

/// <summary>What became of a notebook that was run.</summary>
/// <param name="Notebook">It, with what its cells put out; cells that did not run have no outputs.</param>
/// <param name="Outcome">How its last cell ended that ran.</param>
/// <param name="FailedCell">The place, from 1, of the cell that did not come to its end; null when all did.</param>
/// <param name="Error">Why it did not, and on which line; null when all did.</param>
public sealed record NotebookRun(Notebook Notebook, CellOutcome Outcome, int? FailedCell, ErrorOutput? Error);
