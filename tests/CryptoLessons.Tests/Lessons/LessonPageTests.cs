using System.Xml.Linq;
using CryptoLessons.Notebooks.Lessons;
using NUnit.Framework;

namespace CryptoLessons.Tests.Lessons;

/// <summary>The page of a lesson: whole, without scripts, and with foreign text as text.</summary>
[TestFixture]
internal sealed class LessonPageTests
{
    private const string Hostile = "<script>alert(1)</script>&amp;\u202E]]>\"'";

    /// <summary>From the last to the first: another fixture runs them at the same time from the other end, and each runs once.</summary>
    private static IEnumerable<string> Lessons => LessonSources.Names.Reverse();

    [TestCaseSource(nameof(Lessons))]
    public void IsWellFormedAndFetchesNothing(string name)
    {
        XElement page = Parse(LessonPage.Write(LessonSources.Run(name), null, null));
        Assert.That(page.Descendants().Select(element => element.Name.LocalName), Has.None.AnyOf("script", "img", "link", "iframe", "object", "foreignObject"));
        Assert.That(page.Descendants().Attributes().Select(attribute => attribute.Name.LocalName), Has.None.StartsWith("on").And.None.EqualTo("src"));
        string[] ids = [.. page.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.That(ids, Is.Unique);
    }

    [TestCaseSource(nameof(Lessons))]
    public void ShowsTheWholeProgram(string name)
    {
        LessonRun run = LessonSources.Run(name);
        XElement page = Parse(LessonPage.Write(run, null, null));
        Assert.That(
            page.Descendants("pre").Where(pre => (string?)pre.Attribute("class") == "code").Select(pre => pre.Value),
            Is.EqualTo(run.Lesson.Cells.Where(cell => cell.IsCode).Select(cell => cell.Text)));
    }

    [Test]
    public void HostileTextIsTextInEveryForm()
    {
        string code = $"CryptoLessons.Lessons.Blackboard.Display([\"heading\"], [{Literal(Hostile)}]);\nConsole.WriteLine({Literal(Hostile)});";
        Lesson lesson = LessonParser.Read("99-x.cs", $"// %% [markdown]\n// # {Hostile}\n//\n// <b>{Hostile}</b> [x](javascript:alert(1))\n// %%\n{code}").Lesson!;
        var (run, complaint) = LessonRun.Of(lesson);
        Assert.That(complaint, Is.Null);
        XElement page = Parse(LessonPage.Write(run!, lesson, lesson).Replace("\u202E", "", StringComparison.Ordinal));
        Assert.That(page.Descendants().Select(element => element.Name.LocalName), Has.None.AnyOf("script", "b"));
        Assert.That(page.Descendants("td").Single().Value, Does.Contain("<script>alert(1)</script>").And.Contain("\\u202E"));
        Assert.That(page.Descendants("pre").Last().Value, Does.Contain("<script>alert(1)</script>"));
    }

    [Test]
    public void AFailingCellIsNamedByItsLine()
    {
        Lesson lesson = LessonParser.Read("99-x.cs", "// %% [markdown]\n// # T\n\n// %%\nint one = 1;\n\n// %%\none = two;").Lesson!;
        Assert.That(LessonRun.Of(lesson).Complaint, Does.StartWith("99-x.cs: the cell that begins on line 8 failed. ").And.Contain("CS0103"));
    }

    private static string Literal(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\u202E", "\\u202E", StringComparison.Ordinal)}\"";

    private static XElement Parse(string page) => XDocument.Parse(page, LoadOptions.PreserveWhitespace).Root!;
}
