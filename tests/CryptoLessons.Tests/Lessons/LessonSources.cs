using System.Collections.Concurrent;
using CryptoLessons.Notebooks.Lessons;

namespace CryptoLessons.Tests.Lessons;

/// <summary>The lessons of the repository, each read once and run once.</summary>
internal static class LessonSources
{
    private static readonly ConcurrentDictionary<string, Lazy<LessonRun>> Runs = new();

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    private static string Folder => Repository.PathOf("samples", "lessons");

    /// <summary>Reads one.</summary>
    public static Lesson Read(string name)
    {
        var (lesson, complaint) = LessonParser.Read(name + Lesson.Extension, File.ReadAllText(Path.Combine(Folder, name + Lesson.Extension)));
        return lesson ?? throw new InvalidOperationException(complaint);
    }

    /// <summary>Runs one; the second time it is at hand.</summary>
    public static LessonRun Run(string name) => Runs.GetOrAdd(name, _ => new(() =>
    {
        var (run, complaint) = LessonRun.Of(Read(name));
        return run ?? throw new InvalidOperationException(complaint);
    })).Value;
}
