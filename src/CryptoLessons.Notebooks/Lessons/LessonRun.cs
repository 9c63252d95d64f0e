using CryptoLessons.Notebooks.Cells;
using CryptoLessons.Notebooks.Format;

namespace CryptoLessons.Notebooks.Lessons;

/// <summary>A lesson that ran from its first cell to its last.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Notebook">The same as a notebook, with what its cells put out.</param>
public sealed record LessonRun(Lesson Lesson, Notebook Notebook)
{
    /// <summary>The sentence with which the lesson ends: its figure.</summary>
    public string Figure => Notebook.Cells.SelectMany(cell => cell.Outputs).OfType<DisplayOutput>().LastOrDefault()?.Exhibit.Text ?? "";

    /// <summary>Runs a lesson.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="progress">Told in a few words how far the run is.</param>
    /// <param name="stop">Ends the run soon after it is cancelled.</param>
    /// <returns>The run, or a sentence that names the line on which the failed cell begins, and what went wrong in it.</returns>
    public static (LessonRun? Run, string? Complaint) Of(Lesson lesson, IProgress<string>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        NotebookRun run = NotebookRunner.Run(LessonNotebook.Of(lesson), progress: progress, stop: stop);
        if (run.FailedCell is not { } failed)
            return (new(lesson, run.Notebook), null);
        string how = run.Outcome == CellOutcome.Failed ? "failed" : "was interrupted";
        return (null, FormattableString.Invariant($"{lesson.Name}{Lesson.Extension}: the cell that begins on line {lesson.Cells[failed - 1].Line} {how}. ")
            + string.Join('\n', run.Error?.Trace ?? []));
    }
}
