using System.Reflection;
using System.Text.RegularExpressions;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace CryptoLessons.Tests.Docs;

/// <summary>docs/spec/conformance.md: every row names its source, files that exist, and tests that exist.</summary>
internal sealed partial class ConformanceTests
{
    private const int Cells = 4;
    private const int EdgeCases = 26;

    // What a row of a requirement or a vector may go back to.
    private static readonly string[] Sources =
    [
        "Signal's library", "X3DH rev 1", "XEdDSA rev 1", "PQXDH rev 3", "Double Ratchet rev 4", "ML-KEM Braid rev 1", "Sesame rev 2", "FIPS 203",
        "FIPS 202", "Kyber round 3", "RFC 7748", "computed, with a live peer",
    ];

    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "spec", "conformance.md")).ReplaceLineEndings("\n");

    private static readonly ILookup<string, string> Here = typeof(ConformanceTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods().Where(IsTest).Select(method => (Fixture: type.Name, method.Name)))
        .ToLookup(test => test.Fixture, test => test.Name);

    private static string[][] Rows =>
    [
        .. Table().Matches(Page).SelectMany(table => table.Groups["rows"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(row => Bar().Split(row)[1..^1].Select(cell => cell.Trim()).ToArray()),
    ];

    [Test]
    public void EveryRowHasASourceAFileAndATest()
    {
        Assert.That(Rows, Has.Length.GreaterThan(200));
        foreach (string[] row in Rows)
        {
            Assert.That(row, Has.Length.EqualTo(Cells).And.All.Not.Empty, string.Join(" | ", row));
            Assert.That(Sources.Any(source => row[1].StartsWith(source, StringComparison.Ordinal)), $"'{row[1]}' is no source.");
            Assert.That(FilesIn(row[2]), Is.Not.Empty, row[0]);
            Assert.That(Name().IsMatch(row[3]), row[0]);
        }
    }

    [Test]
    public void EveryFileExists() => Assert.That(FilesIn(Page).Where(file => !File.Exists(file)), Is.Empty);

    [Test]
    public void EveryTestExists() => Assert.That(Missing(Page), Is.Empty);

    [Test]
    public void EveryEdgeCaseOccursOnce()
    {
        string section = Page[Page.IndexOf("\n## Edge cases\n", StringComparison.Ordinal)..Page.IndexOf("\n## Vectors\n", StringComparison.Ordinal)];
        IEnumerable<int> numbers = EdgeCase().Matches(section).Select(row => int.Parse(row.Groups["number"].ValueSpan));
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, EdgeCases)));
        Assert.That(Rows.Count(row => row[0].StartsWith("**", StringComparison.Ordinal)), Is.EqualTo(EdgeCases));
    }

    [TestCase("`ReplayTests.AReplayIsADuplicate`", true)]
    [TestCase("`ReplayTests.AReplayIsADuplicat`", false, Description = "a letter short")]
    [TestCase("`ReplayTest.AReplayIsADuplicate`", false, Description = "no such fixture")]
    [TestCase("`ReplayTests.Agree`", false, Description = "a method, and no test")]
    [TestCase("`XEdDsaTests.AReplayIsADuplicate`", false, Description = "another fixture's")]
    [TestCase("`ConversationTests.RefusesDuplicates` (live)", true)]
    [TestCase("`ConversationTests.RefusesDuplicates`", false, Description = "a live one without the mark")]
    [TestCase("`ConversationTests.RefusesDuplicate` (live)", false, Description = "a letter short")]
    [TestCase("`SealedSenderTests.Meet` (live)", false, Description = "a method, and no test")]
    [TestCase("`NoSuchTests.RefusesDuplicates` (live)", false, Description = "no such fixture")]
    public void AMisspeltNameIsFound(string name, bool exists) => Assert.That(Missing(name), exists ? Is.Empty : Is.EqualTo(new[] { name }));

    private static IEnumerable<string> FilesIn(string text) =>
        Link().Matches(text).Select(link => Path.GetFullPath(Repository.PathOf(["docs", "spec", .. link.Groups["to"].Value.Split('/')])));

    private static IEnumerable<string> Missing(string text) => Name().Matches(text).Where(name => !Exists(name)).Select(name => name.Value);

    private static bool Exists(Match name)
    {
        var (fixture, test) = (name.Groups["fixture"].Value, name.Groups["test"].Value);
        return name.Groups["live"].Success ? IsLive(fixture, test) : Here[fixture].Contains(test);
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes().Any(attribute => attribute is ITestBuilder or ISimpleTestBuilder);

    /// <summary>The other assembly is not loaded here: what stands between the name and the member before it has to say that it is a test.</summary>
    private static bool IsLive(string fixture, string test)
    {
        string file = Repository.PathOf("tests", "CryptoLessons.Interop.Tests", $"{fixture}.cs");
        if (!File.Exists(file))
            return false;
        string[] members = File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n\n");
        return members.Any(member =>
            member.Contains($" void {test}(", StringComparison.Ordinal) && member.Contains("[Test", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| (requirement|vector) \| source \| file \| test \|\n\|---\|---\|---\|---\|\n(?<rows>(\|.*\n)+)", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex(@"\]\((?<to>\.\./\.\./src/[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<fixture>\w+Tests?)\.(?<test>\w+)`(?<live> \(live\))?")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\| \*\*(?<number>\d+)\.\*\* ", RegexOptions.Multiline)]
    private static partial Regex EdgeCase();
}
