using System.Text.RegularExpressions;
using CryptoLessons.Notebooks.Lessons;
using CryptoLessons.Tests.Lessons;
using CryptoLessons.Tests.SamplePrograms;
using CryptoLessons.Tests.Walls;
using NUnit.Framework;

namespace CryptoLessons.Tests.Docs;

/// <summary>docs/manual/extending.md: its program runs and prints what the page says, outside and in the repository, and its lesson is one.</summary>
[TestFixture]
[NonParallelizable]
internal sealed partial class ExtendingTests
{
    private const string Outside = "Masked.cs";
    private const string Inside = "src/CryptoLessons/Designs/";

    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "manual", "extending.md")).ReplaceLineEndings("\n");

    private static string Program => string.Concat(Parts(Outside));

    private static string Printed => Prints().Match(Page).Groups["text"].Value;

    [Test]
    public void TheProgramPrintsWhatThePageSays() => Assert.That(SampleProgram.Run("Masked", Program), Is.Not.Empty.And.EqualTo(Printed));

    [Test]
    public void InTheRepositoryTheSameTypesComeToTheSame()
    {
        // The messenger is the last of the parts, and the design the first statement: each has its place in the repository taken by another.
        string[] parts = [.. Parts(Outside)];
        string main = ADesign().Replace(parts[0], "Design masked = CryptoLessons.Designs.Masked.Design;\n");
        Assert.That(main, Is.Not.EqualTo(parts[0]));
        string own = string.Concat(Parts(Inside).Select(file => OwnNamespace().Replace(file, "namespace ${name}\n{\n") + "}\n").Select(WithoutUsings));
        // Who is called like the tests is a friend, as the sources beside it are.
        Assert.That(SampleProgram.Run(House.Tests, main + string.Concat(parts[1..^1]) + own), Is.EqualTo(Printed));
    }

    [Test]
    public void TheLessonIsOneAndRuns()
    {
        Match found = ALesson().Match(Page);
        var (lesson, complaint) = LessonParser.Read(found.Groups["name"].Value, found.Groups["text"].Value);
        Assert.That(complaint, Is.Null);
        Assert.That(LessonContentTests.Sections, Has.All.Matches<string>(section => lesson!.Cells.Any(cell => !cell.IsCode && cell.Text.Contains($"## {section}", StringComparison.Ordinal))));
        var (run, failure) = LessonRun.Of(lesson!);
        Assert.That(failure, Is.Null);
        Assert.That(run!.Figure, Does.Match(@": \d+ of \d+\. Predicted: \d+\.$"));
    }

    [Test]
    public void EveryTestThatItNamesExists() =>
        Assert.That(ATest().Matches(Page).Select(name => name.Value).Except(typeof(ExtendingTests).Assembly.GetTypes().Select(type => type.Name)), Is.Empty);

    [Test]
    public void EveryPlaceThatItNamesExists() =>
        Assert.That(APlace().Matches(Page).Select(place => place.Groups["place"].Value), Is.Not.Empty.And.All.Matches<string>(place => Path.Exists(Repository.PathOf(place.Split('/')))));

    private static IEnumerable<string> Parts(string file) =>
        Part().Matches(Page).Where(part => part.Groups["file"].Value.StartsWith(file, StringComparison.Ordinal)).Select(part => part.Groups["text"].Value);

    private static string WithoutUsings(string file) =>
        string.Concat(file.Split('\n').Where(line => !line.StartsWith("using ", StringComparison.Ordinal)).Select(line => line + "\n"));

    [GeneratedRegex(@"<!-- part of: (?<file>\S+) -->\n```csharp\n(?<text>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex(@"<!-- prints: Masked\.cs -->\n```\n(?<text>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Prints();

    [GeneratedRegex(@"<!-- lesson: (?<name>\S+) -->\n```csharp\n(?<text>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex ALesson();

    [GeneratedRegex(@"^Design masked = new\(.*?;\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ADesign();

    [GeneratedRegex("^namespace (?<name>.*);$", RegexOptions.Multiline)]
    private static partial Regex OwnNamespace();

    [GeneratedRegex(@"(?<=`)\w+Tests(?=`)")]
    private static partial Regex ATest();

    [GeneratedRegex(@"`(?<place>(src|tests|samples|docs)/[\w./-]*\w)`")]
    private static partial Regex APlace();
}
