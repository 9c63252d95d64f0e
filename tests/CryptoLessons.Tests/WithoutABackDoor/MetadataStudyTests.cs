using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.WithoutABackDoor;

/// <summary>What a relay's log answers about people whose messages nobody reads: held against a town of which the truth is known.</summary>
[TestFixture]
internal sealed class MetadataStudyTests
{
    private static readonly MetadataStudy Study = MetadataStudy.Run(2017);

    [Test]
    public void TheWholeLogHasEveryContactAndNoOther()
    {
        ContactScore score = Study.Plain.Contacts;
        Assert.That((score.Right, score.Found), Is.EqualTo((score.True, score.True)));
        Assert.That((score.Recall, score.Precision, score.True > Study.People), Is.EqualTo((1.0, 1.0, true)));
    }

    [Test]
    public void TheWholeLogSaysToWhomTheLastMessageWent() => Assert.That(Study.Plain.WroteTo, Is.EqualTo((string[])[Study.WroteTo]));

    [Test]
    public void WithASealedSenderTheLogHasNoContactAndNoAnswer()
    {
        Assert.That((Study.Sealed.Contacts.Found, Study.Sealed.WroteTo.Count), Is.EqualTo((0, 0)));
        Assert.That(Study.Sealed.Recipients, Is.EqualTo(Study.Plain.Recipients).And.GreaterThan(1), "recipients stay in the log");
    }

    [Test]
    public void EverySealedMessageIsOpenedAndReadByItsRecipient() => Assert.That(Study.SealedAndRead, Is.EqualTo(Study.Messages));

    [Test]
    public void TwoDatesAnswerNothingButADay()
    {
        LogAnswers answers = Study.TwoDates;
        Assert.That((answers.Contacts.Found, answers.WroteTo.Count, answers.LastSeen, answers.Watched), Is.EqualTo((0, 0, (DateTimeOffset?)null, 0)));
        Assert.That(answers.LastDay, Is.EqualTo(new DateOnly(2017, 3, 22)));
    }

    [Test]
    public void AContactSeesThatThePhoneWasConnectedShortlyBefore()
    {
        Assert.That(Study.Moment - Study.Plain.LastSeen, Is.LessThanOrEqualTo(MetadataStudy.DefaultBefore));
        Assert.That(Study.Plain.Watched, Is.InRange(Study.Connections / 2, Study.Connections));
        Assert.That(Study.Sealed.Watched, Is.InRange(1, Study.Plain.Watched - 1), "who sends does not say who it is, who receives does");
    }

    [Test]
    public void NoMessageIsReadInAnyLog() => Assert.That(
        ((LogAnswers[])[Study.Plain, Study.Sealed, Study.TwoDates, Study.Others]).Select(log => log.TextsInTheLog), Is.All.Zero);

    [Test]
    public void AMessageThatStoodInALogWouldBeCounted()
    {
        var log = new RelayLog();
        log.Record(new Envelope("Alice", "Bob", TestScripts.Start, new(CiphertextType.Plain, new byte[9])));
        var script = new Script([new(1, "Alice", ["Bob"], TestScripts.Start, Encoding.UTF8.GetBytes("Alice to Bob, 9"))], 1);
        Assert.That(LogAnswers.Of(log, script, "Alice", new(TestScripts.Start, TestScripts.Start)).TextsInTheLog, Is.EqualTo(1));
    }

    [Test]
    public void TheLogOfOtherPeopleHasNoContactOfThese()
    {
        Assert.That(Study.Others.Contacts.Found, Is.Positive);
        Assert.That((Study.Others.Contacts.Right, Study.Others.WroteTo.Count, Study.Others.LastSeen), Is.EqualTo((0, 0, (DateTimeOffset?)null)));
    }

    [Test]
    public void TimesTellMoreThanChanceAndMixedUpTimesDoNot([Values(1, 2, 3, 4)] long seed)
    {
        MetadataStudy study = MetadataStudy.Run(seed);
        double chance = study.Messages / (study.People - 1.0);
        Assert.That(study.Timing.Right, Is.GreaterThan(3 * chance));
        Assert.That(study.TimingControl.Right, Is.LessThan(study.Timing.Right / 2));
        Assert.That(study.Timing.Contacts.Precision, Is.LessThan(1), "a guess is no evidence");
    }

    [Test]
    public void TheSealedPlayCarriesTheSameMessages()
    {
        Script script = TestScripts.Between("ABBA");
        var random = new SeededRandom(7);
        var played = new SealedPlay(script, random);
        Assert.That(
            played.Envelopes.Select(envelope => (envelope.To, envelope.Time)), Is.EqualTo(script.Messages.Select(message => (message.To[0], message.Time))));
        Assert.That(played.Read, Is.EqualTo(script.Messages.Count));
        foreach (string name in script.People)
            Assert.That(played.Envelopes.Where(envelope => envelope.Message.Span.IndexOf(Encoding.UTF8.GetBytes(name)) >= 0), Is.Empty);
        var again = new SealedPlay(script, random);
        Assert.That(again.Envelopes.Select(Bytes), Is.EqualTo(played.Envelopes.Select(Bytes)));

        static byte[] Bytes(SealedEnvelope envelope) => envelope.Message.ToArray();
    }

    [Test]
    public void TheSameSeedGivesTheSameStudyAndAnotherAnother()
    {
        Assert.That(MetadataStudy.Run(2017).Timing, Is.EqualTo(Study.Timing));
        Assert.That(MetadataStudy.Run(2018).Timing, Is.Not.EqualTo(Study.Timing));
    }
}
