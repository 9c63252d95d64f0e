using System.Text.RegularExpressions;
using CryptoLessons.Tests.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>Names and texts are a stranger's: nothing in them clears a screen, hides a link, turns the writing round or colours a table.</summary>
public partial class HostileNameTests : ChatFixture
{
    private const string ClearScreen = "\u001B[2J\u001B[H";
    private const string Link = "\u001B]8;;http://example.org\u001B\\click\u001B]8;;\u001B\\";
    private const string C1 = "\u009B2J\u0085\u0090";
    private const string Bidi = "\u202Egnp.exe\u202C\u2066x\u2069\u200F\u061C";
    private const string Markup = "[red]x[/]";
    private const string BrokenMarkup = "[/] [[ [nosuch] ]";

    private static IEnumerable<TestCaseData> Hostile =>
    [
        Named("ClearScreen", ClearScreen),
        Named("Link", Link),
        Named("Colour", "\u001B[31mred\u001B[0m"),
        Named("C1", C1),
        Named("Bidi", Bidi),
        Named("Markup", Markup),
        Named("BrokenMarkup", BrokenMarkup),
        Named("Format", "{0} %s $x"),
        Named("TenThousandCharacters", new string('M', 10_000)),
    ];

    [TestCaseSource(nameof(Hostile))]
    public void AsAName(string hostile) => IsShownHarmlessly(
        $"24/03/2017, 18:02 - Mallory{hostile}: hello\n24/03/2017, 18:03 - Bob: hello\n24/03/2017, 18:04 - Mallory{hostile}: bye\n", "--at", "1");

    [TestCaseSource(nameof(Hostile))]
    public void AsTheTextOfAMessage(string hostile) => IsShownHarmlessly($"Alice: {hostile}\nBob: {hostile}\nAlice: bye\n");

    [TestCaseSource(nameof(Hostile))]
    public void AsALineThatIsNoMessage(string hostile)
    {
        CliRun run = IsShownHarmlessly($"Alice: hello\nBob: hello\n{hostile}\nAlice: bye\n");
        Assert.That(run.Output, Does.Contain("line 3"));
    }

    [TestCaseSource(nameof(Hostile))]
    public void AsTheNameOfAnAttachment(string hostile) => IsShownHarmlessly(
        $"24/03/2017, 18:02 - Alice: {hostile}.jpg (file attached)\n24/03/2017, 18:03 - Bob: hello\n24/03/2017, 18:04 - Alice: bye\n");

    [TestCase(Markup)]
    [TestCase(BrokenMarkup)]
    public void AsTheNameOfTheTarget(string hostile)
    {
        CliRun run = IsShownHarmlessly($"24/03/2017, 18:02 - {hostile}: hello\n24/03/2017, 18:03 - Bob: hello\n", "--target", hostile);
        Assert.That(run.Output, Does.Contain(hostile), "shown as it is written, and not as a colour");
        MatrixFigures figures = MatrixFigures.Of("--design", "strict", "--chat", In("chat.txt"), "--target", hostile);
        Assert.That(figures.Conversation.GetProperty("target").GetString(), Is.EqualTo(hostile), "JSON has the name itself");
    }

    [TestCaseSource(nameof(Hostile))]
    public void AsAnArgument(string hostile)
    {
        foreach (string option in (string[])["--target", "--chat", "--design", "--at", "--seed", "--nix"])
        {
            CliRun run = CliRun.Of("matrix", option, hostile);
            Assert.That(run.Status, Is.EqualTo(CliRun.BadInput));
            Assert.That(run.Output, Is.Empty);
            IsHarmless(run.Error);
        }
    }

    [Test]
    public void AsTheNameOfTheFile()
    {
        // Not every system can hold a name with escapes in it; markup, the commonest of all, stands in both.
        string name = (OperatingSystem.IsWindows() ? "" : "\u001B[2J\u202E") + "[red]chat[].txt";
        File.WriteAllText(In(name), "Alice: one\nBob: two\n", Utf8);
        CliRun run = CliRun.Of("matrix", "--design", "strict", "--chat", In(name));
        Assert.That(run.Status, Is.Zero);
        IsHarmless(run.Output);
        Assert.That(run.Output, Does.Contain("[red]chat[].txt"));
    }

    [Test]
    public void NoColourIsSetWhereTheOutputIsNoTerminal()
    {
        CliRun run = CliRun.Of("matrix", "--design", "message-key-escrow");
        IsHarmless(run.Output);
        IsHarmless(run.Error);
    }

    [TestCase("\u001B[2J", false)]
    [TestCase("\u001B[31", false)]
    [TestCase("\u009B2J", false)]
    [TestCase("\u202E", false)]
    [TestCase("\u200F", false)]
    [TestCase("\a", false)]
    [TestCase("plain, Größe, 鍵\r\n", true)]
    public void TheGuardSeesWhatSteers(string text, bool harmless) => Assert.That(Steering().IsMatch(text), Is.Not.EqualTo(harmless));

    private CliRun IsShownHarmlessly(string chat, params string[] more)
    {
        File.WriteAllText(In("chat.txt"), chat, Utf8);
        CliRun run = CliRun.Of(["matrix", "--design", "strict", "--chat", In("chat.txt"), .. more]);
        Assert.That(run.Status, Is.Zero, run.Error);
        IsHarmless(run.Output);
        IsHarmless(run.Error);
        return run;
    }

    private static TestCaseData Named(string name, string hostile) => new TestCaseData(hostile).SetArgDisplayNames(name);

    private static void IsHarmless(string written) => Assert.That(Steering().Match(written).Value, Is.Empty);

    // Control characters but line ends, and format characters: marks of direction, invisible spaces, joiners.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}-[\r\n]]")]
    private static partial Regex Steering();
}
