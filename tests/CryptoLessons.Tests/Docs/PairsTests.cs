using CryptoLessons.Designs;
using CryptoLessons.Tests.Cli;
using NUnit.Framework;

namespace CryptoLessons.Tests.Docs;

/// <summary>docs/pairs holds what <c>cryptolessons diff</c> prints: strict beside each other design. UPDATE_DOCS=1 in the environment rewrites it.</summary>
internal sealed class PairsTests
{
    private const string Strict = "strict";
    private const string Command = "UPDATE_DOCS=1 dotnet test --filter FullyQualifiedName~PairsTests";

    private static bool Updates => Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1";

    private static string Index => Path.Combine(Folder, "README.md");

    private static string Folder => Repository.PathOf("docs", "pairs");

    private static IEnumerable<string> Others => Design.All.Select(design => design.Id).Where(id => id != Strict);

    [TestCaseSource(nameof(Others))]
    public void APageSaysWhatTheCommandPrints(string other)
    {
        string page = Path.Combine(Folder, PageOf(other));
        CliRun run = CliRun.Of("diff", Strict, other);
        Assert.That(run.Status, Is.Zero, run.Error);
        if (Updates)
            File.WriteAllText(page, run.Output);
        Assert.That(page, Does.Exist, $"The design {other} has no page beside {Strict}: {Command} makes it.");
        Assert.That(File.ReadAllText(page).ReplaceLineEndings("\n"), Is.EqualTo(run.Output), $"{PageOf(other)} says something else: {Command} writes it anew.");
    }

    [Test]
    public void TheIndexNamesEveryPage()
    {
        const string Marker = "<!-- the pages -->\n";
        string text = File.ReadAllText(Index).ReplaceLineEndings("\n");
        string pages = string.Concat(Others.Select(other => $"- [{Strict} and {other}]({PageOf(other)}): {Design.Named(other).Title}.\n"));
        string written = text[..(text.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)] + pages;
        if (Updates)
            File.WriteAllText(Index, text = written);
        Assert.That(text, Is.EqualTo(written), $"docs/pairs/README.md names other pages: {Command} writes it anew.");
    }

    [Test]
    public void ThereIsNoPageOfADesignThatThereIsNot() => Assert.That(
        Directory.EnumerateFiles(Folder).Select(page => Path.GetFileName(page)), Is.EquivalentTo((string[])["README.md", .. Others.Select(PageOf)]));

    private static string PageOf(string other) => $"{Strict}--{other}.md";
}
