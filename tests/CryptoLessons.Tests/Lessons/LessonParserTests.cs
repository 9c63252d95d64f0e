using CryptoLessons.Notebooks.Lessons;
using NUnit.Framework;

namespace CryptoLessons.Tests.Lessons;

[TestFixture]
internal sealed class LessonParserTests
{
    private const string Whole = "#:project ../../src/CryptoLessons\n\n// %% [markdown]\n// # A title\n//\n//     indented\n\n// %%\nint one = 1;\n\n// a comment\n\n\n// %%\nint two = 2;\n";

    [Test]
    public void ReadsProseAndCodeInOrder()
    {
        Lesson lesson = LessonParser.Read("samples/lessons/99-a-lesson.cs", Whole).Lesson!;
        Assert.That((lesson.Name, lesson.Title), Is.EqualTo(("99-a-lesson", "A title")));
        Assert.That(lesson.Cells, Is.EqualTo((LessonCell[])
        [
            new(false, "# A title\n\n    indented", 4), new(true, "int one = 1;\n\n// a comment", 9), new(true, "int two = 2;", 15),
        ]));
    }

    [TestCase("\r\n")]
    [TestCase("\r")]
    public void LineEndsOfAnyKindAreTheSame(string lineEnd) => Assert.That(
        LessonParser.Read("a.cs", Whole.Replace("\n", lineEnd, StringComparison.Ordinal)).Lesson!.Cells,
        Is.EqualTo(LessonParser.Read("a.cs", Whole).Lesson!.Cells));

    [TestCase("", "a.cs, line 1: a lesson begins with a cell of prose")]
    [TestCase("using System;\n", "a.cs, line 1: only lines that begin with #: stand before the first cell")]
    [TestCase("// %%\nint one = 1;", "a.cs, line 1: a lesson begins with a cell of prose")]
    [TestCase("// %% [markdown]\n// no title", "a.cs, line 1: a lesson begins with a cell of prose")]
    [TestCase("// %% [markdown]\n// # T\n// %% [raw]\n// x", "a.cs, line 3: '// %% [raw]' begins no kind of cell")]
    [TestCase("// %% [markdown]\n// # T\nint forgotten = 1;", "a.cs, line 3: in a cell of prose every line is a comment")]
    [TestCase("// %% [markdown]\n// # T\n// %%\n\n// %%\nint one = 1;", "a.cs, line 4: the cell is empty")]
    public void WhatIsNoLessonIsSaidWithItsLine(string source, string complaint)
    {
        var (lesson, wrong) = LessonParser.Read("somewhere/a.cs", source);
        Assert.That(lesson, Is.Null);
        Assert.That(wrong, Does.StartWith(complaint));
    }
}
