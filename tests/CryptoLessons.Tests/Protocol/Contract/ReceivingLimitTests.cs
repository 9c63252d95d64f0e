using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>How far ahead, how many behind, and how many chains: each limit holds exactly.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.All))]
internal sealed class ReceivingLimitTests(Suite suite)
{
    private static readonly RatchetLimits Small = new(ForwardJump: 7, SkippedSeeds: 3, ReceivingChains: 2);

    [Test]
    public void ByDefaultTheLimitsAreSignals()
    {
        var pair = new RatchetPair(suite);
        var bob = DoubleRatchet.Resume(pair.Bob.Functions, pair.Bob.Ratchet.Snapshot());
        pair.Alice.SendIntoTheVoid(25_001);
        Assert.That(bob.Decrypt(pair.Alice.Send("too far"), pair.Bob.ReceivingAd, out _), Is.EqualTo(DecryptFailure.TooFarAhead));
        Assert.That(RatchetLimits.Signal, Is.EqualTo(new RatchetLimits(ForwardJump: 25_000, SkippedSeeds: 2_000, ReceivingChains: 5)));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    public void AJumpOf25000IsTakenAndOneOf25001IsNot(int alreadyThere)
    {
        var pair = new RatchetPair(suite);
        pair.Turn();
        for (int i = 0; i < alreadyThere; i++)
            pair.Bob.Opens(pair.Alice.Send("there"), "there");
        pair.Alice.SendIntoTheVoid(25_000);
        byte[] far = pair.Alice.Send("just near enough"), tooFar = pair.Alice.Send("one more");
        pair.Bob.Refuses(tooFar, DecryptFailure.TooFarAhead);
        pair.Bob.Opens(far, "just near enough");
        pair.Bob.Opens(tooFar, "one more");
    }

    [Test]
    public void TheNewest2000SkippedSeedsAreKeptAndTheEarliestAreLost()
    {
        const int Lost = 5;
        var pair = new RatchetPair(suite);
        byte[][] skipped = [.. Enumerable.Range(0, 2_000 + Lost).Select(i => pair.Alice.Send($"{i}"))];
        pair.Bob.Opens(pair.Alice.Send("ahead"), "ahead");
        for (int i = 0; i < Lost; i++)
            pair.Bob.Refuses(skipped[i], DecryptFailure.Duplicate);
        for (int i = Lost; i < skipped.Length; i++)
            pair.Bob.Opens(skipped[i], $"{i}");
    }

    [Test]
    public void SeedsOfSeveralGapsCountTogether()
    {
        var pair = new RatchetPair(suite, Small);
        byte[] s0 = pair.Alice.Send("s0"), s1 = pair.Alice.Send("s1");
        pair.Bob.Opens(pair.Alice.Send("a"), "a");
        byte[] s3 = pair.Alice.Send("s3"), s4 = pair.Alice.Send("s4");
        pair.Bob.Opens(pair.Alice.Send("b"), "b");
        pair.Bob.Refuses(s0, DecryptFailure.Duplicate);
        pair.Bob.Opens(s1, "s1");
        pair.Bob.Opens(s4, "s4");
        pair.Bob.Opens(s3, "s3");
    }

    [Test]
    public void EachChainHasItsOwnSkippedSeeds()
    {
        var pair = new RatchetPair(suite, Small);
        byte[][] first = [.. Enumerable.Range(0, 3).Select(i => pair.Alice.Send($"first {i}"))];
        pair.Turn();
        byte[][] second = [.. Enumerable.Range(0, 3).Select(i => pair.Alice.Send($"second {i}"))];
        pair.Bob.Opens(pair.Alice.Send("ahead"), "ahead");
        for (int i = 0; i < 3; i++)
        {
            pair.Bob.Opens(second[i], $"second {i}");
            pair.Bob.Opens(first[i], $"first {i}");
        }
    }

    [Test]
    public void ASmallJumpLimitHoldsInANewChainAndInAKnownOne()
    {
        var pair = new RatchetPair(suite, Small);
        for (int round = 0; round < 3; round++)
        {
            pair.Alice.SendIntoTheVoid(Small.ForwardJump);
            byte[] far = pair.Alice.Send("far"), tooFar = pair.Alice.Send("too far");
            pair.Bob.Refuses(tooFar, DecryptFailure.TooFarAhead);
            pair.Bob.Opens(far, "far");
            pair.Bob.Opens(tooFar, "too far");
        }
    }

    [Test]
    public void OldLossesDoNotAddUpToARefusal()
    {
        var pair = new RatchetPair(suite, Small);
        for (int i = 0; i < 50; i++)
        {
            pair.Alice.SendIntoTheVoid(Small.ForwardJump);
            pair.Bob.Opens(pair.Alice.Send("arrives"), "arrives");
        }
        Assert.That(pair.Bob.Ratchet.Snapshot().ReceivingChains[^1].SkippedSeeds.Keys, Is.EqualTo(new[] { 396u, 397u, 398u }));
    }

    [TestCase(5)]
    [TestCase(2)]
    [TestCase(1)]
    public void TheNewestChainsAreKeptAndTheNextOldestIsLost(int kept)
    {
        var pair = new RatchetPair(suite, RatchetLimits.Signal with { ReceivingChains = kept });
        byte[] kept0 = pair.Alice.Send("in time"), kept1 = pair.Alice.Send("just in time"), late = pair.Alice.Send("too late");
        pair.Turn();
        pair.Bob.Opens(kept0, "in time");
        pair.Turns(kept - 1);
        pair.Bob.Opens(kept1, "just in time");
        Assert.That(pair.Bob.Ratchet.Snapshot().ReceivingChains, Has.Count.EqualTo(kept));
        pair.Turn();
        pair.Bob.Refuses(late, DecryptFailure.NotAuthentic);
        pair.Turns(2);
    }

    [Test]
    public void TheInitiatorsChainForTheSignedPreKeyIsOneOfTheFive()
    {
        var pair = new RatchetPair(suite);
        byte[] early = pair.Bob.Send("in time"), late = pair.Bob.Send("too late");
        pair.Turns(4);
        pair.Alice.Opens(early, "in time");
        pair.Turn();
        pair.Alice.Refuses(late, DecryptFailure.NotAuthentic);
    }

    [Test]
    public void ANumberPastThePreviousCounterOpensWhileTheChainIsKept()
    {
        var pair = new RatchetPair(suite);
        pair.Turn();
        pair.Bob.Opens(pair.Alice.Send("last of its chain"), "last of its chain");
        // Only a thief of Alice's state can go on in a chain that she has left.
        DoubleRatchet<RatchetFunctions> thief = DoubleRatchet.Resume(pair.Alice.Functions, pair.Alice.Ratchet.Snapshot());
        pair.Alice.Opens(pair.Bob.Send("answer"), "answer");
        pair.Turn();
        pair.Bob.Opens(thief.Encrypt("forged"u8, pair.Alice.SendingAd), "forged");
        byte[] late = thief.Encrypt("forged"u8, pair.Alice.SendingAd);
        pair.Turns(5);
        pair.Bob.Refuses(late, DecryptFailure.NotAuthentic);
    }

    [Test]
    public void TheLastIndexOfAllIsNeitherSentNorReceived()
    {
        var pair = new RatchetPair(suite);
        pair.Turn();
        pair.Bob.Opens(pair.Alice.Send("opens the chain"), "opens the chain");
        RatchetState sender = pair.Alice.Ratchet.Snapshot(), receiver = pair.Bob.Ratchet.Snapshot();
        ReceivingChain last = receiver.ReceivingChains[^1];
        DoubleRatchet<RatchetFunctions> alice = DoubleRatchet.Resume(pair.Alice.Functions, new RatchetState(
            sender.RatchetKeyPair, sender.RootKey, sender.SendingChainKey, uint.MaxValue - 1, 0, sender.ReceivingChains));
        DoubleRatchet<RatchetFunctions> bob = DoubleRatchet.Resume(pair.Bob.Functions, new RatchetState(
            receiver.RatchetKeyPair, receiver.RootKey, receiver.SendingChainKey, 0, 0, [new(last.RatchetKey, last.ChainKey, uint.MaxValue - 1)]));
        byte[] message = alice.Encrypt("the last"u8, pair.Alice.SendingAd);
        byte[] before = alice.Snapshot().Save();
        Assert.That(() => alice.Encrypt("one more"u8, pair.Alice.SendingAd), Throws.TypeOf<OverflowException>());
        Assert.That(alice.Snapshot().Save(), Is.EqualTo(before));
        byte[] oneMore = (SignalMessageParts.Read(message) with { Counter = uint.MaxValue }).ToArray();
        Assert.That(bob.Decrypt(oneMore, pair.Bob.ReceivingAd, out _), Is.EqualTo(DecryptFailure.TooFarAhead));
        Assert.That(bob.Decrypt(message, pair.Bob.ReceivingAd, out byte[] plaintext), Is.EqualTo(DecryptFailure.None));
        Assert.That(plaintext, Is.EqualTo("the last"u8.ToArray()));
        Assert.That(bob.Decrypt(oneMore, pair.Bob.ReceivingAd, out _), Is.EqualTo(DecryptFailure.TooFarAhead));
    }
}
