using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

public class BuiltInConversationTests
{
    private readonly Conversation _chat = BuiltInConversation.Load();

    [Test]
    public void IsFortyMessagesOfTwoPeopleWithNothingUnread()
    {
        Assert.That((_chat.Source, _chat.Format), Is.EqualTo(("built-in", "built-in")));
        Assert.That(_chat.Messages, Has.Count.EqualTo(40));
        Assert.That(_chat.People, Is.EqualTo(new[] { "Alice", "Bob" }));
        Assert.That(_chat.Unparsed, Is.Empty);
        Assert.That(_chat.Notes, Has.None.Contains("backwards").And.None.Contains("attachment"));
    }

    [Test]
    public void HasOnePicture()
    {
        Assert.That(_chat.Attachments, Is.EqualTo(1));
        byte[] bytes = _chat.Messages.Single(m => m.Attachment is not null).Attachment!.Bytes.ToArray();
        Assert.That(bytes, Has.Length.InRange(300, 4000));
        Assert.That(bytes[..8], Is.EqualTo(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A }));
        Assert.That(bytes[^8..^4], Is.EqualTo("IEND"u8.ToArray()));
    }

    [Test]
    public void BothWriteOnEachOfSixDaysOfMarch2017()
    {
        var days = _chat.Messages.GroupBy(m => m.Time.Date).ToList();
        Assert.That(days, Has.Count.EqualTo(6));
        Assert.That(days.Select(d => (d.Key.Year, d.Key.Month)), Is.All.EqualTo((2017, 3)));
        Assert.That(days.Select(d => d.Select(m => m.From).Distinct().Count()), Is.All.EqualTo(2));
    }

    [Test]
    public void HasTheKindsOfTextThatAreEasilyLost()
    {
        Assert.That(_chat.Messages, Has.Some.Matches<ChatMessage>(m => m.Text.Length == 0 && m.Attachment is null));
        Assert.That(_chat.Messages, Has.Some.Matches<ChatMessage>(m => m.Text == "🎉"));
        Assert.That(_chat.Messages, Has.Some.Matches<ChatMessage>(m => m.Text.Contains("\n\n", StringComparison.Ordinal)));
        Assert.That(_chat.Messages, Has.Some.Matches<ChatMessage>(m => m.Text.Any(c => c is >= 'а' and <= 'я')));
        Assert.That(Enumerable.Range(2, 38).Any(i => _chat.Messages[i].From == _chat.Messages[i - 1].From && _chat.Messages[i].From == _chat.Messages[i - 2].From),
            "somebody writes three times in a row");
    }

    [Test]
    public void TheOtherPersonAnswersMessageTwentyOnTheSameDay()
    {
        ChatMessage half = _chat.Messages[19];
        Assert.That(_chat.Messages.Skip(20), Has.Some.Matches<ChatMessage>(m => m.From != half.From && m.Time.Date == half.Time.Date));
    }
}
