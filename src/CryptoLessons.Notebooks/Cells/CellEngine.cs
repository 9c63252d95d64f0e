namespace CryptoLessons.Notebooks.Cells;

/// <summary>Runs the cells of one notebook, one after the other: what a cell declares, later cells see.</summary>
public sealed class CellEngine : IDisposable
{
    /// <summary>The number of the cell that ran last, from 1; 0 before the first. A failed cell counts too.</summary>
    public int Count { get; private set; }

    /// <summary>Runs a cell; a failed one leaves what earlier cells declared as it was.</summary>
    /// <param name="code">C#, without types in namespaces; <c>#r "nuget: CryptoLessons"</c> and <c>#:</c> lines are allowed.</param>
    /// <param name="show">Told each output as it comes, in order, never from two threads at once; an <see cref="ErrorOutput"/> is the last.</param>
    /// <param name="interrupt">Ends the cell soon after it is cancelled.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="InvalidOperationException">Another cell is running.</exception>
    public CellOutcome Run(string code, Action<CellOutput> show, CancellationToken interrupt = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(show);
        Count++;
        throw new NotSupportedException();
    }

    /// <summary>Forgets everything.</summary>
    public void Dispose()
    {
    }
}
