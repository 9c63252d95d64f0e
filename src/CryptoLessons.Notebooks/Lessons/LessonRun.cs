using CryptoLessons.Notebooks.Cells;

namespace CryptoLessons.Notebooks.Lessons;

/// <summary>A lesson that ran from its first cell to its last, and what each cell put out.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Outputs">For each of its cells what it put out, in order; nothing for prose.</param>
public sealed record LessonRun(Lesson Lesson, IReadOnlyList<IReadOnlyList<CellOutput>> Outputs)
{
    /// <summary>The sentence with which the lesson ends: its figure.</summary>
    public string Figure => Outputs.SelectMany(outputs => outputs).OfType<DisplayOutput>().LastOrDefault()?.Exhibit.Text ?? "";

    /// <summary>Runs a lesson.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="ran">Told the number of each cell that has run, from 1.</param>
    /// <param name="interrupt">Stops it.</param>
    /// <returns>The run, or a sentence that names the cell that failed, and the line in the lesson's source where it begins.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static (LessonRun? Run, string? Complaint) Of(Lesson lesson, IProgress<int>? ran = null, CancellationToken interrupt = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        using var engine = new CellEngine();
        var outputs = new List<IReadOnlyList<CellOutput>>();
        foreach (LessonCell cell in lesson.Cells)
        {
            var shown = new List<CellOutput>();
            if (cell.IsCode && engine.Run(cell.Text, shown.Add, interrupt) != CellOutcome.Done)
            {
                interrupt.ThrowIfCancellationRequested();
                string trace = shown is [.., ErrorOutput error] ? string.Join('\n', error.Trace) : "it did not come to its end";
                return (null, FormattableString.Invariant($"{lesson.Name}{Lesson.Extension}, the cell that begins on line {cell.Line}: {trace}"));
            }
            outputs.Add(shown);
            ran?.Report(outputs.Count);
        }
        return (new(lesson, outputs), null);
    }
}
