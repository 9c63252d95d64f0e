using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

public class BuiltInConversationTests
{
    private readonly Conversation chat = BuiltInConversation.Load();

    [Test]
    public void IsFortyMessagesOfTwoPeopleWithNothingUnread()
    {
        Assert.That((chat.Source, chat.Format), Is.EqualTo(("garden", "built-in")));
        Assert.That(chat.Messages, Has.Count.EqualTo(40));
        Assert.That(chat.People, Is.EqualTo(new[] { "Alice", "Bob" }));
        Assert.That(chat.Unparsed, Is.Empty);
        Assert.That(chat.Notes, Has.None.Contains("backwards").And.None.Contains("attachment"));
    }

    [Test]
    public void HasOnePicture()
    {
        Assert.That(chat.Attachments, Is.EqualTo(1));
        byte[] bytes = chat.Messages.Single(m => m.Attachment is not null).Attachment!.Bytes.ToArray();
        Assert.That(bytes, Has.Length.InRange(300, 4000));
        Assert.That(bytes[..8], Is.EqualTo(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A }));
        Assert.That(bytes[^8..^4], Is.EqualTo("IEND"u8.ToArray()));
    }

    [Test]
    public void BothWriteOnEachOfSixDaysOfMarch2017()
    {
        var days = chat.Messages.GroupBy(m => m.Time.Date).ToList();
        Assert.That(days, Has.Count.EqualTo(6));
        Assert.That(days.Select(d => (d.Key.Year, d.Key.Month)), Is.All.EqualTo((2017, 3)));
        Assert.That(days.Select(d => d.Select(m => m.From).Distinct().Count()), Is.All.EqualTo(2));
    }

    [Test]
    public void HasTheKindsOfTextThatAreEasilyLost()
    {
        Assert.That(chat.Messages, Has.Some.Matches<ChatMessage>(m => m.Text.Length == 0 && m.Attachment is null));
        Assert.That(chat.Messages, Has.Some.Matches<ChatMessage>(m => m.Text == "🎉"));
        Assert.That(chat.Messages, Has.Some.Matches<ChatMessage>(m => m.Text.Contains("\n\n", StringComparison.Ordinal)));
        Assert.That(chat.Messages, Has.Some.Matches<ChatMessage>(m => m.Text.Any(c => c is >= 'а' and <= 'я')));
        Assert.That(Enumerable.Range(2, 38).Any(i => chat.Messages[i].From == chat.Messages[i - 1].From && chat.Messages[i].From == chat.Messages[i - 2].From),
            "somebody writes three times in a row");
    }

    [Test]
    public void TheOtherPersonAnswersMessageTwentyOnTheSameDay()
    {
        ChatMessage half = chat.Messages[19];
        Assert.That(chat.Messages.Skip(20), Has.Some.Matches<ChatMessage>(m => m.From != half.From && m.Time.Date == half.Time.Date));
    }
}
