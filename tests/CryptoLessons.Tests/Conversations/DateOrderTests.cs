using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

public class DateOrderTests : ChatFixture
{
    private Conversation Dated(params string[] dates) =>
        Chat([.. dates.Select((date, i) => $"{date} - {(i % 2 == 0 ? "Alice" : "Bob")}: {i}")]);

    private static IEnumerable<(int Month, int Day)> Days(Conversation chat) => chat.Messages.Select(m => (m.Time.Month, m.Time.Day));

    [Test]
    public void AFirstNumberAboveTwelveMeansDayFirst()
    {
        Conversation chat = Dated("02/03/2017, 10:00", "13/03/2017, 10:00");
        Assert.That(Days(chat), Is.EqualTo(new[] { (3, 2), (3, 13) }));
        Assert.That(chat.Notes, Has.Some.Contains("day/month/year").And.Contains("line 2"));
    }

    [Test]
    public void ASecondNumberAboveTwelveMeansMonthFirst()
    {
        Conversation chat = Dated("02/03/2017, 10:00", "03/13/2017, 10:00");
        Assert.That(Days(chat), Is.EqualTo(new[] { (2, 3), (3, 13) }));
        Assert.That(chat.Notes, Has.Some.Contains("month/day/year").And.Contains("line 2"));
    }

    [Test]
    public void ElseTheOrderUnderWhichStampsNeverRunBackwards()
    {
        Conversation month = Dated("02/11/2017, 10:00", "02/12/2017, 10:00", "03/01/2017, 10:00");
        Assert.That(Days(month), Is.EqualTo(new[] { (2, 11), (2, 12), (3, 1) }));
        Assert.That(month.Notes, Has.Some.Contains("month/day/year").And.Contains("never run backwards"));

        Conversation day = Dated("11/02/2017, 10:00", "12/02/2017, 10:00", "01/03/2017, 10:00");
        Assert.That(Days(day), Is.EqualTo(new[] { (2, 11), (2, 12), (3, 1) }));
        Assert.That(day.Notes, Has.Some.Contains("day/month/year").And.Contains("never run backwards"));
    }

    [Test]
    public void AClockSetBackWithinADayDoesNotHideTheOrder()
    {
        Conversation chat = Dated("02/11/2017, 10:00", "02/11/2017, 09:10", "02/12/2017, 10:00", "03/01/2017, 10:00");
        Assert.That(Days(chat).First(), Is.EqualTo((2, 11)));
        Assert.That(chat.Notes, Has.Some.Contains("month/day/year").And.Contains("the dates never run backwards"));
    }

    [TestCase("02/03/2017, 10:00", "03/04/2017, 10:00")]
    [TestCase("05/04/2017, 10:00", "04/03/2017, 10:00")]
    public void ElseDayFirst(string first, string second)
    {
        Conversation chat = Dated(first, second);
        Assert.That(chat.Messages[0].Time.Day, Is.EqualTo(int.Parse(first[..2], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(chat.Notes, Has.Some.Contains("nothing in the file tells"));
    }

    [Test]
    public void SystemLinesHelpToDecide()
    {
        Conversation chat = Chat("12/31/2016, 10:00 - Carol created group", "01/02/2017, 10:00 - Alice: a", "01/02/2017, 10:00 - Bob: b");
        Assert.That(chat.Messages[0].Time, Is.EqualTo(Utc(2017, 1, 2, 10, 0)));
    }

    [Test]
    public void AStampThatFitsNeitherOrderDecidesNothing()
    {
        Conversation chat = Dated("02/03/2017, 10:00", "31/31/2017, 10:00", "03/13/2017, 10:00", "03/14/2017, 10:00");
        Assert.That(Days(chat), Is.EqualTo(new[] { (2, 3), (3, 13), (3, 14) }));
        Assert.That(chat.Unparsed, Has.Count.EqualTo(1));
    }

    [Test]
    public void TheMajorityDecidesATornFileAndTheNoteSaysSo()
    {
        Conversation chat = Dated("13/03/2017, 10:00", "03/14/2017, 10:00", "14/03/2017, 10:00", "15/03/2017, 10:00");
        Assert.That(Days(chat), Is.EqualTo(new[] { (3, 13), (3, 14), (3, 15) }));
        Assert.That(chat.Unparsed.Select(u => u.Line), Is.EqualTo(new[] { 2 }));
        Assert.That(chat.Notes, Has.Some.Contains("though 1 stamps (first in line 2) say otherwise"));
    }

    [Test]
    public void YearFirstLeavesNothingToDecide()
    {
        Conversation chat = Dated("2017-03-02, 10:00", "2017-03-01, 10:00");
        Assert.That(Days(chat), Is.EqualTo(new[] { (3, 2), (3, 1) }));
        Assert.That(chat.Notes, Has.Some.Contains("year first"));
    }

    [Test]
    public void TwoDigitYearsAreOfThisCentury()
    {
        Assert.That(Dated("24/03/99, 10:00", "24/03/99, 10:01").Messages[0].Time.Year, Is.EqualTo(2099));
        Assert.That(Dated("24/03/00, 10:00", "24/03/00, 10:01").Messages[0].Time.Year, Is.EqualTo(2000));
    }

    [Test]
    public void ClocksThatStepBackwardsKeepTheFilesOrderAndAreNoted()
    {
        Conversation chat = Dated("26/03/2017, 02:59", "26/03/2017, 02:01", "26/03/2017, 02:01", "25/03/2017, 10:00");
        Assert.That(Texts(chat), Is.EqualTo(new[] { "0", "1", "2", "3" }));
        Assert.That(chat.Notes, Has.Some.EqualTo("the clock steps backwards 2 times, the first time before message 2 "
            + "(from 2017-03-26 02:59:00 to 2017-03-26 02:01:00); the order of the file is kept"));
        Assert.That(Dated("26/03/2017, 02:59", "26/03/2017, 02:59").Notes, Has.None.Contains("backwards"));
    }
}
