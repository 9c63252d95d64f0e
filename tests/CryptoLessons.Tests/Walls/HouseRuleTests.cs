using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace CryptoLessons.Tests.Walls;

/// <summary>The rules of the house that no compiler checks.</summary>
public partial class HouseRuleTests
{
    private const int LongestFile = 300;

    // The first three lines are what was agreed on; the fourth is what git and the continuous integration need.
    private static readonly string[] TopLevel =
    [
        "CryptoLessons.sln", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig",
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
        "src", "samples", "benchmarks", "tests", "docs",
        ".gitignore", ".gitattributes", ".ci",
    ];

    private static IEnumerable<string> Storeys => House.Storeys;

    [Test]
    public void NoFileInSrcIsTooLongToRead()
    {
        IReadOnlyList<string> files = House.Files(House.Source, "*.cs");
        Assert.That(files, Has.Count.GreaterThan(100));
        Assert.That(files.Where(file => File.ReadLines(file).Count() > LongestFile), Is.Empty);
    }

    [TestCaseSource(nameof(Storeys))]
    public void EveryPublicTypeIsExplained(string storey)
    {
        XDocument documentation = XDocument.Load(Path.ChangeExtension(House.Built(storey), ".xml"));
        Dictionary<string, string> summaries = documentation.Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value.Trim() ?? "");
        Type[] types = House.Load(storey).GetExportedTypes();
        Assert.That(types, Is.Not.Empty);
        Assert.That(types.Where(type => summaries.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}", "").Length < 10), Is.Empty);
    }

    [TestCaseSource(nameof(TopLevel))]
    public void TheTopLevelHoldsWhatWasAgreedOn(string name) => Assert.That(Path.Combine(House.Root, name), Does.Exist);

    [Test]
    public void AFileInSrcHoldsOneType() => Assert.That(
        House.Files(House.Source, "*.cs").Where(file => File.ReadLines(file).Count(line => TopLevelType().IsMatch(line)) > 1), Is.Empty);

    [Test]
    public void TheSolutionHoldsEveryProject()
    {
        string[] listed = [.. File.ReadLines(Path.Combine(House.Root, House.Solution))
            .Where(line => line.StartsWith("Project(", StringComparison.Ordinal) && line.Contains(".csproj\"", StringComparison.Ordinal))
            .Select(line => line.Split('"')[5].Replace('\\', '/'))];
        IEnumerable<string> present = ((string[])["src", "tests", "benchmarks"])
            .SelectMany(folder => House.Files(Path.Combine(House.Root, folder), "*.csproj"))
            .Select(file => Path.GetRelativePath(House.Root, file).Replace('\\', '/'));
        Assert.That(listed, Is.EquivalentTo(present));
    }

    [TestCaseSource(nameof(Storeys))]
    public void AnAssemblyIsNamedAfterItsFolder(string storey)
    {
        string folder = Path.GetFileName(Path.GetDirectoryName(House.Project(storey)))!;
        Assert.That(AssemblyName.GetAssemblyName(House.Built(storey)).Name, Is.EqualTo(folder));
    }

    [GeneratedRegex(@"^(public|internal) .*\b(class|record|struct|enum|interface) \w")]
    private static partial Regex TopLevelType();
}
