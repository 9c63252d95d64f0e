using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

public class StampTests : ChatFixture
{
    private const string Narrow = "\u202F";

    [TestCase("24/03/2017, 14:37 - ")]
    [TestCase("3/24/17, 2:37 PM - ")]
    [TestCase("3/24/17, 2:37" + Narrow + "PM - ")]
    [TestCase("24/3/2017, 2:37 p.m. - ")]
    [TestCase("24/3/2017, 2:37" + Narrow + "p.m. - ")]
    [TestCase("24/3/2017, 2:37 p.\u00A0m. - ")]
    [TestCase("24/3/2017 2:37 pm - ")]
    [TestCase("24.03.17, 14:37 - ")]
    [TestCase("24.03.2017, 14.37 - ")]
    [TestCase("2017-03-24, 14:37 - ")]
    [TestCase("2017/03/24, 14:37 - ")]
    [TestCase("24-03-2017 14:37 - ")]
    [TestCase("24/3/17 14:37 - ")]
    [TestCase("\u200E24/3/17 14:37 - ")]
    [TestCase("\u200F24/3/17\u060C 14:37 - ")]
    public void ReadsEachAndroidStyle(string stamp)
    {
        Conversation chat = Chat(stamp + "Alice: one", stamp + "Bob: two");
        Assert.That(chat.Format, Is.EqualTo("whatsapp-android"));
        Assert.That(chat.Messages[0], Is.EqualTo(new ChatMessage(1, "Alice", Utc(2017, 3, 24, 14, 37), "one", null)));
        Assert.That(chat.Messages[1], Is.EqualTo(new ChatMessage(2, "Bob", Utc(2017, 3, 24, 14, 37), "two", null)));
        Assert.That(chat.Unparsed, Is.Empty);
    }

    [TestCase("[24/03/2017, 14:37:12] ")]
    [TestCase("[3/24/17, 2:37:12 PM] ")]
    [TestCase("[3/24/17, 2:37:12" + Narrow + "PM] ")]
    [TestCase("[24/3/2017, 2:37:12 p.m.] ")]
    [TestCase("[24.03.17, 14:37:12] ")]
    [TestCase("[2017-03-24, 14:37:12] ")]
    [TestCase("[24-03-2017 14:37:12] ")]
    [TestCase("\u200E[24/3/17 14:37:12] ")]
    public void ReadsEachIosStyle(string stamp)
    {
        Conversation chat = Chat(stamp + "Alice: one", stamp + "Bob: two");
        Assert.That(chat.Format, Is.EqualTo("whatsapp-ios"));
        Assert.That(chat.Messages.Select(m => m.Time), Is.All.EqualTo(Utc(2017, 3, 24, 14, 37, 12)));
        Assert.That(Senders(chat), Is.EqualTo(new[] { "Alice", "Bob" }));
        Assert.That(Texts(chat), Is.EqualTo(new[] { "one", "two" }));
    }

    [TestCase("12:05 AM", 0)]
    [TestCase("12:05 PM", 12)]
    [TestCase("1:05 a.m.", 1)]
    [TestCase("11:05 pm", 23)]
    public void TwelveHourClocksBeginAtTwelve(string clock, int hour)
    {
        Conversation chat = Chat($"3/24/17, {clock} - Alice: one", $"3/24/17, {clock} - Bob: two");
        Assert.That(chat.Messages[0].Time, Is.EqualTo(Utc(2017, 3, 24, hour, 5)));
    }

    [TestCase("24/03/2017 is the date - Bob: no")]
    [TestCase("24/03/2017, 14:37 Bob: no dash")]
    [TestCase("24/03/2017, 14:37 -Bob: no space")]
    [TestCase("24/03/2017, 14:37")]
    [TestCase("24/03.2017, 14:37 - Bob: two separators")]
    [TestCase("124/03/2017, 14:37 - Bob: three digits")]
    [TestCase("24/03/217, 14:37 - Bob: a year of three digits")]
    [TestCase("24/03/2017, 14:3 - Bob: one digit of minutes")]
    [TestCase("> 24/03/2017, 14:37 - Bob: quoted")]
    [TestCase("[24/03/2017, 14:37:12] Bob: another phone's shape")]
    [TestCase("[14:37] Bob: no date")]
    public void OnlyAFullStampBeginsAMessage(string line)
    {
        Conversation chat = Chat("24/03/2017, 14:36 - Alice: see", line, "24/03/2017, 14:38 - Bob: yes");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "see\n" + line, "yes" }));
    }

    [Test]
    public void NotesStampsOfAnotherPhonesShape()
    {
        Conversation chat = Chat("24/03/2017, 14:36 - Alice: see", "[24/03/2017, 14:37:12] Bob: x", "24/03/2017, 14:38 - Bob: yes");
        Assert.That(chat.Notes, Has.Some.Contains("line 2").And.Contains("another phone's shape"));
    }

    [TestCase("31/02/2017, 14:37", "its date does not exist (read as day/month/year)")]
    [TestCase("24/13/2017, 14:37", "its date does not exist")]
    [TestCase("00/01/2017, 14:37", "its date does not exist")]
    [TestCase("2017-02-30, 14:37", "its date does not exist (read as year-month-day)")]
    [TestCase("24/03/0000, 14:37", "its date does not exist")]
    [TestCase("24/03/2017, 24:00", "its time does not exist")]
    [TestCase("24/03/2017, 14:60", "its time does not exist")]
    [TestCase("24/03/2017, 13:00 PM", "its time does not exist")]
    public void AnImpossibleStampIsUnparsedWithTheLinesBelowIt(string stamp, string why)
    {
        Conversation chat = Chat("24/03/2017, 14:36 - Alice: one", $"{stamp} - Bob: lost", "more of it", "25/03/2017, 14:38 - Bob: two");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "one", "two" }));
        Assert.That(chat.Unparsed, Has.Count.EqualTo(1));
        Assert.That(chat.Unparsed[0].Line, Is.EqualTo(2));
        Assert.That(chat.Unparsed[0].Text, Is.EqualTo($"{stamp} - Bob: lost"));
        Assert.That(chat.Unparsed[0].Why, Does.StartWith(why).And.EndsWith("; the line below goes with it"));
        Assert.That(chat.Messages.Select(m => m.Number), Is.EqualTo(new[] { 1, 2 }));
    }
}
