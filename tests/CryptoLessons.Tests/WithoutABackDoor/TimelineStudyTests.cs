using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.WithoutABackDoor;

/// <summary>What a desk delivers of an event that is over in a minute, and a machine that reads everything: with times as parameters.</summary>
[TestFixture]
internal sealed class TimelineStudyTests
{
    private static readonly TimelineStudy Study = TimelineStudy.Run(2017);

    [Test]
    public void ADeskThatTakesHalfAnHourDeliversAfterTheEnd()
    {
        foreach (DeskDelivery delivery in (DeskDelivery[])[Study.Encrypted, Study.Readable])
        {
            Assert.That((delivery.At, delivery.InTime), Is.EqualTo((Study.Begins.AddMinutes(30), false)));
            Assert.That((delivery.Lines > 0, delivery.LastTo), Is.EqualTo((true, "Bob")), "for the investigation afterwards");
        }
    }

    [Test]
    public void OnlyAProviderThatReadsDeliversTexts() =>
        Assert.That((Study.Encrypted.Texts, Study.Readable.Texts), Is.EqualTo((0, Study.Readable.Lines)));

    [TestCase(2)]
    [TestCase(3)]
    public void HalfAnHourIsTooLongEvenWhenAskedAtOnce(int minutes)
    {
        TimelineStudy study = TimelineStudy.Run(2017, TimeSpan.FromMinutes(minutes), askedAfterMessage: TimeSpan.Zero);
        Assert.That(study.Needed, Is.EqualTo(TimeSpan.FromMinutes(minutes) + TimelineStudy.DefaultLasts));
        Assert.That(study.Encrypted.InTime, Is.False);
    }

    [TestCase(82, true)]
    [TestCase(83, false)]
    public void WhetherItIsInTimeIsAMatterOfItsTurnaround(int seconds, bool inTime) =>
        Assert.That(TimelineStudy.Run(2017, turnaround: TimeSpan.FromSeconds(seconds)).Encrypted.InTime, Is.EqualTo(inTime));

    [Test]
    public void ALongEventIsStillGoingOn() => Assert.That(TimelineStudy.Run(2017, lasts: TimeSpan.FromMinutes(31)).Encrypted.InTime, Is.True);

    [Test]
    public void TheMachineReadsTheLastMessageInTimeAndEverybodysToo()
    {
        Assert.That(Study.LastRead, Is.True);
        Assert.That((Study.Read, Study.PeopleRead), Is.EqualTo((Study.Messages, Study.People)));
        Assert.That(Study.Watched, Is.InRange(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(70)));
    }

    [Test]
    public void WithAnUnrelatedKeyItReadsNothing() => Assert.That(Study.Control, Is.Zero);

    [Test]
    public void TheLastMessageIsWhereTheReportsHaveIt() =>
        Assert.That(
            (Study.Begins - Study.LastMessage, Study.Ends - Study.Begins), Is.EqualTo((TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(82))));
}
