using System.Globalization;
using System.Text.Json;
using CryptoLessons.Benchmarks.Reports;
using CryptoLessons.Lessons;

namespace CryptoLessons.Benchmarks.Notebooks;

/// <summary>An engine in a process of its own: a small cell, lesson 4, and more cells behind it. Times are in seconds.</summary>
/// <param name="First">The first cell that the process runs: it declares a number and shows it.</param>
/// <param name="Lesson">The lesson's cells.</param>
/// <param name="WorkingSet">Bytes of memory that the process has after the lesson.</param>
/// <param name="Later">Small cells after the lesson, four times as many: each changes the number and shows it.</param>
/// <param name="Pictures">Cells that display a picture of what the lesson left.</param>
/// <param name="Interrupts">How long endless loops went on after they were interrupted.</param>
/// <param name="FirstOfAnother">The first cell of another engine in the same process.</param>
internal sealed record NotebookProcess(
    double First, double[] Lesson, long WorkingSet, double[] Later, double[] Pictures, double[] Interrupts, double FirstOfAnother)
{
    /// <summary>What to write behind <c>--</c> on the command line, and how many cells of each kind follow the lesson.</summary>
    public const string Verb = "notebook-once";

    private const string FirstCell = "int visits = 0;\nvisits";

    // No multiple of it is one of the engine's own pace, which looks fifty times a second.
    private const int Apart = 7;

    /// <summary>Runs this program once more.</summary>
    /// <param name="cells">How many cells of each kind follow the lesson.</param>
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    public static NotebookProcess Run(int cells) => JsonSerializer.Deserialize<NotebookProcess>(
        Processes.Run(ThisProgram.With(Verb, cells.ToString(CultureInfo.InvariantCulture))).Output)!;

    /// <summary>The other end of <see cref="Run"/>: measures, and writes what came of it as JSON.</summary>
    public static int RunHere(int cells, TextWriter output)
    {
        using var engine = new TimedEngine();
        double first = Seconds(engine, FirstCell, shown => shown?.Text == "0");
        double[] lesson = [.. LessonFour.Cells().Select(cell => engine.Run(cell).Seconds)];
        long memory = Environment.WorkingSet;
        double[] later = Times(4 * cells, i => Seconds(engine, "visits += 1;\nvisits", shown => shown?.Text == $"{i}"));
        double[] pictures = Times(cells, _ => Seconds(
            engine, "Display(DerivationPath.Draw(stolen.Recovered.Values.First()));", shown => shown?.Svg is not null));
        double[] interrupts = Times(cells, i => engine.Interrupt(TimeSpan.FromMilliseconds(i * Apart)));
        using var another = new TimedEngine();
        output.WriteLine(JsonSerializer.Serialize(new NotebookProcess(
            first, lesson, memory, later, pictures, interrupts, Seconds(another, FirstCell, shown => shown?.Text == "0"))));
        return 0;
    }

    private static double[] Times(int cells, Func<int, double> run) => [.. Enumerable.Range(1, cells).Select(run)];

    private static double Seconds(TimedEngine engine, string code, Func<Exhibit?, bool> isRight)
    {
        var (seconds, shown) = engine.Run(code);
        return isRight(shown) ? seconds : throw new InvalidOperationException($"The cell '{code}' shows '{shown?.Text}'.");
    }
}
