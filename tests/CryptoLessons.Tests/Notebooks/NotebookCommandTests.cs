using CryptoLessons.Notebooks.Format;
using CryptoLessons.Tests.Cli;
using NUnit.Framework;

namespace CryptoLessons.Tests.Notebooks;

/// <summary><c>cryptolessons notebook run</c>: what it prints, what it writes, and how it ends.</summary>
public class NotebookCommandTests
{
    private const int CellFailed = 1;
    private const int Interrupted = 130;

    private string folder = null!;

    [SetUp]
    public void Begin() => folder = Directory.CreateTempSubdirectory("notebook").FullName;

    [TearDown]
    public void End() => Directory.Delete(folder, recursive: true);

    [Test]
    public void PrintsWhatTheCellsPutOut()
    {
        CliRun run = CliRun.Of("notebook", "run", Write("int x = 1; Console.WriteLine(\"written\");", "CryptoLessons.Lessons.Blackboard.Display(\"shown\");\nx"));
        Assert.That(run.Status, Is.Zero);
        Assert.That(run.Output.ReplaceLineEndings("\n"), Is.EqualTo("written\nshown\n1\n"));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public void WritesTheExecutedNotebookWhereItIsToldAndTheSameEveryTime()
    {
        string notebook = Write("int x = 1;\nx + 1");
        string before = File.ReadAllText(notebook);
        string first = Path.Combine(folder, "first.ipynb"), second = Path.Combine(folder, "second.ipynb");
        Assert.That(CliRun.Of("notebook", "run", notebook, "--out", first).Status, Is.Zero);
        Assert.That(CliRun.Of("notebook", "run", first, "--out", second).Status, Is.Zero);
        Assert.That(File.ReadAllText(notebook), Is.EqualTo(before), "the one that was run stays as it was");
        Assert.That(File.ReadAllText(first), Does.Contain("execute_result").And.EqualTo(File.ReadAllText(second)));
        Assert.That(CliRun.Of("notebook", "run", notebook, "--out", notebook).Status, Is.Zero);
        Assert.That(File.ReadAllText(notebook), Is.EqualTo(File.ReadAllText(first)), "unless it is named");
    }

    [TestCase("\nthrow new ArgumentException(\"on purpose\");", "System.ArgumentException: on purpose", "at In[2] line 2")]
    [TestCase("\nnothing", "In[2](2,1): error CS0103", "'nothing'")]
    public void NamesTheCellAndTheLineThatFailed(string code, params string[] told)
    {
        string place = Path.Combine(folder, "out.ipynb");
        CliRun run = CliRun.Of("notebook", "run", Write("1", code, "3"), "--out", place);
        Assert.That(run.Status, Is.EqualTo(CellFailed));
        Assert.That(run.Output.ReplaceLineEndings("\n"), Is.EqualTo("1\n"));
        Assert.That(run.Error, Does.Contain("cell 2 of 3 failed"));
        foreach (string part in told)
            Assert.That(run.Error, Does.Contain(part));
        Assert.That(File.ReadAllText(place), Does.Contain("\"output_type\": \"error\""));
    }

    [Test]
    public void AFileThatIsNoNotebookIsToldAndNothingIsWritten()
    {
        string file = Path.Combine(folder, "x.ipynb"), place = Path.Combine(folder, "out.ipynb");
        File.WriteAllText(file, "{");
        CliRun run = CliRun.Of("notebook", "run", file, "--out", place);
        Assert.That(run.Status, Is.EqualTo(CliRun.BadInput));
        Assert.That(run.Error, Does.Contain($"'{file}' is no notebook"));
        Assert.That(place, Does.Not.Exist);
    }

    [TestCase("notebook", "run", "nowhere.ipynb")]
    [TestCase("notebook", "run", "")]
    [TestCase("notebook", "run")]
    [TestCase("notebook")]
    public void WhatCannotBeRunIsTold(params string[] args)
    {
        CliRun run = CliRun.Of(args);
        Assert.That(run.Status, Is.EqualTo(CliRun.BadInput));
        Assert.That(run.Error, Is.Not.Empty.And.Not.Contain("   at "));
    }

    [Test]
    public void NothingRunsWhenTheResultCannotBeWritten()
    {
        CliRun run = CliRun.Of("notebook", "run", Write("Console.Write(1);"), "--out", folder);
        Assert.That((run.Status, run.Output), Is.EqualTo((CliRun.BadInput, "")));
        Assert.That(run.Error, Does.Contain("is a folder"));
    }

    [Test]
    public void ControlCEndsACellThatDoesNotEnd()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("There is no kill -INT on Windows.");
        CliProcess run = CliProcess.Interrupted("begun", "notebook", "run", Write("Console.Error.WriteLine(\"begun\");\nwhile (true) ;"));
        Assert.That(run.Status, Is.EqualTo(Interrupted));
        Assert.That(run.Error, Does.Contain("cell 1 of 1 was interrupted"));
    }

    private string Write(params string[] cells)
    {
        string path = Path.Combine(folder, "lesson.ipynb");
        using FileStream file = File.Create(path);
        new Notebook([.. cells.Select((source, index) => NotebookCell.Of(index, CellKind.Code, source))]).Write(file);
        return path;
    }
}
