using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

public class PlainChatTests : ChatFixture
{
    [Test]
    public void EveryLineIsAMessageAFixedTimeAfterTheLast()
    {
        Conversation chat = Chat("Alice: hello: there", "", "Bob B.: hi - yes", "\u200EAlice: ");
        Assert.That(chat.Format, Is.EqualTo("plain"));
        Assert.That(chat.Source, Is.EqualTo("chat.txt"));
        Assert.That(chat.Messages, Is.EqualTo(new[]
        {
            new ChatMessage(1, "Alice", Utc(2017, 3, 24, 9, 0), "hello: there", null),
            new ChatMessage(2, "Bob B.", Utc(2017, 3, 24, 9, 15), "hi - yes", null),
            new ChatMessage(3, "Alice", Utc(2017, 3, 24, 9, 30), "", null),
        }));
        Assert.That(chat.Notes, Has.Some.Contains("made up, from 2017-03-24 09:00 UTC, 15 minutes apart"));
        Assert.That(chat.Unparsed, Is.Empty);
    }

    [Test]
    public void OtherLinesAreUnparsedAndBlankOnesIgnored()
    {
        Conversation chat = Chat("# title", "Alice: a", "  ", "no colon here", "https://example.org", ": nobody", "Bob: b", "Carol:");
        Assert.That(chat.Unparsed.Select(u => u.Line), Is.EqualTo(new[] { 1, 4, 5, 6, 8 }));
        Assert.That(chat.Unparsed.Select(u => u.Why), Is.All.EqualTo("it does not read `Name: text`"));
        Assert.That(chat.Messages, Has.Count.EqualTo(2));
    }

    [Test]
    public void AnEmptyMessageWhoseSpaceWasTrimmedIsOneIfTheNameWritesElsewhere() =>
        Assert.That(Texts(Chat("Bob:", "Alice: a", "Bob: b")), Is.EqualTo(new[] { "", "a", "b" }));

    [TestCase(64, 0)]
    [TestCase(65, 1)]
    public void NamesHaveAtMost64Characters(int length, int unparsed)
    {
        Conversation chat = Chat("Alice: a", string.Concat(Enumerable.Repeat("\U0001F33B", length)) + ": long", "Bob: b");
        Assert.That(chat.Unparsed, Has.Count.EqualTo(unparsed));
    }

    [Test]
    public void ByteOrderMarkAndWindowsLineEndsAreNoPartOfTheText()
    {
        Conversation chat = Whole("\uFEFFAlice: a\r\nBob: b\r\n");
        Assert.That(chat.People, Is.EqualTo(new[] { "Alice", "Bob" }));
        Assert.That(Texts(chat), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void AQuotedStampDoesNotMakeItAnExport()
    {
        Conversation chat = Chat("Alice: look", "Bob: at what?", "24/03/2017, 14:37 - Carol: this");
        Assert.That(chat.Format, Is.EqualTo("plain"));
        Assert.That(chat.Messages, Has.Count.EqualTo(3));
    }

    [Test]
    public void LinesBeforeTheFirstStampDoNotMakeAnExportPlain()
    {
        Conversation chat = Chat("Exported: yesterday", "24/03/2017, 14:37 - Alice: a", "24/03/2017, 14:37 - Bob: b");
        Assert.That(chat.Format, Is.EqualTo("whatsapp-android"));
        Assert.That(chat.Unparsed, Has.Count.EqualTo(1));
    }
}
