namespace CryptoLessons.Notebooks.Cells;

/// <summary>How the run of a cell ended.</summary>
public enum CellOutcome
{
    /// <summary>It came to its end.</summary>
    Done,

    /// <summary>It did not compile, or threw.</summary>
    Failed,

    /// <summary>It was interrupted.</summary>
    Interrupted,
}
