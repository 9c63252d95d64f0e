using Microsoft.CodeAnalysis.Scripting;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>What became of a cell.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Error">Why it did not come to its end; null when it did.</param>
/// <param name="State">What is declared now; null when it did not come to its end.</param>
internal sealed record CellResult(CellOutcome Outcome, ErrorOutput? Error, ScriptState<object>? State = null);
