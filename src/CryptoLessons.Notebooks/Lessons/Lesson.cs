namespace CryptoLessons.Notebooks.Lessons;

/// <summary>A lesson: one source that is a program, a notebook and a page.</summary>
/// <param name="Name">Name of its file without the ending, such as <c>04-one-key-for-everyone</c>.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Cells">Prose and code, in order; the first is prose, with the title.</param>
public sealed record Lesson(string Name, string Title, IReadOnlyList<LessonCell> Cells)
{
    /// <summary>The ending of a lesson's file.</summary>
    public const string Extension = ".cs";
}
