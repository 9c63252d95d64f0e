using System.Text.RegularExpressions;
using CryptoLessons.Claims;
using NUnit.Framework;

namespace CryptoLessons.Tests.Docs;

/// <summary>docs/sources.md: what lessons, pages and programs cite has its entry, and each entry is cited or marked as further reading.</summary>
[TestFixture]
internal sealed partial class SourcesTests
{
    private static readonly string Page = Repository.PathOf("docs", "sources.md");

    private static readonly string[] Lessons = Directory.GetFiles(Repository.PathOf("samples", "lessons"), "*.cs");

    private static readonly string[] Files =
    [
        Repository.PathOf("README.md"),
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Where(file => file != Page),
        .. Directory.EnumerateFiles(Repository.PathOf("samples"), "*.md", SearchOption.AllDirectories),
        .. Lessons,
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file)),
    ];

    private static readonly (string File, Citation Citation)[] Citations =
        [.. Files.SelectMany(file => Citation.In(file).Select(citation => (Path.GetRelativePath(Repository.Root, file), citation)))];

    private static readonly string[] Linked =
        [.. Files.SelectMany(file => Link().Matches(Prose.Of(file))).Select(link => link.Groups["anchor"].Value).Distinct()];

    [Test]
    public void EveryCitationHasItsEntry()
    {
        Assert.That(Citations, Has.Length.GreaterThan(250));
        IEnumerable<string> unknown = Citations.Where(at => at.Citation.Resolve() is null).Select(at => $"{at.File}: {at.Citation.Text}");
        Assert.That(string.Join('\n', unknown), Is.Empty, "no entry of docs/sources.md has this author, title and year");
    }

    [Test]
    public void EveryLinkToASourceFindsIt() => Assert.That(Linked, Is.Not.Empty.And.SubsetOf(Source.All.Select(source => source.Anchor)));

    [Test]
    public void WhatStandsBehindSourceIsALinkAnEntryOrAPage()
    {
        IEnumerable<string> sources = Files.SelectMany(file => Attribution().Matches(Prose.Of(file))).Select(source => source.Groups["to"].Value);
        Assert.That(sources, Is.Not.Empty);
        Assert.That(sources.Where(source => !IsKnown(source)), Is.Empty);
    }

    [Test]
    public void WhateverIsInItalicsUnderFurtherReadingIsATitleWithItsYear()
    {
        foreach (string file in Lessons)
        {
            string section = FurtherReading().Match(Prose.Of(file)).Value;
            IEnumerable<string> titles = Citation.InProse(section).Select(citation => citation.Title);
            Assert.That(Italic().Matches(section).Select(italic => italic.Groups["text"].Value), Is.SubsetOf(titles), file);
        }
    }

    [Test]
    public void WhatNobodyCitesIsFurtherReading()
    {
        HashSet<Source> cited = [.. Citations.Select(at => at.Citation.Resolve()).OfType<Source>()];
        string everything = string.Concat(Files.Select(Prose.Of));
        IEnumerable<Source> needed = Source.All.Where(source => !source.IsFurtherReading && !Linked.Contains(source.Anchor));
        IEnumerable<string> uncited = needed.Except(cited).Select(source => source.Name);
        Assert.That(uncited.Where(name => !everything.Contains(name, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void EveryItemIsAnEntryWithItsAnchor()
    {
        Assert.That(Source.All, Has.Count.EqualTo(File.ReadLines(Page).Count(line => line.StartsWith("- ", StringComparison.Ordinal))));
        Assert.That(Source.All.Select(source => source.Anchor), Is.Unique.And.EqualTo(Source.All.Select(source => source.AnchorOfTheName)));
        Assert.That(Source.All.Select(source => source.Name), Is.Unique);
    }

    [Test]
    public void TheNewspapersAreThoseOfTheClaims()
    {
        IEnumerable<Source> reports = Source.All.Where(source => source.Name is ['S', _]);
        Assert.That(reports.Select(source => new PressReport(source.Name, source.Authors, source.Imprint)), Is.EqualTo(PressReport.All));
    }

    [TestCase("Abelson et al., *Keys under Doormats*, 2015, on who would hold the keys")]
    [TestCase("Levy and Robinson, *Principles for a More Informed Exceptional Access Debate*, Lawfare, 2018: the proposal")]
    [TestCase("Green, Kaptchuk and Van Laer, \"Abuse Resistant Law Enforcement Access Systems\" (EUROCRYPT 2021)")]
    [TestCase("Double Ratchet rev 4, \"Triple Ratchet\".")]
    [TestCase("Unger et al. (2015)")]
    [TestCase("Blaze 1994")]
    [TestCase("Bellare, Paterson and Rogaway, CRYPTO 2014")]
    [TestCase("SP 800-38D §7.2")]
    [TestCase("The Sun, June or July 2017")]
    public void ACitationFindsItsEntry(string text) =>
        Assert.That(Citation.InProse(text).Select(citation => citation.Resolve()), Is.Not.Empty.And.All.Not.Null);

    [TestCase("Abelson et al., *Keys under Doormats*, 2014", Description = "another year")]
    [TestCase("Abelson et al., *Keys under Carpets*, 2015", Description = "another title")]
    [TestCase("Shamir, *Keys under Doormats*, 2015", Description = "another author")]
    [TestCase("Shamir, *How to share a secret*", Description = "no year")]
    [TestCase("Nobody, \"A Paper That There Is Not\" (CRYPTO 2017)", Description = "unknown")]
    [TestCase("*A Paper That There Is Not*, 2015", Description = "unknown, and nobody's")]
    [TestCase("Nobody et al., 2015", Description = "unknown, without a title")]
    [TestCase("Unger et al. say so", Description = "no year and no title")]
    [TestCase("Blaze 1995", Description = "another year")]
    [TestCase("Nobody and Anybody, CRYPTO 2014", Description = "unknown, with a venue")]
    [TestCase("RFC 7749", Description = "another number")]
    [TestCase("SP 800-90B", Description = "another part")]
    [TestCase("arXiv 2110.07451", Description = "another number")]
    [TestCase("X3DH rev 7", Description = "another revision")]
    [TestCase("Sealed Sender rev 1", Description = "an unknown document")]
    [TestCase("The Daily Telegraph, 27 March 2017", Description = "another day")]
    public void AMistakeInACitationIsFound(string text) =>
        Assert.That(Citation.InProse(text).Select(citation => citation.Resolve()), Has.Some.Null);

    [TestCase("CONIKS (USENIX Security 2015)", Description = "no authors and no quotation marks")]
    [TestCase("a paper that I read")]
    [TestCase("docs/spec/no-such-page.md")]
    public void WhatIsNoEntryAndNoPageIsFound(string text) => Assert.That(IsKnown(text), Is.False);

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar).Contains("obj");

    private static bool IsKnown(string text) =>
        Link().IsMatch(text)
        || Source.All.Any(source => text.StartsWith(source.Name, StringComparison.Ordinal))
        || Citation.InProse(EndOfSentence().Split(text)[0]).Any(citation => citation.Resolve() is not null)
        || (text.StartsWith("docs/", StringComparison.Ordinal) && File.Exists(Repository.PathOf(text.Split([' ', ',', ';'])[0])));

    [GeneratedRegex(@"^## Further reading\n(?<body>.*?)^## ", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FurtherReading();

    [GeneratedRegex(@"(?<!\*)\*(?<text>[^*\n]+)\*")]
    private static partial Regex Italic();

    [GeneratedRegex(@"\]\([./]*(docs/)?sources\.md#(?<anchor>[^)]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\bal)\. ")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"\bSources?: (?<to>[^\n]+)")]
    private static partial Regex Attribution();
}
