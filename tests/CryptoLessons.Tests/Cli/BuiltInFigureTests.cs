using System.Text.Json;
using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>
/// The figures that a new user sees first: strict is read by nobody but through the seizure window, the escrow entirely from one key.
/// </summary>
public class BuiltInFigureTests
{
    private const string Strict = "strict";
    private const string Escrow = "message-key-escrow";

    private static readonly Conversation Conversation = BuiltInConversation.Load();
    private static readonly string[] Senders = [.. Conversation.Messages.Select(message => message.From)];

    private MatrixFigures figures = null!;
    private int length;
    private int at;

    private static IEnumerable<string> Designs => [Strict, Escrow];

    private static IEnumerable<string> Compromises => MatrixFigures.Compromises;

    // The beginning, both ends of runs of several messages, and the last moment there is; whose phone it is, both ways each.
    private static IEnumerable<TestCaseData> Moments =>
        from moment in (int[])[1, 2, 3, 6, 11, 25, 38, 39]
        from target in Conversation.People
        select new TestCaseData(moment, target);

    [OneTimeSetUp]
    public void Run()
    {
        figures = MatrixFigures.Of("--design", Strict, "--design", Escrow, "--design", "content-key-escrow", "--design", "session-secret-escrow");
        (length, at) = (figures.Number("messages"), figures.Number("at"));
    }

    [Test]
    public void TheConversationIsTheOneThatWasPlayed()
    {
        Assert.That((length, at), Is.EqualTo((Conversation.Messages.Count, Conversation.Messages.Count / 2)));
        Assert.That((figures.Number("people"), figures.Number("attachments"), figures.Number("unparsed")), Is.EqualTo((2, 1, 0)));
        Assert.That(figures.Conversation.GetProperty("target").GetString(), Is.EqualTo(Senders[at - 1]));
        Assert.That(figures.DesignIds, Is.SupersetOf(Designs));
        Assert.That(figures.Cells.Select(cell => Pair(cell, "pastOf", "futureOf")), Has.All.EqualTo((at, length - at)));
        Assert.That(figures.Cells.Select(cell => MatrixFigures.Number(cell, "bystandersOf")).Distinct().Single(), Is.GreaterThan(0));
    }

    [TestCase("wiretap")]
    [TestCase("server-breach")]
    [TestCase("escrow-leak")]
    [TestCase("one-share")]
    [TestCase("judge-and-key")]
    [TestCase("directory-control")]
    public void StrictIsReadByNobodyWithoutAPhone(string compromise) => Assert.That(figures.Read(Strict, compromise), Is.EqualTo((0, 0, 0)));

    [TestCase("wiretap")]
    [TestCase("server-breach")]
    [TestCase("one-share")]
    [TestCase("directory-control")]
    public void TheEscrowIsNotReadWithoutItsKey(string compromise) => Assert.That(figures.Read(Escrow, compromise), Is.EqualTo((0, 0, 0)));

    [Test]
    public void OneLeakedKeyReadsEverythingOfEverybody() =>
        Assert.That(figures.Read(Escrow, "escrow-leak"), Is.EqualTo(
            (at, length - at, MatrixFigures.Number(figures.Cell(Escrow, "escrow-leak"), "bystandersOf"))));

    [TestCaseSource(nameof(Designs))]
    public void ASeizureOpensTheWindowAndNoMore(string design)
    {
        var window = new SeizureWindow(Senders);
        string target = Senders[at - 1];
        (int past, int future) = window.Count(at, target, wholePhone: false);
        Assert.That(future, Is.InRange(1, length - at - 1), "a window, and not everything: otherwise the figure shows nothing");
        Assert.That(figures.Read(design, "session-seizure"), Is.EqualTo((past, future, 0)));
        (past, future) = window.Count(at, target, wholePhone: true);
        Assert.That(figures.Read(design, "device-seizure"), Is.EqualTo((past, future, 0)));
    }

    [TestCaseSource(nameof(Moments))]
    public void TheWindowIsAsPredictedAtEveryMomentAndForBothPhones(int moment, string target)
    {
        MatrixFigures strict = MatrixFigures.Of("--design", Strict, "--at", $"{moment}", "--target", target);
        var window = new SeizureWindow(Senders);
        foreach (string compromise in (string[])["session-seizure", "device-seizure"])
        {
            (int past, int future) = window.Count(moment, target, wholePhone: compromise == "device-seizure");
            Assert.That(strict.Read(Strict, compromise), Is.EqualTo((past, future, 0)), compromise);
        }
        // What lay on the phone is what had arrived there: message K had not, unless its owner wrote it.
        int stored = Senders[moment - 1] == target ? moment : moment - 1;
        Assert.That(MatrixFigures.Number(strict.Cell(Strict, "device-seizure"), "history"), Is.EqualTo(stored));
    }

    [Test]
    public void OnlyAWholePhoneHoldsHistory()
    {
        foreach (string design in Designs)
            foreach (string compromise in Compromises)
            {
                int history = MatrixFigures.Number(figures.Cell(design, compromise), "history");
                Assert.That(history, Is.EqualTo(compromise is "device-seizure" or "device-seizure-active" ? at : 0), compromise);
            }
    }

    [TestCase(Strict, "none", "none", "hijack", "impersonate", "impersonate", "hijack", "none", "none", "none", "none")]
    [TestCase(Escrow, "none", "none", "hijack", "impersonate", "impersonate", "hijack", "slot", "none", "slot", "none")]
    [TestCase("content-key-escrow", "none", "none", "hijack", "impersonate", "impersonate", "hijack", "none", "none", "none", "none")]
    [TestCase("session-secret-escrow", "none", "none", "hijack", "impersonate", "impersonate", "hijack", "hijack", "none", "hijack", "none")]
    public void ForgedIsTheStrongestThatTheLootReaches(string design, params string[] forged) =>
        Assert.That(Compromises.Select(compromise => figures.Word(design, compromise, "forged")), Is.EqualTo(forged));

    [Test]
    public void NobodyNoticesAReaderButWhoPutsOtherKeysIntoTheDirectory() => Assert.That(
        figures.Cells.Select(cell => (cell.GetProperty("compromise").GetString(), cell.GetProperty("noticed").GetString())),
        Has.All.Matches<(string Compromise, string Noticed)>(cell => cell.Noticed == (cell.Compromise == "directory-control" ? "automatically" : "no")));

    [Test]
    public void AWarrantOpensNothingOfStrictAndAllThatTheTargetWroteOrReadUnderEscrow()
    {
        Assert.That(Pair(figures.Design(Strict), "warrantOpened", "warrantOf"), Is.EqualTo((0, length)));
        Assert.That(Pair(figures.Design(Escrow), "warrantOpened", "warrantOf"), Is.EqualTo((length, length)));
    }

    [Test]
    public void TheEscrowCostsItsFieldInEveryMessage()
    {
        // 80 bytes of sealed key, two of field number and length; nothing else on the wire differs.
        Assert.That(BytesPerMessage(Escrow) - BytesPerMessage(Strict), Is.InRange(82, 82.5));
    }

    [Test]
    public void ControlsReadNothingAndNoGuessIsWrong()
    {
        Assert.That(figures.Cells.Select(cell => MatrixFigures.Number(cell, "control")), Has.All.Zero);
        Assert.That(figures.Cells.Select(cell => MatrixFigures.Number(cell, "wrong")), Has.All.Zero);
        Assert.That(figures.Cells.Select(cell => cell.GetProperty("controlForged").GetString()), Has.All.EqualTo("none"));
    }

    private double BytesPerMessage(string design) => figures.Design(design).GetProperty("bytesPerMessage").GetDouble();

    private static (int One, int Other) Pair(JsonElement element, string one, string other) =>
        (MatrixFigures.Number(element, one), MatrixFigures.Number(element, other));
}
