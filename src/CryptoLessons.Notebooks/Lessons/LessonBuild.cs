using System.Text;

namespace CryptoLessons.Notebooks.Lessons;

/// <summary>Runs lessons and makes of each a notebook and a page, and of all an index: the same files every time.</summary>
public static class LessonBuild
{
    /// <summary>Builds every lesson of a folder, several at a time.</summary>
    /// <param name="folder">Its lessons are its C# files, in the order of their names.</param>
    /// <param name="progress">Told in a few words, from several threads, how far the work is.</param>
    /// <param name="stop">Ends the work soon after it is cancelled.</param>
    /// <returns>All files, or one sentence for each lesson that is none or that failed.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static (IReadOnlyList<LessonFile> Files, IReadOnlyList<string> Complaints) Of(
        string folder, IProgress<string>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string[] sources = [.. Directory.EnumerateFiles(folder, "*" + Lesson.Extension).Order(StringComparer.Ordinal)];
        if (sources.Length == 0)
            return ([], [$"In '{folder}' there is no lesson: name a folder with C# files in the percent form."]);
        // Read beforehand: what throws side by side with others comes out wrapped.
        string[] texts = [.. sources.Select(File.ReadAllText)];
        var runs = new (LessonRun? Run, string? Complaint)[sources.Length];
        Parallel.For(0, sources.Length, i => runs[i] = Run(sources[i], texts[i], progress, stop));
        stop.ThrowIfCancellationRequested();
        string[] complaints = [.. runs.Select(run => run.Complaint).OfType<string>()];
        return complaints.Length > 0 ? ([], complaints) : ([.. Of([.. runs.Select(run => run.Run!)])], []);
    }

    /// <summary>The files of lessons that have run: a notebook and a page of each, and the index.</summary>
    /// <param name="runs">The lessons, in their order.</param>
    public static IEnumerable<LessonFile> Of(IReadOnlyList<LessonRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return Files(runs);
    }

    private static (LessonRun?, string?) Run(string source, string text, IProgress<string>? progress, CancellationToken stop)
    {
        var (lesson, complaint) = LessonParser.Read(source, text);
        return lesson is null ? (null, complaint) : LessonRun.Of(lesson, progress is null ? null : new Named(lesson.Name, progress), stop);
    }

    private static IEnumerable<LessonFile> Files(IReadOnlyList<LessonRun> runs)
    {
        for (int i = 0; i < runs.Count; i++)
        {
            var notebook = new MemoryStream();
            runs[i].Notebook.Write(notebook);
            yield return new(runs[i].Lesson.Name + LessonNotebook.Extension, notebook.ToArray());
            string page = LessonPage.Write(runs[i], runs.ElementAtOrDefault(i - 1)?.Lesson, runs.ElementAtOrDefault(i + 1)?.Lesson);
            yield return new(runs[i].Lesson.Name + LessonPage.Extension, Encoding.UTF8.GetBytes(page));
        }
        yield return new(LessonPage.Index, Encoding.UTF8.GetBytes(LessonPage.WriteIndex(runs)));
    }

    private sealed class Named(string lesson, IProgress<string> all) : IProgress<string>
    {
        public void Report(string value) => all.Report($"{lesson}: {value}");
    }
}
