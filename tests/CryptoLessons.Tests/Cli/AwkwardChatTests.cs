using System.Text;
using CryptoLessons.Tests.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>Chats that are unusual and right: their names and repetitions are counted and shown as they are.</summary>
internal sealed class AwkwardChatTests : ChatFixture
{
    [Test]
    public void AMessageStillInFlightIsNotStored()
    {
        Write("24/03/2017, 18:02 - Alice: hello\n24/03/2017, 18:03 - Bob: ok\n24/03/2017, 18:03 - Bob: ok\n24/03/2017, 18:04 - Alice: bye\n");
        MatrixFigures figures = MatrixFigures.Of("--design", "strict", "--chat", In("chat.txt"), "--at", "3", "--target", "Alice");
        Assert.That(MatrixFigures.Number(figures.Cell("strict", "device-seizure"), "history"), Is.EqualTo(2));
    }

    [Test]
    public void ANameMayBeginWithAnAtSign()
    {
        Write("@Bob: hello\nAlice: hello\n@Bob: bye\n");
        Assert.That(CliRun.Of("matrix", "--json", "--design", "strict", "--chat", In("chat.txt"), "--target", "@Bob").Status, Is.Zero);
    }

    [Test]
    public void ACutNameIsStillWellFormed()
    {
        Write($"{new string('a', 39)}\U0001F389\U0001F389: hello\nBob: hello\nAlice: bye\n");
        string output = CliRun.Of("matrix", "--design", "strict", "--chat", In("chat.txt"), "--at", "1").Output;
        Assert.That(output.EnumerateRunes(), Has.None.EqualTo(Rune.ReplacementChar));
    }

    [Test]
    public void ALongNameDoesNotDrownTheTable()
    {
        Write($"24/03/2017, 18:02 - {new string('M', 10_000)}: hello\n24/03/2017, 18:03 - Bob: hello\n");
        Assert.That(CliRun.Of("matrix", "--design", "strict", "--chat", In("chat.txt")).Output, Has.Length.LessThan(5_000));
    }

    private void Write(string chat) => File.WriteAllText(In("chat.txt"), chat, Utf8);
}
