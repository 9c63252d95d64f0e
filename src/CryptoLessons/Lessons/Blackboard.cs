namespace CryptoLessons.Lessons;

/// <summary>Where a lesson shows what it found: the console of a program, the page of a notebook.</summary>
public static class Blackboard
{
    // It flows with the code that a cell starts, into its tasks too, so that two notebooks in one process do not write on each other's board.
    private static readonly AsyncLocal<Action<Exhibit>?> Board = new();

    /// <summary>Shows a value: an <see cref="Exhibit"/> in the best form that the reader's screen has, anything else as its text.</summary>
    public static void Display(object? value)
    {
        Exhibit shown = value as Exhibit ?? new(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "");
        if (Board.Value is { } board)
            board(shown);
        else
            Console.WriteLine(shown.Text);
    }

    /// <summary>Takes over what is shown from here on, in this flow of execution, until what this returns is disposed of.</summary>
    /// <param name="board">Told each thing that is shown, on the thread that shows it.</param>
    public static IDisposable Replace(Action<Exhibit> board)
    {
        ArgumentNullException.ThrowIfNull(board);
        var before = Board.Value;
        Board.Value = board;
        return new Restoring(before);
    }

    private sealed class Restoring(Action<Exhibit>? before) : IDisposable
    {
        public void Dispose() => Board.Value = before;
    }
}
