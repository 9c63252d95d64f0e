using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>The stable form of docs/manual/matrix.md: members may be added, none may go, and none tells a time.</summary>
public partial class MatrixJsonTests
{
    private MatrixFigures figures = null!;

    [OneTimeSetUp]
    public void Run() => figures = MatrixFigures.Of();

    [Test]
    public void IsExactlyOneObject()
    {
        Assert.That(figures.Root.ValueKind, Is.EqualTo(JsonValueKind.Object));
        Assert.That(figures.Text, Does.StartWith("{").And.EndWith("}" + Environment.NewLine));
        Assert.That(figures.Text.Where(c => c is (< ' ' or > '~') and not ('\n' or '\r')), Is.Empty, "plain ASCII, whatever a terminal is set to");
    }

    [Test]
    public void NoMemberStandsTwice() =>
        Assert.That(Objects(figures.Root).Select(found => found.EnumerateObject().Select(member => member.Name)), Has.All.Unique);

    [TestCase("source", JsonValueKind.String)]
    [TestCase("format", JsonValueKind.String)]
    [TestCase("messages", JsonValueKind.Number)]
    [TestCase("people", JsonValueKind.Number)]
    [TestCase("attachments", JsonValueKind.Number)]
    [TestCase("unparsed", JsonValueKind.Number)]
    [TestCase("at", JsonValueKind.Number)]
    [TestCase("target", JsonValueKind.String)]
    public void TheConversationHas(string member, JsonValueKind kind) => Holds([figures.Conversation], member, kind);

    [TestCase("id", JsonValueKind.String)]
    [TestCase("title", JsonValueKind.String)]
    [TestCase("claims", JsonValueKind.Array)]
    [TestCase("warrantOpened", JsonValueKind.Number)]
    [TestCase("warrantOf", JsonValueKind.Number)]
    public void EveryDesignHas(string member, JsonValueKind kind) => Holds(figures.Designs, member, kind);

    [TestCase("design", JsonValueKind.String)]
    [TestCase("compromise", JsonValueKind.String)]
    [TestCase("past", JsonValueKind.Number)]
    [TestCase("pastOf", JsonValueKind.Number)]
    [TestCase("future", JsonValueKind.Number)]
    [TestCase("futureOf", JsonValueKind.Number)]
    [TestCase("bystanders", JsonValueKind.Number)]
    [TestCase("bystandersOf", JsonValueKind.Number)]
    [TestCase("history", JsonValueKind.Number)]
    [TestCase("historyOf", JsonValueKind.Number)]
    [TestCase("forged", JsonValueKind.String)]
    [TestCase("noticed", JsonValueKind.String)]
    public void EveryCellHas(string member, JsonValueKind kind) => Holds(figures.Cells, member, kind);

    [Test]
    public void EveryDesignSaysItsBytesPerMessage() =>
        Assert.That(figures.Designs.Select(design => design.GetProperty("bytesPerMessage").GetDouble()), Has.All.GreaterThan(0));

    [Test]
    public void EveryDesignNamesTheClaimsItTests()
    {
        foreach (JsonElement design in figures.Designs)
            Assert.That(design.GetProperty("claims").EnumerateArray().Select(claim => claim.GetString()), Is.Not.Empty.And.All.Match("^A[0-9]{2}$"));
    }

    [Test]
    public void TheGridIsFull() => Assert.That(
        figures.Cells.Select(cell => (cell.GetProperty("design").GetString(), cell.GetProperty("compromise").GetString())),
        Is.EqualTo(figures.DesignIds.SelectMany(design => MatrixFigures.Compromises.Select(compromise => (design, compromise)))));

    [Test]
    public void NothingIsReadMoreThanOnce()
    {
        foreach (JsonElement cell in figures.Cells)
            foreach (string member in (string[])["past", "future", "bystanders", "history"])
                Assert.That(MatrixFigures.Number(cell, member), Is.InRange(0, MatrixFigures.Number(cell, member + "Of")), $"{member} in {cell}");
    }

    [Test]
    public void TheWordsAreThoseOfTheDesign()
    {
        Assert.That(Words("forged"), Is.SubsetOf((string[])["none", "slot", "hijack", "impersonate"]));
        Assert.That(Words("noticed"), Is.SubsetOf((string[])["no", "if-compared", "automatically"]));
    }

    [Test]
    public void TheSameSeedPrintsTheSameTwice() => Assert.That(MatrixFigures.Of().Text, Is.EqualTo(figures.Text));

    [Test]
    public void NoMemberTellsATime() =>
        Assert.That(Objects(figures.Root).SelectMany(found => found.EnumerateObject()).Where(member => Timing().IsMatch(member.Name)), Is.Empty);

    [TestCase("elapsedMs")]
    [TestCase("runTime")]
    [TestCase("seconds")]
    [TestCase("startedAt")]
    [TestCase("ns")]
    public void ANameThatTellsATimeIsSeen(string name) => Assert.That(Timing().IsMatch(name), Is.True);

    private IEnumerable<string> Words(string member) => figures.Cells.Select(cell => cell.GetProperty(member).GetString()!).Distinct();

    private static void Holds(IReadOnlyList<JsonElement> elements, string member, JsonValueKind kind)
    {
        Assert.That(elements, Is.Not.Empty);
        foreach (JsonElement element in elements)
        {
            Assert.That(element.TryGetProperty(member, out JsonElement value), Is.True, member);
            Assert.That(value.ValueKind, Is.EqualTo(kind), member);
            if (kind == JsonValueKind.Number)
                Assert.That(value.TryGetInt32(out int number) && number >= 0, Is.True, $"{member} counts something");
            if (kind == JsonValueKind.String)
                Assert.That(value.GetString(), Is.Not.Empty, member);
        }
    }

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [element, .. element.EnumerateObject().SelectMany(member => Objects(member.Value))],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    [GeneratedRegex(
        "(?i:time|second|elapsed|duration|tick|speed|took|clock|date|started|finished)|(^|[a-z])(Ms|Ns|Us)$|^(ms|ns|us)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Timing();
}
