using CryptoLessons.ExceptionalAccess;
using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.WithoutABackDoor;

/// <summary>A desk in the midst of a play: what it answers and hands over, and that nobody else is worse off for it.</summary>
[TestFixture]
internal sealed class OrderStudyTests
{
    private static readonly Lazy<OrderStudy> Study = new(() => OrderStudy.Run(StudiedMatrix.Result));

    [Test]
    public void OneOrderIsAnsweredAndEveryOtherIsRefusedForAReasonOfItsOwn()
    {
        OrderRefusal?[] expected =
        [
            null, OrderRefusal.AlreadyAnswered, OrderRefusal.NotSigned, OrderRefusal.NotSigned, OrderRefusal.WrongJurisdiction, OrderRefusal.Expired,
            OrderRefusal.NotYetValid, OrderRefusal.NothingHeld, OrderRefusal.NoSuchCustomer,
        ];
        Assert.That(Study.Value.Visit.Orders.Select(order => order.Refusal), Is.EqualTo(expected));
    }

    [Test]
    public void TheForgedEmergencyIsAnsweredByTheDeskThatBelievesAndByNoOther()
    {
        Assert.That(Study.Value.Visit.Believing.Select(request => request.Refusal), Is.EqualTo((OrderRefusal?[])[null, null]));
        Assert.That(Study.Value.Visit.Checking.Select(request => request.Refusal), Is.EqualTo((OrderRefusal?[])[null, OrderRefusal.NotSigned]));
    }

    [Test]
    public void TheLogOfTheDeskThatBelievesDoesNotTellThemApart()
    {
        Assert.That(Study.Value.Visit.BelievingLog.Distinct().Count(), Is.EqualTo(1));
        Assert.That(Study.Value.Visit.CheckingLog.Select(line => line.Refusal), Is.EqualTo((OrderRefusal?[])[null, OrderRefusal.NotSigned]));
    }

    [Test]
    public void WhatIsHandedOverIsWhatTheWireShowedOfTheTargetAndNoText()
    {
        Disclosure disclosure = Study.Value.Strict;
        string target = StudiedMatrix.Result.Request.Target;
        int at = StudiedMatrix.Result.Request.At;
        var seen = StudiedMatrix.Result.Designs[0].Transcript.Entries
            .Where(entry => entry.Message <= at && (entry.Envelope.From == target || entry.Envelope.To == target))
            .Select(entry => new DeliveryRecord(entry.Envelope.From, entry.Envelope.To, entry.Envelope.Time, entry.Envelope.Message.Bytes.Length));
        Assert.That(disclosure.Deliveries, Is.EqualTo(seen));
        Assert.That(disclosure.Queued.Select(envelope => envelope.Message.Bytes.ToArray()),
            Is.EqualTo(StudiedMatrix.Result.Designs[0].Transcript.InFlight.Select(entry => entry.Envelope.Message.Bytes.ToArray())));
        Assert.That((disclosure.Deliveries.Count, disclosure.Plaintexts.Count), Is.EqualTo((Study.Value.Sent, 0)));
    }

    [Test]
    public void AProviderThatReadsHandsOverEveryText() => Assert.That(
        Study.Value.Readable.Plaintexts.Select(message => message.Content.ToArray()),
        Is.EqualTo(StudiedMatrix.Result.Script.Conversation.Take(StudiedMatrix.Result.Request.At).Select(message => message.Plaintext.ToArray())));

    [Test]
    public void AnswersLeaveEverybodysFiguresAsTheyWere() => Assert.That(Study.Value.Disclosing, Is.EqualTo(new CellComparison(10, 10, true)));

    [Test]
    public void AWeakenedAppDoesNot()
    {
        foreach (WeakenedDesign weakened in Study.Value.Weakened)
        {
            Assert.That(weakened.Cells.Same, Is.LessThan(weakened.Cells.Of), weakened.Design);
            Assert.That(weakened.OthersExposed, Is.Positive, weakened.Design);
        }
        var (design, cells, exposed, others) = Study.Value.Weakened[^1];
        Assert.That((design, cells.SameBytes, exposed, others), Is.EqualTo(("notice", false, 7, 7)));
    }
}
