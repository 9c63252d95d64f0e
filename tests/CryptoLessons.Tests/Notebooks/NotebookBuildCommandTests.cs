using CryptoLessons.Tests.Cli;
using NUnit.Framework;

namespace CryptoLessons.Tests.Notebooks;

/// <summary><c>cryptolessons notebook build</c>: what it writes, what it leaves alone, and what it says.</summary>
public class NotebookBuildCommandTests
{
    private const string Whole = "// %% [markdown]\n// # Lesson 1. A sum\n//\n// **The question.** How much? See [the next](02-two.cs).\n\n// %%\nint one = 1;\none + 1\n";

    private string folder = null!;

    [SetUp]
    public void Begin() => folder = Directory.CreateTempSubdirectory("lessons").FullName;

    [TearDown]
    public void End() => Directory.Delete(folder, recursive: true);

    [Test]
    public void MakesANotebookAndAPageOfEachLessonAndAnIndex()
    {
        Write("01-one.cs", Whole);
        Write("02-two.cs", Whole.Replace("1. A", "2. Another", StringComparison.Ordinal));
        CliRun run = Build();
        Assert.That((run.Status, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.StartWith("5 files made of the lessons in ").And.EndsWith(", 5 of them written anew." + Environment.NewLine));
        Assert.That(Made("notebooks"), Is.EqualTo((string[])["01-one.ipynb", "02-two.ipynb"]));
        Assert.That(Made("pages"), Is.EqualTo((string[])["01-one.html", "02-two.html", "index.html"]));
        Assert.That(Read("notebooks", "01-one.ipynb"), Does.Contain("#r \\\"nuget: CryptoLessons\\\"").And.Contain("(02-two.ipynb)").And.Contain("\"2\""));
        Assert.That(Read("pages", "01-one.html"), Does.Contain("href=\"02-two.html\"").And.Contain("Lesson 2. Another sum"));
        Assert.That(Read("pages", "index.html"), Does.Contain("href=\"01-one.html\"").And.Contain("How much?"));
    }

    [Test]
    public void ToBuildTwiceIsToBuildOnce()
    {
        Write("01-one.cs", Whole);
        Build();
        DateTime then = new(2017, 3, 22, 0, 0, 0, DateTimeKind.Utc);
        string page = Path.Combine(folder, "pages", "01-one.html"), index = Path.Combine(folder, "pages", "index.html");
        File.SetLastWriteTimeUtc(page, then);
        File.AppendAllText(index, "changed by hand");
        CliRun again = Build();
        Assert.That(again.Output, Does.EndWith(", 1 of them written anew." + Environment.NewLine));
        Assert.That(File.GetLastWriteTimeUtc(page), Is.EqualTo(then), "what is as it should be is not touched");
        Assert.That(Read("pages", "index.html"), Does.Not.Contain("changed by hand"));
    }

    [TestCase("int forgotten;", "02-two.cs, line 1: only lines that begin with #: stand before the first cell")]
    [TestCase("// %% [markdown]\n// # T\n\n// %%\nint one = 1;\n\n// %%\none =\n    nothing;", "02-two.cs: the cell that begins on line 8 failed. In[2](2,5): error CS0103")]
    [TestCase("// %% [markdown]\n// # T\n\n// %%\nthrow new(\"on purpose\");", "02-two.cs: the cell that begins on line 5 failed. ")]
    public void WhenOneLessonFailsNothingIsWritten(string source, string complaint)
    {
        Write("01-one.cs", Whole);
        Write("02-two.cs", source);
        CliRun run = Build();
        Assert.That(run.Status, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(complaint));
        Assert.That(Directory.Exists(Path.Combine(folder, "notebooks")), Is.False);
    }

    [Test]
    public void AFolderWithoutLessonsIsTold()
    {
        CliRun run = Build();
        Assert.That(run.Status, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("there is no lesson"));
    }

    [Test]
    public void ALessonThatCannotBeReadIsTold()
    {
        Write("01-one.cs", Whole);
        File.CreateSymbolicLink(Path.Combine(folder, "lessons", "02-two.cs"), Path.Combine(folder, "nowhere.cs"));
        CliRun run = Build();
        Assert.That(run.Status, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith("A lesson in '").And.Contain("cannot be read: "));
    }

    [Test]
    public void AFolderThatIsNotThereIsTold() =>
        Assert.That(CliRun.Of("notebook", "build", "--lessons", Path.Combine(folder, "nowhere")).Error, Does.StartWith("There is no folder '"));

    private CliRun Build() => CliRun.Of(
        "notebook", "build", "--lessons", Directory.CreateDirectory(Path.Combine(folder, "lessons")).FullName,
        "--notebooks", Path.Combine(folder, "notebooks"), "--pages", Path.Combine(folder, "pages"));

    private void Write(string name, string source) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "lessons")).FullName, name), source);

    private string[] Made(string place) => [.. Directory.EnumerateFiles(Path.Combine(folder, place)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    private string Read(string place, string name) => File.ReadAllText(Path.Combine(folder, place, name));
}
