namespace CryptoLessons.Notebooks.Cells;

/// <summary>One thing that a running cell puts out.</summary>
public abstract record CellOutput;
