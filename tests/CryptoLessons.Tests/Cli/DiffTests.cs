using CryptoLessons.Tests.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary><c>cryptolessons diff</c>: what it takes, what it refuses, and whose words come out as text.</summary>
internal sealed class DiffTests : ChatFixture
{
    private const string Hostile = "`</code>` <script>alert(1)</script> [x](javascript:1) | # *b* ``` \\";

    [Test]
    public void TheThreeDifferencesStandOneBehindTheOther()
    {
        CliRun run = CliRun.Of("diff", "strict", "message-key-escrow");
        Assert.That(run.Status, Is.Zero, run.Error);
        Assert.That(run.Output, Does.StartWith("# strict and message-key-escrow\n\nMade by `cryptolessons diff strict message-key-escrow`.\n"));
        Assert.That(run.Output.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)), Is.EqualTo((string[])["## Code", "## Wire", "## Claims"]));
    }

    [Test]
    public void AnUnknownDesignGetsTheSentenceOfTheMatrix()
    {
        string sentence = CliRun.Of("matrix", "--design", "nix").Error;
        Assert.That(sentence, Does.Contain("'nix'"));
        IsRefused(["diff", "strict", "nix"], sentence);
        IsRefused(["diff", "nix", "strict"], sentence);
        IsRefused(["diff", "nix", "nix"], sentence);
    }

    [Test]
    public void ADesignAndItself() => IsRefused(["diff", "strict", "strict"], "strict and itself");

    [TestCase("diff")]
    [TestCase("diff", "strict")]
    [TestCase("diff", "strict", "message-key-escrow", "strict")]
    [TestCase("diff", "strict", "message-key-escrow", "--at", "3")]
    [TestCase("diff", "strict", "message-key-escrow", "--seed", "noon")]
    [TestCase("diff", "strict", "message-key-escrow", "--chat", "none.txt")]
    public void ArgumentsThatCannotBe(params string[] args) => IsRefused(args, " ");

    [Test]
    public void HelpNamesTheDesignsAndTheOptions() =>
        Assert.That(CliRun.Of("diff", "--help").Output, Does.Contain("message-key-escrow").And.Contain("--seed").And.Contain("--chat"));

    [Test]
    public void AnotherSeedGivesOtherBytesAndTheSameCode()
    {
        string one = CliRun.Of("diff", "strict", "message-key-escrow").Output, other = CliRun.Of("diff", "strict", "message-key-escrow", "--seed", "-5").Output;
        Assert.That(other, Does.Contain("message-key-escrow --seed -5`").And.Contain("from seed -5"));
        Assert.That(Section(other, "## Wire"), Is.Not.EqualTo(Section(one, "## Wire")));
        Assert.That(Section(other, "## Code"), Is.EqualTo(Section(one, "## Code")));
        Assert.That(Tables(Section(other, "## Claims")), Is.EqualTo(Tables(Section(one, "## Claims"))).And.Not.Empty);
    }

    [Test]
    public void AHostileNameComesOutAsText()
    {
        string output = DiffOf(ChatOf(Hostile), "chat `x`.txt");
        string[] lines = [.. output.Split('\n').Where(line => line.Contains("script", StringComparison.Ordinal))];
        Assert.That(lines, Has.Length.GreaterThan(3));
        // Four backticks, which the name does not have, hold it together; a table, in which they would not, has no name in it.
        Assert.That(lines, Has.All.Contains($"```` {Hostile} ````").And.None.StartsWith("|"));
        Assert.That(output, Does.Contain("``cryptolessons diff strict message-key-escrow --chat chat `x`.txt``"));
    }

    [Test]
    public void NothingInANameSteersATerminal() =>
        Assert.That(DiffOf(ChatOf("\u001B[2JEve\u202E..")), Does.Not.Match(@"[\p{Cc}\p{Cf}-[\n]]").And.Contain("Eve"));

    [Test]
    public void ALongNameAndALongMessageDoNotDrownThePage() =>
        Assert.That(DiffOf(ChatOf(new string('M', 10_000), new string('x', 100_000))), Has.Length.LessThan(25_000).And.Contain("bytes\n"));

    [Test]
    public void AGroupIsShownPairwise() =>
        Assert.That(DiffOf("Alice: one\nBob: two\nCarol: three\nAlice: four\n"), Does.Contain("4 messages of 3 people").And.Contain("8 envelopes"));

    private static string ChatOf(string name, string text = "hello") =>
        $"24/03/2017, 18:02 - {name}: {text}\n24/03/2017, 18:03 - Bob: hello\n24/03/2017, 18:04 - {name}: bye\n";

    private static string[] Tables(string section) => [.. section.Split('\n').Where(line => line.StartsWith('|'))];

    private string DiffOf(string chat, string name = "chat.txt")
    {
        File.WriteAllText(In(name), chat, Utf8);
        CliRun run = CliRun.Of("diff", "strict", "message-key-escrow", "--chat", In(name));
        Assert.That(run.Status, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Not.Contain(Folder), "where a chat lies is nobody's business");
        return run.Output;
    }

    private static string Section(string page, string heading)
    {
        int start = page.IndexOf(heading, StringComparison.Ordinal), end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? page[start..] : page[start..end];
    }

    private static void IsRefused(string[] args, string says)
    {
        CliRun run = CliRun.Of(args);
        Assert.That((run.Status, run.Output), Is.EqualTo((CliRun.BadInput, "")));
        Assert.That(run.Error, Does.Contain(says).And.Not.Contain("   at "));
    }
}
