using CryptoLessons.Notebooks.Cells;
using CryptoLessons.Notebooks.Format;
using CryptoLessons.Notebooks.Lessons;
using CryptoLessons.Tests.SamplePrograms;
using NUnit.Framework;

namespace CryptoLessons.Tests.Lessons;

/// <summary>A lesson says the same as a program, as a notebook and as a page, and the files in the repository are what it says.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class LessonFormsTests
{
    private static IEnumerable<string> Lessons => LessonSources.Names;

    /// <summary>One in four: CI runs every lesson as a program and holds it against its stored notebook.</summary>
    private static IEnumerable<string> SomePrograms => Lessons.Where((_, index) => index % 4 == 2);

    /// <summary>One in four: what a stored notebook has is what a build makes, and CI runs each of them by the command and in Jupyter.</summary>
    private static IEnumerable<string> SomeNotebooks => Lessons.Where((_, index) => index % 4 == 0);

    [TestCaseSource(nameof(SomePrograms))]
    public void AProgramAndANotebookSayTheSame(string name) =>
        Assert.That(Lines(SampleProgram.Run($"samples/lessons/{name}.cs")), Is.EqualTo(Lines(Said(LessonSources.Run(name).Notebook))));

    [TestCaseSource(nameof(SomeNotebooks))]
    public void TheStoredNotebookRunsAndSaysWhatItStores(string name)
    {
        Notebook stored = Notebook.Read(File.ReadAllBytes(Repository.PathOf("samples", "notebooks", name + ".ipynb"))).Notebook!;
        NotebookRun run = NotebookRunner.Run(stored);
        Assert.That(run.Outcome, Is.EqualTo(CellOutcome.Done));
        Assert.That(run.Notebook.Cells.SelectMany(cell => cell.Outputs), Is.EqualTo(stored.Cells.SelectMany(cell => cell.Outputs)));
    }

    /// <summary>Building is a no-op: what it makes is there. UPDATE_DOCS=1 in the environment writes it.</summary>
    [Test]
    public void TheFilesInTheRepositoryAreWhatABuildMakes()
    {
        LessonFile[] files = [.. LessonBuild.Of([.. Lessons.Select(LessonSources.Run)])];
        foreach (LessonFile file in files)
        {
            string path = file.IsNotebook ? Repository.PathOf("samples", "notebooks", file.Name) : Repository.PathOf("docs", "lessons", file.Name);
            if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
                File.WriteAllBytes(path, file.Bytes.Span);
            else
                Assert.That(File.Exists(path) && file.Bytes.Span.SequenceEqual(File.ReadAllBytes(path)), $"{path} is not what 'cryptolessons notebook build' makes: run it.");
        }
        string[] there = [.. Files("samples", "notebooks"), .. Files("docs", "lessons")];
        Assert.That(there, Is.EquivalentTo(files.Select(file => file.Name)), "a file of a lesson that is no more");
    }

    [Test]
    public void TheDocumentationListsEveryLesson()
    {
        string index = File.ReadAllText(Repository.PathOf("docs", "index.md"));
        Assert.That(Lessons, Has.All.Matches<string>(name =>
            index.Contains($"(lessons/{name}.html)", StringComparison.Ordinal) && index.Contains($"(../samples/notebooks/{name}.ipynb)", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Files(params string[] folder) => Directory.EnumerateFiles(Repository.PathOf(folder)).Select(file => Path.GetFileName(file)!);

    private static string Said(Notebook notebook) => string.Join('\n', notebook.Cells.SelectMany(cell => cell.Outputs).Select(output => output switch
    {
        DisplayOutput display => display.Exhibit.Text,
        StreamOutput stream => stream.Text,
        _ => throw new InvalidOperationException($"{output}"),
    }));

    // A console has an empty line behind each thing that is shown.
    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
