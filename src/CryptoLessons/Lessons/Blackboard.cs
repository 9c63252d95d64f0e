using CryptoLessons.Adversary;

namespace CryptoLessons.Lessons;

/// <summary>Where a lesson shows what it found: the console of a program, the page of a notebook.</summary>
/// <remarks>Lessons write <c>using static CryptoLessons.Lessons.Blackboard;</c> and then its verbs alone.</remarks>
public static class Blackboard
{
    // It flows with the code that a cell starts, into its tasks too, so that two notebooks in one process do not write on each other's board.
    private static readonly AsyncLocal<Action<Exhibit>?> Board = new();

    /// <summary>Shows a value, as <see cref="Exhibit.Of"/> says, in the best form that the reader's screen has.</summary>
    public static void Display(object? value)
    {
        var shown = Exhibit.Of(value);
        if (Board.Value is { } board)
            board(shown);
        else
            Console.WriteLine(shown.Text + Console.Out.NewLine);
    }

    /// <summary>Shows a table.</summary>
    /// <param name="headings">What stands above each column.</param>
    /// <param name="rows">As many cells in each as there are headings.</param>
    public static void Display(IReadOnlyList<string> headings, params IReadOnlyList<IReadOnlyList<string>> rows) => Display(Table.Of(headings, rows));

    /// <summary>Shows side by side what attacks read: of the past, of the future, and of bystanders.</summary>
    public static void Compare(params IReadOnlyList<(string Attack, Verdict Read)> verdicts) => Display(Readings.Compare(verdicts));

    /// <summary>Keeps two verdicts apart: whether the cryptography verified in an undisturbed play, and whether the person was protected.</summary>
    /// <param name="game">What was played.</param>
    /// <param name="read">What somebody read to whom it was not addressed.</param>
    public static void JudgeTwice(Game game, Verdict read) => Display(TwoVerdicts.Of(game, read));

    /// <summary>The same after an attack by somebody on the wire.</summary>
    public static void JudgeTwice(ActiveVerdict played) => Display(TwoVerdicts.Of(played));

    /// <summary>Shows the figure with which a lesson ends, beside what the reader had expected.</summary>
    /// <param name="what">What is counted.</param>
    /// <param name="measured">How many there were.</param>
    /// <param name="of">Of how many.</param>
    /// <param name="predicted">How many the reader had expected.</param>
    public static void Figure(string what, int measured, int of, int predicted) => Display(new Exhibit(
        FormattableString.Invariant($"{what}: {measured} of {of}. Predicted: {predicted}.")));

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
