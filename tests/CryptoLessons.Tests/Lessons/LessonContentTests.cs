using System.Text.RegularExpressions;
using CryptoLessons.Notebooks.Cells;
using CryptoLessons.Notebooks.Lessons;
using NUnit.Framework;

namespace CryptoLessons.Tests.Lessons;

/// <summary>What every lesson has: a claim, a prediction before the run, an attack and its control, both sides, exercises, and one figure.</summary>
[TestFixture]
internal sealed partial class LessonContentTests
{
    private const int MostLinesInACell = 16;

    internal static readonly string[] Sections =
    [
        "Your prediction", "The program", "What a lawful request gets", "The attack, and its control", "Two verdicts", "One change, and its price",
        "The honest counter-argument", "What this does not show", "Exercises", "Further reading", "The figure",
    ];

    private static IEnumerable<string> Lessons => LessonSources.Names;

    [Test]
    public void ThereAreSixteen() =>
        Assert.That(Lessons.Select(name => name[..2]), Is.EqualTo(Enumerable.Range(1, 16).Select(number => FormattableString.Invariant($"{number:00}"))));

    [TestCaseSource(nameof(Lessons))]
    public void ItIsNumberedAsItsFile(string name) =>
        Assert.That(LessonSources.Read(name).Title, Does.StartWith(FormattableString.Invariant($"Lesson {int.Parse(name[..2], null)}. ")));

    [TestCaseSource(nameof(Lessons))]
    public void ItBeginsWithAClaimItsSourceAndAQuestion(string name) => Assert.That(
        LessonSources.Read(name).Cells[0].Text,
        Does.Contain("**The claim.**").And.Contain("**The question.**").And.Match(@"\bA\d\d\b").And.Match(@"\b2017\b").And.Contain("Our words"));

    [TestCaseSource(nameof(Lessons))]
    public void ItHasEverySection(string name)
    {
        string[] headings = [.. Heading().Matches(Prose(name)).Select(match => match.Groups["heading"].Value)];
        Assert.That(Sections.Where(section => !headings.Any(heading => heading.StartsWith(section, StringComparison.Ordinal))), Is.Empty);
        Assert.That(headings[0], Is.EqualTo(Sections[0]), "the reader is asked before the run");
        Assert.That(headings[^1], Is.EqualTo(Sections[^1]));
    }

    [TestCaseSource(nameof(Lessons))]
    public void ItHasThreeExercisesWithHints(string name)
    {
        string exercises = Prose(name).Split("## Exercises")[1].Split("\n## ")[0];
        Assert.That(exercises.Split('\n').Count(line => Exercise().IsMatch(line)), Is.EqualTo(3));
        Assert.That(exercises.Split("*Hint:").Length - 1, Is.EqualTo(3));
    }

    [TestCaseSource(nameof(Lessons))]
    public void ThePredictionIsAskedBeforeAnythingIsShown(string name)
    {
        LessonRun run = LessonSources.Run(name);
        string[] code = [.. run.Lesson.Cells.Where(cell => cell.IsCode).Select(cell => cell.Text)];
        Assert.That(code[1], Does.StartWith("int predicted = "));
        Assert.That(run.Notebook.Cells.TakeWhile(cell => cell.Source != code[1]).SelectMany(cell => cell.Outputs), Is.Empty);
    }

    [TestCaseSource(nameof(Lessons))]
    public void ItEndsWithOneFigureBesideThePrediction(string name)
    {
        LessonRun run = LessonSources.Run(name);
        Assert.That(run.Lesson.Cells[^1].Text, Does.StartWith("Figure(").And.EndWith("predicted);"));
        Assert.That(run.Notebook.Cells[^1].Outputs, Has.Count.EqualTo(1));
        Assert.That(run.Figure, Does.Match(@": \d+ of \d+\. Predicted: \d+\.$"));
    }

    [TestCaseSource(nameof(Lessons))]
    public void ItsControlsFindNothing(string name)
    {
        string[] controls = [.. Shown(name).SelectMany(text => text.Split('\n')).Where(line => line.StartsWith("control", StringComparison.OrdinalIgnoreCase))];
        Assert.That(controls, Is.Not.Empty.And.All.Match(@"\b0\b").And.None.Match(@"\b[1-9]\d* of \d"));
    }

    [TestCaseSource(nameof(Lessons))]
    public void ACellIsShort(string name) => Assert.That(
        LessonSources.Read(name).Cells.Where(cell => cell.IsCode).Select(cell => cell.Text.Split('\n').Length), Has.All.LessThanOrEqualTo(MostLinesInACell));

    [TestCaseSource(nameof(Lessons))]
    public void ItDeclaresNoTypesAndUsesThePublicLibraryAlone(string name)
    {
        string source = File.ReadAllText(Repository.PathOf("samples", "lessons", name + ".cs"));
        Assert.That(source, Does.StartWith("#:project ../../src/CryptoLessons\n\n// %% [markdown]\n"));
        Assert.That(source, Does.Not.Match(@"(?m)^\s*(public |internal |sealed |static )*(class|record|struct|enum|interface) "));
        Assert.That(source, Does.Not.Contain("Reflection"));
    }

    /// <summary>A number in the prose is one that the lesson's program names or puts out, a year, or one of a claim, a section or a lesson.</summary>
    [TestCaseSource(nameof(Lessons))]
    public void NoFigureIsTypedIntoItsProse(string name)
    {
        // What an exercise is to be tried with is no result.
        string prose = Prose(name).Split("\n## Exercises")[0];
        string seen = string.Join('\n', LessonSources.Read(name).Cells.Where(cell => cell.IsCode).Select(cell => cell.Text).Concat(Shown(name)));
        var known = Number().Matches(seen).Select(Digits).ToHashSet();
        string[] typed = [.. Number().Matches(Apart().Replace(prose, " ")).Select(Digits).Where(number => !known.Contains(number)).Distinct()];
        Assert.That(typed, Is.Empty, "show it by the program, and it stays true");
    }

    [TestCaseSource(nameof(Lessons))]
    public void ItsLinksLeadSomewhere(string name)
    {
        string folder = Repository.PathOf("samples", "lessons");
        Assert.That(
            Link().Matches(Prose(name)).Select(match => match.Groups["to"].Value).Where(to => !to.StartsWith("https:", StringComparison.Ordinal)),
            Has.All.Matches<string>(to => File.Exists(Path.Combine(folder, to.Split('#')[0]))));
    }

    // Prose has a comma and code an underline where a large number is parted.
    private static string Digits(Match number) => number.Value.Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    private static string Prose(string name) => string.Join("\n\n", LessonSources.Read(name).Cells.Where(cell => !cell.IsCode).Select(cell => cell.Text));

    private static IEnumerable<string> Shown(string name) =>
        LessonSources.Run(name).Notebook.Cells.SelectMany(cell => cell.Outputs).OfType<DisplayOutput>().Select(output => output.Exhibit.Text);

    [GeneratedRegex(@"(?m)^## (?<heading>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\d\. ")]
    private static partial Regex Exercise();

    [GeneratedRegex(@"(?<![\w.,])\d[\d,._]*(?<![.,_])(?!\w)")]
    private static partial Regex Number();

    // Claims and reports, years, days, what stands in code, lists, and what is named after a number.
    [GeneratedRegex(@"\b[AS]\d+\b|\b(?:1[89]|20)\d\d\b|\d+\s(?:March|June|July)|`[^`]*`|\]\([^)]+\)|(?m:^\d\. )|(?i:lessons?|messages?|section)\s\d+")]
    private static partial Regex Apart();

    [GeneratedRegex(@"\]\((?<to>[^)]+)\)")]
    private static partial Regex Link();
}
