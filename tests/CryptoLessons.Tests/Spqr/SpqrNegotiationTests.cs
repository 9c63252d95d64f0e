using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>Who has a post-quantum ratchet and who has not: which version is tolerated, and for how long.</summary>
public class SpqrNegotiationTests
{
    private static readonly byte[] Empty = [];

    [Test]
    public void KeysAreThereFromTheFirstMessageOnByDefault()
    {
        SentMessage first = SpqrPair.Send(new SpqrPair().Alice);
        Assert.That(first.Parsed.Index, Is.EqualTo(1));
        Assert.That(first.Key, Is.Not.Null);
    }

    [Test]
    public void WhoToleratesVersionZeroSendsWithoutAKeyUntilTheOtherAnswered()
    {
        var pair = new SpqrPair(aliceMinimum: SpqrVersion.V0);
        SentMessage first = SpqrPair.Send(pair.Alice), second = SpqrPair.Send(pair.Alice);
        Assert.That(Hex.Of(first.Bytes.AsSpan(0, 5)), Is.EqualTo("0101000100"));
        Assert.That((first.Key, second.Key, second.Parsed.Index), Is.EqualTo(((byte[]?)null, (byte[]?)null, 0u)));
        Assert.That(SpqrPair.Of(pair.Alice, state => state.Chains), Is.Null);
        SpqrPair.Accept(pair.Bob, second);
        SpqrPair.Accept(pair.Bob, first);
        SpqrPair.Deliver(pair.Bob, pair.Alice);
        SentMessage third = SpqrPair.Send(pair.Alice);
        Assert.That(third.Parsed.Index, Is.EqualTo(1));
        Assert.That(third.Key, Is.Not.Null);
        SpqrPair.Accept(pair.Bob, third);
    }

    [Test]
    public void ToleranceOnEitherSideHindersNothing([Values] SpqrVersion alice, [Values] SpqrVersion bob)
    {
        var pair = new SpqrPair(aliceMinimum: alice, bobMinimum: bob);
        pair.Talk(100);
        Assert.That(SpqrPair.Of(pair.Bob, state => state.Braid!.Epoch), Is.GreaterThanOrEqualTo(2));
    }

    [Test]
    public void WithoutAKeyNoChainIsTouched()
    {
        var pair = new SpqrPair(aliceMinimum: SpqrVersion.V0);
        SentMessage first = SpqrPair.Send(pair.Alice);
        for (int i = 0; i < 2; i++)
            SpqrPair.Accept(pair.Bob, first);
        Assert.That(SpqrPair.Of(pair.Bob, state => state.Chains!.Epochs[0].Receiving.Counter), Is.Zero);
    }

    [Test]
    public void AStrippedMessageIsRefusedBeforeAnythingElseCame()
    {
        var pair = new SpqrPair();
        SpqrPair.Refuse(pair.Bob, Empty, SpqrFailure.MinimumVersion);
        SpqrPair.Refuse(pair.Bob, [0], SpqrFailure.MinimumVersion);
        SpqrPair.Deliver(pair.Alice, pair.Bob);
    }

    [Test]
    public void AStrippedMessageIsRefusedOnceAWholeOneCame([Values] SpqrVersion minimum)
    {
        var pair = new SpqrPair(bobMinimum: minimum);
        SpqrPair.Deliver(pair.Alice, pair.Bob);
        SpqrPair.Refuse(pair.Bob, Empty, SpqrFailure.VersionMismatch);
        SpqrPair.Refuse(pair.Bob, [0, 1, 2], SpqrFailure.VersionMismatch);
        SpqrPair.Deliver(pair.Alice, pair.Bob);
    }

    [TestCase("")]
    [TestCase("00")]
    public void WhereVersionZeroIsToleratedAFirstMessageOfItEndsTheRatchet(string hex)
    {
        var pair = new SpqrPair(bobMinimum: SpqrVersion.V0);
        SpqrPair.Accept(pair.Bob, new(Hex.Bytes(hex), null));
        Assert.That(SpqrPair.Saved(pair.Bob), Is.EqualTo(SpqrState.None.Save()));
        Assert.That(SpqrPair.Send(pair.Bob).Bytes, Is.Empty);
        SpqrPair.Accept(pair.Bob, SpqrPair.Send(pair.Alice) with { Key = null });
        Assert.That(SpqrPair.Saved(pair.Bob), Is.EqualTo(SpqrState.None.Save()), "for life");
    }

    [Test]
    public void AnEndThatWasNotCommittedIsNone()
    {
        var pair = new SpqrPair(bobMinimum: SpqrVersion.V0);
        byte[] before = SpqrPair.Saved(pair.Bob);
        Assert.That(pair.Bob.Receive(Empty, out PendingSpqr? pending), Is.EqualTo(SpqrFailure.None));
        pending!.Dispose();
        Assert.That(SpqrPair.Saved(pair.Bob), Is.EqualTo(before));
        SpqrPair.Deliver(pair.Alice, pair.Bob);
    }

    [Test]
    public void ASessionWithoutARatchetHearsAndSaysNothing()
    {
        var random = new CountingRandom(new SeededRandom(1));
        SparsePostQuantumRatchet none = SparsePostQuantumRatchet.Resume(SpqrState.None, random);
        foreach (byte[] message in (byte[][])[Empty, SpqrPair.Send(new SpqrPair().Alice).Bytes, [1], [2, 3], [0]])
            SpqrPair.Accept(none, new(message, null));
        Assert.That(none.Send(), Is.EqualTo((Empty, (SpqrMessageKey?)null)));
        Assert.That(SpqrPair.Saved(none), Is.EqualTo(SpqrState.None.Save()));
        Assert.That(random.Drawn, Is.Zero);
    }

    [TestCase(2)]
    [TestCase(255)]
    public void OfAVersionStillToComeNothingIsLearnt(byte version)
    {
        var pair = new SpqrPair(bobMinimum: SpqrVersion.V0);
        byte[] before = SpqrPair.Saved(pair.Bob);
        SpqrPair.Accept(pair.Bob, new([version, 1, 1, 0], null));
        Assert.That(SpqrPair.Saved(pair.Bob), Is.EqualTo(before));
        SpqrPair.Deliver(pair.Alice, pair.Bob);
        SpqrPair.Accept(pair.Bob, new([version], null));
        SpqrPair.Deliver(pair.Alice, pair.Bob);
    }

    [Test]
    public void TheHandshakesKeyIsKeptUntilTheFirstMessageCameAndIsCommitted()
    {
        var pair = new SpqrPair();
        SentMessage sent = SpqrPair.Send(pair.Alice);
        Assert.That(pair.Bob.Receive(sent.Bytes, out PendingSpqr? pending), Is.EqualTo(SpqrFailure.None));
        pending!.Dispose();
        Assert.That(SpqrPair.Of(pair.Bob, state => state.Negotiation!.AuthKey.Bytes.ToArray()), Is.EqualTo(SpqrPair.AuthKeyBytes));
        SpqrPair.Accept(pair.Bob, sent);
        Assert.That(SpqrPair.Of(pair.Bob, state => state.Negotiation), Is.Null);
        Assert.That(SpqrPair.Of(pair.Alice, state => state.Negotiation), Is.Not.Null, "sending leaves it");
        SpqrPair.Deliver(pair.Bob, pair.Alice);
        Assert.That(SpqrPair.Of(pair.Alice, state => state.Negotiation), Is.Null);
    }

    [Test]
    public void IndexZeroOfALaterEpochIsRefused()
    {
        var pair = new SpqrPair();
        pair.TalkUntil(pair.Bob, braid => braid.Epoch == 2);
        SpqrPair.Refuse(pair.Alice, new SpqrMessage(2, 0, BraidMessageType.None).Serialize(), SpqrFailure.KeyAlreadyRequested);
    }

    [Test]
    public void WhoKnowsNoneOfTheHandshakeGetsOtherKeys()
    {
        var pair = new SpqrPair();
        var stranger = SparsePostQuantumRatchet.Start(new(Hex.Repeat(0x2A, 32)), SpqrDirection.B2A, new SeededRandom(1));
        SentMessage sent = SpqrPair.Send(pair.Alice);
        Assert.That(stranger.Receive(sent.Bytes, out PendingSpqr? pending), Is.EqualTo(SpqrFailure.None));
        Assert.That(pending!.Key!.Bytes.ToArray(), Is.Not.EqualTo(sent.Key));
    }
}
