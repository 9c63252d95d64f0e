namespace CryptoLessons.Notebooks.Lessons;

/// <summary>A lesson: one source that is a program, a notebook and a page.</summary>
/// <param name="Name">Name of its file without the ending, such as <c>04-one-key-for-everyone</c>.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Cells">Prose and code, in order; the first is prose, with the title.</param>
public sealed record Lesson(string Name, string Title, IReadOnlyList<LessonCell> Cells)
{
    private const string Asking = "**The question.** ";

    /// <summary>What it asks, in Markdown: the paragraph of its first cell that begins with <c>**The question.**</c>; empty when there is none.</summary>
    public string Question =>
        Cells[0].Text.Split("\n\n").FirstOrDefault(paragraph => paragraph.StartsWith(Asking, StringComparison.Ordinal))?[Asking.Length..] ?? "";

    /// <summary>The ending of a lesson's file.</summary>
    public const string Extension = ".cs";
}
