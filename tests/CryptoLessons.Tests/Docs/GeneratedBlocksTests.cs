using NUnit.Framework;

namespace CryptoLessons.Tests.Docs;

/// <summary>No figure in a page is typed: each generated block says what the program says. UPDATE_DOCS=1 in the environment rewrites them.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class GeneratedBlocksTests
{
    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Append(Repository.PathOf("README.md")).Append(Repository.PathOf("samples", "attacks", "README.md"))
            .Append(Repository.PathOf("samples", "without-a-back-door", "README.md")).Append(Repository.PathOf("samples", "README.md"))
            .Select(page => Path.GetRelativePath(Repository.Root, page)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Pages))]
    public void EveryGeneratedBlockIsTrue(string page)
    {
        foreach (GeneratedBlock block in GeneratedBlock.In(Repository.PathOf(page)))
        {
            if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
                block.Update();
            else
                Assert.That(block.Text, Is.EqualTo(block.Make()), $"{page}: '{block.Maker}' says something else; UPDATE_DOCS=1 dotnet test --filter EveryGeneratedBlockIsTrue writes it anew.");
        }
    }

    [Test]
    public void ReadmeShowsTheMatrixAndTheDifference() =>
        Assert.That(GeneratedBlock.In(Repository.PathOf("README.md")).Count(), Is.EqualTo(3));

    [TestCaseSource(nameof(Pages))]
    public void EveryLinkLeadsSomewhere(string page)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        var links = System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(Repository.PathOf(page)), @"\]\((?!https?:)(?<to>[^)#]+)");
        Assert.That(links.Select(link => Path.Combine(folder, link.Groups["to"].Value)), Has.All.Matches<string>(Path.Exists));
    }
}
