using System.Text.RegularExpressions;
using CryptoLessons.Designs;
using NUnit.Framework;

namespace CryptoLessons.Tests.Docs;

/// <summary>docs/manual/differences-from-the-papers.md: every design has its row, and every row that names a design names one there is.</summary>
internal sealed partial class DifferencesFromThePapersTests
{
    private static readonly string[] Named =
    [
        .. Row().Matches(File.ReadAllText(Repository.PathOf("docs", "manual", "differences-from-the-papers.md")).ReplaceLineEndings("\n"))
            .SelectMany(row => row.Groups["id"].Captures.Select(id => id.Value)),
    ];

    private static IEnumerable<string> Designs => Design.All.Select(design => design.Id);

    [TestCaseSource(nameof(Designs))]
    public void ADesignHasItsRow(string design) => Assert.That(Named, Has.Exactly(1).EqualTo(design));

    [TestCaseSource(nameof(Named))]
    public void ADesignThatIsNamedExists(string named) => Assert.That(Design.Find(named), Is.Not.Null);

    [GeneratedRegex(@"^\| (`(?<id>[a-z-]+)`(, )?)+ \| ", RegexOptions.Multiline)]
    private static partial Regex Row();
}
