using CryptoLessons.Lessons;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>Something that a cell displayed, or the value of its last expression.</summary>
/// <param name="Exhibit">What is shown.</param>
/// <param name="IsResult">Whether it is the value of the cell's last expression.</param>
public sealed record DisplayOutput(Exhibit Exhibit, bool IsResult) : CellOutput;
