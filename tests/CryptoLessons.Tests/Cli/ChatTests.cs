using System.Text.Json;
using System.Text.RegularExpressions;
using CryptoLessons.Tests.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>The chats that a course brings along run through every design.</summary>
public class ChatTests : ChatFixture
{
    private static readonly string[] Two = ["--design", "strict", "--design", "message-key-escrow"];

    private const string WithPicture =
        "24/03/2017, 18:02 - Alice: IMG-1.jpg (file attached)\n24/03/2017, 18:03 - Bob: nice\n24/03/2017, 18:04 - Alice: is it not\n";

    private static IEnumerable<string> Samples => Directory.EnumerateFileSystemEntries(Repository.PathOf("samples", "data"))
        .Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Samples))]
    public void ASampleRuns(string name)
    {
        string path = Repository.PathOf("samples", "data", name);
        MatrixFigures figures = MatrixFigures.Of(["--chat", path, .. Two]);
        Assert.That(figures.Conversation.GetProperty("source").GetString(), Is.EqualTo(name));
        IsStrictAgainstEscrow(figures);
        Assert.That(CliRun.Of("matrix", "--design", "strict", "--chat", path).Status, Is.Zero);
    }

    [Test]
    public void ThreePeopleAreServedPairwise()
    {
        const string Chat = "Alice: one\nBob: two\nCarol: three\nAlice: four\nCarol: five\nBob: six\nAlice: seven\nBob: eight\n";
        MatrixFigures figures = Play(Chat, ["--at", "4", "--target", "Carol", .. Two]);
        Assert.That((figures.Number("messages"), figures.Number("people")), Is.EqualTo((8, 3)));
        Assert.That(figures.Cells, Has.Count.EqualTo(figures.Designs.Count * MatrixFigures.Compromises.Count));
        IsStrictAgainstEscrow(figures);
        Assert.That(figures.Designs.Select(design => MatrixFigures.Number(design, "warrantOf")), Has.All.EqualTo(8), "everybody receives everything");
    }

    [Test]
    public void AnAttachmentTravelsInItsMessage()
    {
        const int Size = 4096;
        File.WriteAllBytes(In("IMG-1.jpg"), new byte[Size]);
        MatrixFigures figures = Play(WithPicture, Two);
        Assert.That((figures.Number("messages"), figures.Number("attachments")), Is.EqualTo((3, 1)));
        Assert.That(figures.Design("strict").GetProperty("bytesPerMessage").GetDouble(), Is.GreaterThan(Size / 3));
        IsStrictAgainstEscrow(figures);
    }

    [Test]
    public void AMissingAttachmentIsShownAndItsMessageKept()
    {
        MatrixFigures figures = Play(WithPicture, "--design", "strict");
        Assert.That((figures.Number("messages"), figures.Number("attachments")), Is.EqualTo((3, 0)));
        Assert.That(CliRun.Of("matrix", "--design", "strict", "--chat", In("chat.txt")).Output, Does.Contain("line 1: attachment IMG-1.jpg"));
    }

    [Test]
    public void LinesThatAreNoMessagesAreCountedAndShown()
    {
        MatrixFigures figures = Play("Alice: one\nthis is nothing\nBob: two\nnor is this\nAlice: three\n", "--design", "strict");
        Assert.That((figures.Number("messages"), figures.Number("unparsed")), Is.EqualTo((3, 2)));
        string table = CliRun.Of("matrix", "--design", "strict", "--chat", In("chat.txt")).Output;
        Assert.That(table, Does.Contain("line 2").And.Contain("this is nothing").And.Contain("line 4").And.Contain("nor is this"));
    }

    [Test]
    public void OfManySuchLinesTheRestIsCounted()
    {
        MatrixFigures figures = Play("Alice: one\nBob: two\n" + string.Concat(Enumerable.Repeat("nothing\n", 1000)), "--design", "strict");
        Assert.That(figures.Number("unparsed"), Is.EqualTo(1000));
        string table = CliRun.Of("matrix", "--design", "strict", "--chat", In("chat.txt")).Output;
        int shown = Regex.Count(table, "line [0-9]+ is no message");
        Assert.That(shown, Is.InRange(1, 999));
        Assert.That(table, Does.Contain($"{1000 - shown} more lines"));
    }

    [Test]
    public void AMessageWithoutTextIsAMessage()
    {
        MatrixFigures figures = Play("Alice: one\nBob: \nAlice: three\n", Two);
        Assert.That(figures.Number("messages"), Is.EqualTo(3));
        IsStrictAgainstEscrow(figures);
    }

    [Test]
    public void APersonMayBeCalledLikeABystander()
    {
        MatrixFigures figures = Play("bystander 1a: one\nbystander 1b: two\nbystander 1a: three\n", Two);
        IsStrictAgainstEscrow(figures);
        Assert.That(MatrixFigures.Number(figures.Cells[0], "bystandersOf"), Is.GreaterThan(0));
    }

    private MatrixFigures Play(string chat, params string[] more)
    {
        File.WriteAllText(In("chat.txt"), chat, Utf8);
        return MatrixFigures.Of(["--chat", In("chat.txt"), .. more]);
    }

    /// <summary>What holds for every chat: no way in without a phone, and with the one leaked key all of it.</summary>
    private static void IsStrictAgainstEscrow(MatrixFigures figures)
    {
        foreach (string compromise in (string[])["wiretap", "server-breach", "escrow-leak"])
            Assert.That(figures.Read("strict", compromise), Is.EqualTo((0, 0, 0)), compromise);
        JsonElement leak = figures.Cell("message-key-escrow", "escrow-leak");
        Assert.That(figures.Read("message-key-escrow", "escrow-leak"), Is.EqualTo(
            (figures.Number("at"), figures.Number("messages") - figures.Number("at"), MatrixFigures.Number(leak, "bystandersOf"))));
        foreach (JsonElement cell in figures.Cells)
            Assert.That((MatrixFigures.Number(cell, "wrong"), MatrixFigures.Number(cell, "control")), Is.EqualTo((0, 0)), cell.ToString());
    }
}
