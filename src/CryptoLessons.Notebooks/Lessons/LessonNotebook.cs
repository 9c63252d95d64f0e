using CryptoLessons.Notebooks.Format;

namespace CryptoLessons.Notebooks.Lessons;

/// <summary>Lessons as notebooks.</summary>
public static class LessonNotebook
{
    /// <summary>The ending of a notebook's file.</summary>
    public const string Extension = ".ipynb";

    // A program names its project in a line for the compiler; a notebook names the package, and whoever runs it has that at hand.
    private const string Package = "#r \"nuget: CryptoLessons\"\n\n";

    /// <summary>The lesson as a notebook that has not run: its cells in order, the package named in the first one of code.</summary>
    public static Notebook Of(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        int first = lesson.Cells.TakeWhile(cell => !cell.IsCode).Count();
        return new([.. lesson.Cells.Select((cell, index) => NotebookCell.Of(
            index,
            cell.IsCode ? CellKind.Code : CellKind.Markdown,
            !cell.IsCode ? LessonLinks.To(cell.Text, Extension) : index == first ? Package + cell.Text : cell.Text))]);
    }
}
