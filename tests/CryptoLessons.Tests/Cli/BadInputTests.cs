using System.Text;
using CryptoLessons.Tests.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>What cannot be used gets a sentence and exit status 2, and not one character of a result.</summary>
public class BadInputTests : ChatFixture
{
    [TestCase("--at", "0", "1 to 39")]
    [TestCase("--at", "40", "1 to 39")]
    [TestCase("--at", "41", "1 to 39")]
    [TestCase("--at", "-1", "1 to 39")]
    [TestCase("--at", "2147483647", "1 to 39")]
    [TestCase("--at", "noon", "noon")]
    [TestCase("--at", "1.5", "1.5")]
    [TestCase("--at", "", "--at")]
    [TestCase("--at", "99999999999999999999", "99999999999999999999")]
    [TestCase("--seed", "noon", "noon")]
    [TestCase("--seed", "9223372036854775808", "9223372036854775808")]
    [TestCase("--design", "nix", "choose from strict, message-key-escrow")]
    [TestCase("--design", "Strict", "choose from strict, message-key-escrow")]
    [TestCase("--target", "Eve", "choose Alice or Bob")]
    [TestCase("--target", "alice", "choose Alice or Bob")]
    public void AValueThatCannotBe(string option, string value, string says) => IsRefused(["matrix", option, value], says);

    [Test]
    public void OneUnknownDesignAmongKnownOnes() => IsRefused(["matrix", "--design", "strict", "--design", "nix"], "nix");

    [TestCase("--chat")]
    [TestCase("--at")]
    [TestCase("--target")]
    [TestCase("--seed")]
    [TestCase("--design")]
    public void AnOptionWithoutItsValue(string option) => IsRefused(["matrix", option], option);

    [TestCase("matrix", "--nix")]
    [TestCase("matrix", "-x")]
    [TestCase("matrix", "nix")]
    [TestCase("nix")]
    [TestCase("--nix")]
    [TestCase("Matrix")]
    public void AnUnknownOptionOrCommand(params string[] args) => IsRefused(args, args[^1]);

    [TestCase("--at", "3", "4")]
    [TestCase("--target", "Alice", "Bob")]
    [TestCase("--seed", "1", "2")]
    public void AnOptionTwiceThatMayStandOnce(string option, string one, string other) => IsRefused(["matrix", option, one, option, other], option);

    [Test]
    public void NoSuchFile() => IsRefused(["matrix", "--chat", In("none.txt")], "there is no such file or folder");

    [Test]
    public void NoPath() => IsRefused(["matrix", "--chat", ""], "no chat is named");

    [Test]
    public void AFolderWithoutAChat()
    {
        File.WriteAllText(In("picture.jpg"), "x");
        IsRefused(["matrix", "--chat", Folder], "holds no chat text");
    }

    [Test]
    public void AnEmptyFile() => IsChatRefused("", "empty");

    [Test]
    public void ABinaryFile()
    {
        File.WriteAllBytes(In("chat.txt"), [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2, 0xFF, 0xFE, 0x1B, (byte)'[', (byte)'2', (byte)'J']);
        IsRefused(["matrix", "--chat", In("chat.txt")], "chat.txt");
    }

    [Test]
    public void AFileWithoutAMessage() => IsChatRefused("no chat\nat all\n", "no message");

    [Test]
    public void OnePersonOnly() => IsChatRefused("Alice: one\nAlice: two\nAlice: three\n", "one person");

    [Test]
    public void OneMessageOnly() => IsChatRefused("Alice: one\n", "one person");

    [Test]
    public void TheLongestChatHasNoMomentBeyondItsLastButOne()
    {
        File.WriteAllText(In("chat.txt"), "Alice: one\nBob: two\n", Utf8);
        IsRefused(["matrix", "--chat", In("chat.txt"), "--at", "2"], "1 to 1");
        Assert.That(CliRun.Of("matrix", "--json", "--chat", In("chat.txt"), "--at", "1").Status, Is.Zero);
    }

    private void IsChatRefused(string text, string says)
    {
        File.WriteAllText(In("chat.txt"), text, Utf8);
        IsRefused(["matrix", "--chat", In("chat.txt")], says);
        IsRefused(["matrix", "--json", "--chat", In("chat.txt")], says);
    }

    private static void IsRefused(string[] args, string says)
    {
        CliRun run = CliRun.Of(args);
        Assert.That(run.Status, Is.EqualTo(CliRun.BadInput));
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.Error, Does.Contain(says));
        foreach (string sentence in run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.That(sentence.Split(' '), Has.Length.GreaterThanOrEqualTo(3), "a sentence, not a code");
            Assert.That(sentence.EnumerateRunes().Any(Rune.IsControl), Is.False, "a sentence must not steer a terminal");
        }
        Assert.That(run.Error, Does.Not.Contain("   at ").And.Not.Contain("Exception"), "a sentence, not a stack");
    }
}
