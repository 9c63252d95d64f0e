using NUnit.Framework;

namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>The Triple Ratchet in integers, against what the specification gives on paper.</summary>
[TestFixture]
public class TripleModelTests
{
    private const Party A = Party.Alice;
    private const Party B = Party.Bob;

    [Test]
    public void NeedsFortyThreeRoundsOfADialogueForAnEpoch()
    {
        var dialogue = new TripleScript();
        for (int round = 1; round <= 150; round++)
            dialogue.Burst(A, 1).Burst(B, 1);
        TriplePlayback playback = TripleModel.Play(dialogue.Under(Limits.Libsignal));
        string[] fields = [.. playback.Messages.Select(message => message.Field.ToString())];
        string Of(Party from, int round) => fields[(2 * (round - 1)) + (from == A ? 0 : 1)];
        Assert.Multiple(() =>
        {
            Assert.That(playback.Accepted, Is.All.True);
            Assert.That((Of(A, 1), Of(B, 1)), Is.EqualTo(("1/1 Hdr 0", "1/1 None")));
            Assert.That((Of(A, 3), Of(B, 3)), Is.EqualTo(("1/3 Hdr 2", "1/3 Ct1 0")));
            Assert.That((Of(A, 4), Of(B, 4)), Is.EqualTo(("1/4 Ek 0", "1/4 Ct1 1")));
            Assert.That((Of(A, 32), Of(B, 32)), Is.EqualTo(("1/32 Ek 28", "1/32 Ct1 29")));
            Assert.That((Of(A, 33), Of(B, 33)), Is.EqualTo(("1/33 EkCt1Ack 29", "1/33 None")));
            Assert.That((Of(A, 39), Of(B, 39)), Is.EqualTo(("1/39 EkCt1Ack 35", "1/39 Ct2 0")));
            Assert.That((Of(A, 43), Of(B, 43)), Is.EqualTo(("1/43 Ct1Ack", "1/43 Ct2 4")));
            Assert.That((Of(A, 44), Of(B, 44)), Is.EqualTo(("2/1 None", "2/1 Hdr 0")));
            Assert.That((Of(A, 47), Of(B, 47)), Is.EqualTo(("2/4 Ct1 0", "2/4 Ek 0")));
            Assert.That((Of(A, 76), Of(B, 76)), Is.EqualTo(("2/33 Ct1 29", "2/33 EkCt1Ack 29")));
            Assert.That((Of(A, 83), Of(B, 83)), Is.EqualTo(("2/40 Ct2 0", "2/40 Ct1Ack")));
            Assert.That((Of(A, 87), Of(B, 87)), Is.EqualTo(("2/44 Ct2 4", "3/1 None")));
            Assert.That((Of(A, 88), Of(B, 88)), Is.EqualTo(("3/1 Hdr 0", "3/2 None")));
            Assert.That((Of(A, 131), Of(B, 131)), Is.EqualTo(("4/1 None", "4/1 Hdr 0")));
            Assert.That(playback.Messages[^1].Field.Epoch, Is.EqualTo(4));
        });
    }

    [Test]
    public void KeepsOneEpochBeforeTheOneSentInAndDropsTheOthersOnlyOnSending()
    {
        SpqrChains before = Played(TripleFixtures.TwoEpochs().Under(Limits.Libsignal)).Held(B).Spqr.Chains;
        SpqrChains after = Played(TripleFixtures.TwoEpochs().Burst(B, 1).Under(Limits.Libsignal)).Held(B).Spqr.Chains;
        Assert.That(before.Kept.Select(epoch => epoch.Epoch), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(after.Kept.Select(epoch => epoch.Epoch), Is.EqualTo(new[] { 1, 2 }));
        Assert.That((before.SendEpoch, after.SendEpoch), Is.EqualTo((1, 2)));
    }

    [Test]
    public void RefusesAMessageOfADroppedEpochAndChangesNeitherRatchet()
    {
        TripleModel kept = Played(TripleFixtures.TwoEpochs().Under(Limits.Libsignal));
        Assert.That(kept.Deliver(0).Accepted, Is.True);
        TripleModel dropped = Played(TripleFixtures.TwoEpochs().Burst(B, 1).Under(Limits.Libsignal));
        (PartyState Ratchet, SpqrParty Spqr) untouched = dropped.Held(B);
        TripleDelivery late = dropped.Deliver(0);
        Assert.That((late.Ratchet, late.Spqr), Is.EqualTo((Reception.Accepted, SpqrReception.EpochOutOfRange)));
        Assert.That(dropped.Held(B).Ratchet, Is.SameAs(untouched.Ratchet));
        Assert.That(dropped.Held(B).Spqr, Is.SameAs(untouched.Spqr));
    }

    [Test]
    public void JumpsAsFarAsTheBoundFromTheNewestKeyAndNoFurther()
    {
        TripleModel model = Played(new TripleScript().Lost(A, 12).Under(Limits.Libsignal with { Spqr = new(MaxJump: 5, MaxOutOfOrder: 3) }));
        Assert.That(Receptions(model, 5, 4, 10, 9, 6, 5, 0), Is.EqualTo(new[]
        {
            SpqrReception.KeyJump, SpqrReception.Accepted, SpqrReception.KeyJump, SpqrReception.Accepted, SpqrReception.Accepted,
            SpqrReception.KeyTrimmed, SpqrReception.KeyTrimmed,
        }));
    }

    [Test]
    public void StoresTrimmedKeysUntilATenthMoreThanTheBoundAreStored()
    {
        // Bound 10: twelve stored keys are collected. Keys 1 to 9 are skipped, 12 and 13, and after one was used 15 and 16.
        TripleModel model = Played(new TripleScript().Lost(A, 20).Under(Limits.Libsignal with { Spqr = new(MaxJump: 100, MaxOutOfOrder: 10) }));
        Assert.That(Receptions(model, 9, 10, 13), Is.All.EqualTo(SpqrReception.Accepted));
        Assert.That(Stored(model), Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13 }));
        Assert.That(Receptions(model, 2, 3), Is.EqualTo(new[] { SpqrReception.KeyTrimmed, SpqrReception.Accepted }));
        Assert.That(Receptions(model, 16), Is.All.EqualTo(SpqrReception.Accepted));
        Assert.That(Stored(model), Is.EqualTo(new[] { 7, 8, 9, 12, 13, 15, 16 }));
    }

    [Test]
    public void CountsAChunkThatComesTwiceOnce()
    {
        Braid braid = Braid.Responder;
        foreach (int chunk in new[] { 4, 4, 1, 1 })
            braid = braid.AfterReceive(new(1, 1, FieldType.Hdr, chunk));
        Assert.That(braid.State, Is.EqualTo(BraidState.NoHeaderReceived));
        Assert.That(braid.AfterReceive(new(1, 1, FieldType.Hdr, 0)).State, Is.EqualTo(BraidState.HeaderReceived));
    }

    [Test]
    public void WaitsForTheAcknowledgementWhenTheKeyIsThereFirst()
    {
        Braid braid = new(1, BraidState.Ct1Sampled, 7, [.. Enumerable.Range(0, 35)]);
        Braid whole = braid.AfterReceive(new(1, 1, FieldType.Ek, 40));
        Assert.That(whole, Is.EqualTo(braid with { State = BraidState.EkReceivedCt1Sampled, Received = whole.Received }));
        Assert.That(whole.AfterReceive(new(1, 1, FieldType.Ek, 41)), Is.SameAs(whole));
        Assert.That(whole.AfterReceive(new(1, 1, FieldType.EkCt1Ack, 42)).State, Is.EqualTo(BraidState.Ct2Sampled));
        Assert.That(braid.AfterReceive(new(1, 1, FieldType.EkCt1Ack, 40)).State, Is.EqualTo(BraidState.Ct2Sampled));
        Assert.That(braid.AfterReceive(new(1, 1, FieldType.EkCt1Ack, 3)).State, Is.EqualTo(BraidState.Ct1Acknowledged));
    }

    private static TripleModel Played(Schedule schedule)
    {
        var model = new TripleModel(schedule.Limits);
        foreach (ScheduleEvent next in schedule.Events)
        {
            if (next is Send(var from))
                model.Send(from);
            else if (next is Deliver(var message))
                model.Deliver(message);
        }

        return model;
    }

    private static int[] Stored(TripleModel model) => [.. model.Held(B).Spqr.Chains.Kept[0].Receiving.Stored];

    private static SpqrReception[] Receptions(TripleModel model, params int[] messages) =>
        [.. messages.Select(message => model.Deliver(message).Spqr)];
}
