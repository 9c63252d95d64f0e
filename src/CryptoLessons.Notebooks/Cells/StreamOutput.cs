namespace CryptoLessons.Notebooks.Cells;

/// <summary>Text that a cell wrote to the console.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text, with the line ends that were written.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;
