using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>A step of receiving: computed, tried, and then applied or dropped; and what is wiped in either case.</summary>
public class SpqrReceivingTests
{
    [Test]
    public void ADroppedStepChangesNothingAndCanBeComputedAgain()
    {
        var pair = new SpqrPair();
        for (int i = 0; i < 120; i++)
        {
            var (from, to) = i % 2 == 0 ? (pair.Alice, pair.Bob) : (pair.Bob, pair.Alice);
            SentMessage sent = SpqrPair.Send(from);
            byte[] before = SpqrPair.Saved(to);
            Assert.That(to.Receive(sent.Bytes, out PendingSpqr? dropped), Is.EqualTo(SpqrFailure.None));
            Assert.That(SpqrPair.Saved(to), Is.EqualTo(before), "receiving is no step");
            dropped!.Dispose();
            Assert.That(SpqrPair.Saved(to), Is.EqualTo(before), "nor is dropping");
            SpqrPair.Accept(to, sent);
        }
    }

    [Test]
    public void AReplayIsRefused()
    {
        var pair = new SpqrPair();
        SentMessage sent = SpqrPair.Send(pair.Alice);
        SpqrPair.Accept(pair.Bob, sent);
        SpqrPair.Refuse(pair.Bob, sent.Bytes, SpqrFailure.KeyAlreadyRequested);
    }

    [Test]
    public void AMessageOfTheEpochBeforeStillHasItsKeyThoughTheBraidIgnoresIt()
    {
        var pair = new SpqrPair();
        pair.TalkUntil(pair.Alice, braid => braid is KeysSampled or HeaderSent);
        SentMessage late = SpqrPair.Send(pair.Alice);
        pair.TalkUntil(pair.Alice, braid => braid.Epoch == late.Parsed.Epoch + 1);
        BraidState braid = SpqrPair.Of(pair.Bob, state => state.Braid!);
        SpqrPair.Accept(pair.Bob, late);
        Assert.That(SpqrPair.Of(pair.Bob, state => (state.Braid!.GetType(), state.Braid.Epoch)), Is.EqualTo((braid.GetType(), braid.Epoch)));
    }

    [Test]
    public void AMessageWhoseEpochIsGoneHasNoKeyAnyMore()
    {
        var pair = new SpqrPair();
        SentMessage late = SpqrPair.Send(pair.Alice);
        pair.TalkUntil(pair.Bob, braid => braid.Epoch == 4);
        SpqrPair.Refuse(pair.Bob, late.Bytes, SpqrFailure.EpochOutOfRange);
    }

    [Test]
    public void LimitsAreThoseThatWereGiven()
    {
        var pair = new SpqrPair(new SpqrLimits(MaxJump: 5, MaxOutOfOrderKeys: 3));
        SentMessage[] sent = [.. Enumerable.Range(0, 6).Select(_ => SpqrPair.Send(pair.Alice))];
        SpqrPair.Refuse(pair.Bob, sent[5].Bytes, SpqrFailure.KeyJump);
        SpqrPair.Accept(pair.Bob, sent[4]);
        SpqrPair.Refuse(pair.Bob, sent[0].Bytes, SpqrFailure.KeyTrimmed);
        SpqrPair.Accept(pair.Bob, sent[1]);
    }

    [Test]
    public void AStepOfAnotherMomentIsTheCallersMistake()
    {
        var pair = new SpqrPair();
        SentMessage sent = SpqrPair.Send(pair.Alice);
        _ = pair.Bob.Receive(sent.Bytes, out PendingSpqr? first);
        _ = pair.Bob.Receive(sent.Bytes, out PendingSpqr? second);
        pair.Bob.Commit(first!);
        byte[] before = SpqrPair.Saved(pair.Bob);
        Assert.That(() => pair.Bob.Commit(second!), Throws.ArgumentException);
        Assert.That(() => pair.Bob.Commit(first!), Throws.ArgumentException);
        Assert.That(() => pair.Alice.Commit(second!), Throws.ArgumentException);
        second!.Dispose();
        first!.Dispose();
        Assert.That(SpqrPair.Saved(pair.Bob), Is.EqualTo(before));
        SpqrPair.Deliver(pair.Alice, pair.Bob);
    }

    [Test]
    public void WhatACommittedStepLeavesBehindIsWiped()
    {
        var (pair, message) = BeforeTheSecret();
        _ = pair.Alice.Receive(message, out PendingSpqr? pending);
        var before = (EkSentCt1Received)pending!.Before!;
        EpochSecret secret = pending.EpochSecret!;
        pair.Alice.Commit(pending);
        pending.Dispose();
        Secret[] gone = [before.Authenticator.RootKey, before.Authenticator.MacKey, secret, pending.Key!];
        Assert.That(gone.All(IsWiped), Is.True);
        Assert.That(() => before.KeyPair.Seed.Length, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(IsWiped(pending.Next!.Authenticator.RootKey), Is.False);
        pair.Talk(60);
    }

    [Test]
    public void WhatADroppedStepWouldHaveBroughtIsWiped()
    {
        var (pair, message) = BeforeTheSecret();
        _ = pair.Alice.Receive(message, out PendingSpqr? pending);
        pending!.Dispose();
        Secret[] gone = [pending.Next!.Authenticator.RootKey, pending.Next.Authenticator.MacKey, pending.EpochSecret!, pending.Key!];
        Assert.That(gone.All(IsWiped), Is.True);
        Assert.That(IsWiped(pending.Before!.Authenticator.RootKey), Is.False);
        Assert.That(((EkSentCt1Received)pending.Before).KeyPair.Seed.Length, Is.EqualTo(64));
        pair.Talk(60);
    }

    [Test]
    public void ARefusedStepWipesOnlyItsOwn()
    {
        var (pair, message) = BeforeTheSecret();
        SpqrMessage used = new SentMessage(message, null).Parsed.At(1);
        SpqrPair.Refuse(pair.Alice, used.Serialize(), SpqrFailure.KeyAlreadyRequested);
        _ = pair.Alice.Receive(message, out PendingSpqr? pending);
        pair.Alice.Commit(pending!);
        pair.Talk(60);
    }

    [Test]
    public void ASnapshotIsNotTouchedByWhatHappensLater()
    {
        var pair = new SpqrPair();
        foreach (int rounds in (int[])[0, 2, 20, 15, 10, 30])
        {
            pair.Talk(rounds);
            using SpqrState snapshot = pair.Alice.Snapshot();
            byte[] saved = snapshot.Save();
            pair.Talk(90);
            Assert.That(snapshot.Save(), Is.EqualTo(saved));
        }
    }

    [Test]
    public void ADroppedSessionIsWiped()
    {
        var pair = new SpqrPair();
        pair.Talk(20);
        SpqrState state = pair.Alice.Snapshot();
        SpqrChain chain = state.Chains!.Epochs[0].Receiving;
        SpqrChainKey key = chain.Key!;
        state.Dispose();
        Assert.That(IsWiped(key) && IsWiped(state.Chains.NextRoot) && IsWiped(state.Braid!.Authenticator.RootKey), Is.True);
        pair.Alice.Wipe();
        Assert.That(SpqrPair.Saved(pair.Alice), Is.EqualTo(SpqrState.None.Save()));
    }

    [Test]
    public void ARandomSourceThatFailsLeavesEverythingAsItWas()
    {
        using SpqrState state = new SpqrPair().Alice.Snapshot();
        var ratchet = SparsePostQuantumRatchet.Resume(state, new BrokenRandom());
        byte[] before = SpqrPair.Saved(ratchet);
        Assert.That(() => ratchet.Send(), Throws.InvalidOperationException);
        Assert.That(SpqrPair.Saved(ratchet), Is.EqualTo(before));
    }

    /// <summary>Alice one chunk of ct2 before the end of epoch 1, and the message that brings it.</summary>
    private static (SpqrPair Pair, byte[] Message) BeforeTheSecret()
    {
        var pair = new SpqrPair();
        pair.TalkUntil(pair.Alice, braid => braid is EkSentCt1Received { Ciphertext2.Chunks.Count: 4 });
        SentMessage last = SpqrPair.Send(pair.Bob);
        Assert.That(last.Parsed.Type, Is.EqualTo(BraidMessageType.Ct2));
        return (pair, last.Bytes);
    }

    private static bool IsWiped(Secret secret)
    {
        try
        {
            return secret.Bytes.IsEmpty;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    private sealed class BrokenRandom : RandomSource
    {
        public override void Fill(Span<byte> destination) => throw new InvalidOperationException("no entropy");
    }
}
