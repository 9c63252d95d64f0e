using System.Text.Json;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Tests.Oracle.Exposure;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>Every option does what its help says.</summary>
public class OptionTests
{
    private static readonly Conversation BuiltIn = BuiltInConversation.Load();

    private MatrixFigures plain = null!;

    [OneTimeSetUp]
    public void Run() => plain = MatrixFigures.Of();

    [Test]
    public void NoArgumentsMeanTheMatrixOnTheBuiltInConversation()
    {
        CliRun bare = CliRun.Of();
        Assert.That(bare.Status, Is.Zero);
        Assert.That(bare.Output, Is.EqualTo(CliRun.Of("matrix").Output));
        Assert.That(bare.Output, Does.Contain("40 messages, 2 people").And.Contain("strict").And.Contain("message-key-escrow"));
        foreach (string compromise in MatrixFigures.Compromises)
            Assert.That(bare.Output, Does.Contain(compromise));
    }

    [TestCase(1)]
    [TestCase(17)]
    [TestCase(39)]
    public void AtMovesTheMoment(int at)
    {
        MatrixFigures figures = MatrixFigures.Of("--design", "strict", "--at", $"{at}");
        Assert.That(figures.Number("at"), Is.EqualTo(at));
        Assert.That(figures.Cells.Select(cell => MatrixFigures.Number(cell, "pastOf")), Has.All.EqualTo(at));
        Assert.That(figures.Cells.Select(cell => MatrixFigures.Number(cell, "futureOf")), Has.All.EqualTo(40 - at));
    }

    [TestCase("Alice")]
    [TestCase("Bob")]
    public void TargetChoosesThePerson(string target) =>
        Assert.That(MatrixFigures.Of("--design", "strict", "--target", target).Conversation.GetProperty("target").GetString(), Is.EqualTo(target));

    [Test]
    public void TheTargetIsTheSenderOfMessageKUnlessNamed()
    {
        foreach (string person in BuiltIn.People)
        {
            int at = BuiltIn.Messages.First(message => message.From == person).Number;
            Assert.That(MatrixFigures.Of("--design", "strict", "--at", $"{at}").Conversation.GetProperty("target").GetString(), Is.EqualTo(person));
        }
    }

    [Test]
    public void AnotherSeedGivesTheSameCountsInEveryDesign() => HasTheCountsOf(plain, MatrixFigures.Of("--seed", "0"));

    [TestCase("1")]
    [TestCase("-5")]
    [TestCase("9223372036854775807")]
    [TestCase("-9223372036854775808")]
    public void AnyNumberIsASeed(string seed)
    {
        string[] designs = ["--design", "strict", "--design", "message-key-escrow", "--design", "strict-group"];
        HasTheCountsOf(MatrixFigures.Of(designs), MatrixFigures.Of([.. designs, "--seed", seed]));
    }

    [Test]
    public void OverviewPrintsARowForEachDesignAndNoTable()
    {
        CliRun run = CliRun.Of("matrix", "--overview", "--design", "message-key-escrow", "--design", "strict");
        Assert.That(run.Status, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Match(@"\n  message-key-escrow +0 +0 +3 +40 +36 +40 +216\.1 *\n  strict +0 +0 +3 +0 +0 +0 +134\.1 *\n"));
        Assert.That(run.Output, Does.Not.Contain("session-seizure"));
    }

    [TestCase(6, false)]
    [TestCase(7, true)]
    public void ManyDesignsEndInAnOverview(int designs, bool overview) => Assert.That(
        CliRun.Of(["matrix", .. Design.All.Take(designs).SelectMany(design => (string[])["--design", design.Id])]).Output.Contains("All designs", StringComparison.Ordinal),
        Is.EqualTo(overview));

    [Test]
    public void DesignChoosesTheRows()
    {
        Assert.That(MatrixFigures.Of("--design", "message-key-escrow").DesignIds, Is.EqualTo((string[])["message-key-escrow"]));
        MatrixFigures both = MatrixFigures.Of("--design", "message-key-escrow", "--design", "strict");
        Assert.That(both.DesignIds, Is.EqualTo((string[])["message-key-escrow", "strict"]), "in the order in which they were named");
        Assert.That(both.Cells.Select(cell => cell.GetProperty("design").GetString()).Distinct(), Is.EqualTo(both.DesignIds));
    }

    [Test]
    public void ADesignAloneHasTheFiguresThatItHasAmongOthers() =>
        Assert.That(MatrixFigures.Of("--design", "message-key-escrow").Cells.Select(cell => cell.GetRawText()),
            Is.EqualTo(plain.Cells.Where(cell => cell.GetProperty("design").GetString() == "message-key-escrow").Select(cell => cell.GetRawText())));

    [Test]
    public void WithoutDesignAllAreRun() => Assert.That(plain.DesignIds, Is.EqualTo(Design.All.Select(design => design.Id)));

    [TestCase("--help")]
    [TestCase("-h")]
    [TestCase("-?")]
    public void HelpOfTheCommandNamesEveryOption(string help)
    {
        CliRun run = CliRun.Of("matrix", help);
        Assert.That(run.Status, Is.Zero, run.Error);
        foreach (string option in (string[])["--chat", "--at", "--target", "--seed", "--design", "--json", "--overview", "--html", "--help"])
            Assert.That(run.Output, Does.Contain(option));
    }

    [Test]
    public void HelpNamesTheCommand()
    {
        CliRun run = CliRun.Of("--help");
        Assert.That(run.Status, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("matrix").And.Contain("--help").And.Contain("--version"));
    }

    [Test]
    public void VersionIsANumber()
    {
        CliRun run = CliRun.Of("--version");
        Assert.That(run.Status, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Match(@"^[0-9]+\.[0-9]+\.[0-9]+"));
    }

    private static void HasTheCountsOf(MatrixFigures expected, MatrixFigures figures)
    {
        Assert.That(Certain(figures.Cells, "design").Select(Counts), Is.EqualTo(Certain(expected.Cells, "design").Select(Counts)));
        Assert.That(Certain(figures.Designs, "id").Select(Warrant), Is.EqualTo(Certain(expected.Designs, "id").Select(Warrant)));
    }

    /// <summary>What does not fall by lot, as it does with another seed.</summary>
    private static IEnumerable<JsonElement> Certain(IEnumerable<JsonElement> parts, string design) =>
        parts.Where(part => new ExposureOracle().Chance(part.GetProperty(design).GetString()!, "escrow-leak") is null);

    /// <summary>Everything but the length of searches, which other keys end earlier or later.</summary>
    private static string Counts(JsonElement cell) =>
        string.Join(' ', cell.EnumerateObject().Where(member => member.Name != "trials").Select(member => member.Value.GetRawText()));

    private static (int Opened, int Of) Warrant(JsonElement design) =>
        (MatrixFigures.Number(design, "warrantOpened"), MatrixFigures.Number(design, "warrantOf"));
}
