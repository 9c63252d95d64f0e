using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

public class WhatsAppTextTests : ChatFixture
{
    private const string S = "24/03/2017, 14:37 - ";

    [Test]
    public void ALineWithoutAStampContinuesTheMessageAndBlankLinesBelongToIt()
    {
        Conversation chat = Chat(S + "Alice: one", "", "two: three - [four]", "", S + "Bob: ", "below nothing", S + "Alice: end", "", "");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "one\n\ntwo: three - [four]\n", "\nbelow nothing", "end" }));
    }

    [Test]
    public void ANameEndsAtTheFirstColonAndSpace()
    {
        Conversation chat = Chat(S + "Dr:A - B [x]: note: it is - fine", S + "Bob: 24/03/2017, 14:37 - Alice: quoted");
        Assert.That(Senders(chat), Is.EqualTo(new[] { "Dr:A - B [x]", "Bob" }));
        Assert.That(Texts(chat), Is.EqualTo(new[] { "note: it is - fine", "24/03/2017, 14:37 - Alice: quoted" }));
    }

    [Test]
    public void AnyScriptIsKeptAsItIs()
    {
        string[] texts = ["שלום \u200Fעולם 12", "مرحبا", "日本語。", "👩🏽‍🌾👨‍👩‍👧🇪🇺", "e\u0301", "\u2028 \u0085 \u000B", "a\rb", "  two spaces  "];
        Conversation chat = Chat([.. texts.Select((t, i) => $"{S}{(i % 2 == 0 ? "Алиса" : "鮑勃 🎻")}: {t}")]);
        Assert.That(Texts(chat), Is.EqualTo(texts));
        Assert.That(chat.People, Is.EqualTo(new[] { "Алиса", "鮑勃 🎻" }));
    }

    [Test]
    public void ByteOrderMarkAndWindowsLineEndsAreNoPartOfTheText()
    {
        Conversation chat = Whole($"\uFEFF{S}Alice: one\r\ntwo\r\n\r\n{S}Bob: three\r\n");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "one\ntwo\n", "three" }));
        Assert.That(chat.Unparsed, Is.Empty);
    }

    [Test]
    public void TheLastLineNeedsNoEnd() => Assert.That(Texts(Whole($"{S}Alice: a\n{S}Bob: b")), Is.EqualTo(new[] { "a", "b" }));

    [Test]
    public void AMessageWithEmptyTextIsAMessage()
    {
        Conversation chat = Chat(S + "Alice: ", S + "Bob: b", S + "Alice: a");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "", "b", "a" }));
    }

    [Test]
    public void AnEmptyMessageWhoseSpaceWasTrimmedIsOneIfTheNameWritesElsewhere()
    {
        Conversation chat = Chat(S + "Alice:", S + "Bob: b", S + "Alice: a", S + "Group rules:");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "", "b", "a" }));
        Assert.That(chat.Notes, Has.Some.StartsWith("1 system line"));
    }

    [Test]
    public void SystemLinesHaveNoSender()
    {
        Conversation chat = Chat(S + "Messages and calls are end-to-end encrypted...", S + "Alice: a", S + "Carol ist beigetreten", S + "Bob: b");
        Assert.That(Senders(chat), Is.EqualTo(new[] { "Alice", "Bob" }));
        Assert.That(chat.Unparsed, Is.Empty);
        Assert.That(chat.Notes, Has.Some.EqualTo("2 system lines are nobody's message and left out"));
    }

    [Test]
    public void LinesBelowASystemLineAreItsOwn()
    {
        Conversation chat = Chat(S + "Alice: a", S + "Carol changed the description", "new: words", S + "Bob: b");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void LinesBeforeTheFirstMessageAreUnparsed()
    {
        Conversation chat = Chat("exported by hand", "", "on a Friday", S + "Alice: a", S + "Bob: b");
        Assert.That(chat.Unparsed.Select(u => (u.Line, u.Text)), Is.EqualTo(new[] { (1, "exported by hand"), (3, "on a Friday") }));
    }

    [Test]
    public void ALineWithoutANameIsUnparsed()
    {
        Conversation chat = Chat(S + "Alice: a", S + ": nobody", S + "\u200E \u200F: nobody", S + "Bob: b");
        Assert.That(chat.Unparsed.Select(u => u.Line), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(chat.Unparsed[0].Why, Is.EqualTo("no name stands before the colon"));
    }

    [TestCase("\u202A+49 170 0000000\u202C", "+49 170 0000000")]
    [TestCase("~\u202F\u202A+49 170 0000000\u202C", "~\u202F+49 170 0000000")]
    [TestCase("~\u202FCarol", "~\u202FCarol")]
    [TestCase("\u200E\u2068Carol\u2069", "Carol")]
    [TestCase("Carol (choir)", "Carol (choir)")]
    [TestCase("‍👩‍🌾", "‍👩‍🌾")]
    public void NamesLoseOnlyInvisibleMarks(string written, string name)
    {
        Conversation chat = Chat($"[{S[..^3]}:12] {written}: hello", $"[{S[..^3]}:12] Bob: hi");
        Assert.That(chat.People, Is.EqualTo(new[] { name, "Bob" }));
    }

    [TestCase("<Media omitted>")]
    [TestCase("<Medien ausgeschlossen>")]
    [TestCase("This message was deleted")]
    [TestCase("You deleted this message")]
    [TestCase("see you <This message was edited>")]
    [TestCase("null")]
    public void MarksAreKeptAsText(string mark)
    {
        Conversation chat = Chat(S + "Alice: " + mark, S + "Bob: b");
        Assert.That(Texts(chat), Is.EqualTo(new[] { mark, "b" }));
    }

    [Test]
    public void InvisibleMarksAtLineStartsAndBeforeMediaMarksAreNoPartOfTheText()
    {
        Conversation chat = Chat("\u200E" + S + "Alice: \u200E<Media omitted>", "\u200Ecaption", S + "Bob: hello \u200E<This message was edited>");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "<Media omitted>\ncaption", "hello <This message was edited>" }));
    }

    [Test]
    public void PeopleStandInTheOrderInWhichTheyFirstWrote()
    {
        Conversation chat = Chat(S + "Carol: 1", S + "Alice: 2", S + "Carol: 3", S + "Bob: 4");
        Assert.That(chat.People, Is.EqualTo(new[] { "Carol", "Alice", "Bob" }));
    }

    [Test]
    public void TerminalEscapesStayDataInMessagesAndAreHarmlessElsewhere()
    {
        Conversation chat = Chat("\u001B[2Jbefore", S + "A\u001B[31mlice: \u001B]0;x\u0007", "\u001B[1A", S + "Bob: b", S + "Bob: \u001B[0m.jpg (file attached)");
        Assert.That(chat.Messages[0].From, Is.EqualTo("A\u001B[31mlice"));
        Assert.That(chat.Messages[0].Text, Is.EqualTo("\u001B]0;x\u0007\n\u001B[1A"));
        Assert.That(chat.Unparsed[0].Text, Is.EqualTo("\\u001B[2Jbefore"));
        Assert.That(chat.Notes.SelectMany(n => n).Any(char.IsControl), Is.False);
        Assert.That(chat.Notes, Has.Some.Contains("\\u001B[0m.jpg is refused"));
    }

    [Test]
    public void UnparsedLinesAreShortened()
    {
        Conversation chat = Chat(new string('x', 100_000), S + "Alice: a", S + "Bob: b");
        Assert.That(chat.Unparsed[0].Text, Is.EqualTo(new string('x', 80) + "..."));
    }
}
