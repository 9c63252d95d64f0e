using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>The chains: which key is given out when, how long one is kept, and when it is gone.</summary>
public class SpqrChainTests
{
    private static readonly SpqrLimits Small = new(MaxJump: 30, MaxOutOfOrderKeys: 10);

    [Test]
    public void TheFirstKeyHasIndexOne()
    {
        using SpqrChains alice = Start(SpqrDirection.A2B);
        Assert.That(alice.Epochs[0].Sending.Counter, Is.Zero);
        Assert.That(alice.SendKey(0).Index, Is.EqualTo(1));
        Assert.That(alice.SendKey(0).Index, Is.EqualTo(2));
    }

    [Test]
    public void WhatOneSendsInTheOtherReceivesIn()
    {
        using SpqrChains alice = Start(SpqrDirection.A2B), bob = Start(SpqrDirection.B2A);
        Assert.That(Received(bob, 0, 1), Is.EqualTo(Sent(alice, 0)));
        Assert.That(Received(alice, 0, 1), Is.EqualTo(Sent(bob, 0)));
        Assert.That(
            Hex.Of(Start(SpqrDirection.A2B).SendKey(0).Key.Bytes), Is.EqualTo("9bcdfae095d09aa8ab367dd231d1d271fe580b555bcc6f64ff079d53d9a9db5d"));
    }

    [Test]
    public void AKeyIsGivenOutOnce()
    {
        using SpqrChains bob = Start(SpqrDirection.B2A);
        Refused(bob, 0, 0, SpqrFailure.KeyAlreadyRequested);
        _ = Received(bob, 0, 3);
        Refused(bob, 0, 3, SpqrFailure.KeyAlreadyRequested);
        _ = Received(bob, 0, 1);
        Refused(bob, 0, 1, SpqrFailure.KeyAlreadyRequested);
        Assert.That(bob.Epochs[0].Receiving.SkippedKeys.Keys, Is.EqualTo((uint[])[2]));
        Refused(bob, 0, 0, SpqrFailure.KeyAlreadyRequested);
    }

    [Test]
    public void SkippedKeysAreThoseOfTheChain()
    {
        using SpqrChains alice = Start(SpqrDirection.A2B), bob = Start(SpqrDirection.B2A);
        byte[][] sent = [.. Enumerable.Range(0, 9).Select(_ => Sent(alice, 0))];
        foreach (uint index in (uint[])[5, 2, 9, 1, 7, 3, 4, 8, 6])
            Assert.That(Received(bob, 0, index), Is.EqualTo(sent[index - 1]), $"{index}");
        Assert.That(bob.Epochs[0].Receiving.SkippedKeys, Is.Empty);
    }

    [Test]
    public void AJumpMayBeAsLongAsTheLimitAndNoLonger()
    {
        using SpqrChains bob = Start(SpqrDirection.B2A);
        Refused(bob, 0, 31, SpqrFailure.KeyJump);
        Refused(bob, 0, uint.MaxValue, SpqrFailure.KeyJump);
        _ = Received(bob, 0, 30);
        Refused(bob, 0, 61, SpqrFailure.KeyJump);
        _ = Received(bob, 0, 60);
    }

    [Test]
    public void TheLimitsAreSignals() => Assert.That(SpqrLimits.Signal, Is.EqualTo(new SpqrLimits(25_000, 2_000)));

    [Test]
    public void OnlyKeysNearTheEndOfAJumpAreStored()
    {
        using SpqrChains bob = Start(SpqrDirection.B2A);
        _ = Received(bob, 0, 25);
        Assert.That(bob.Epochs[0].Receiving.SkippedKeys.Keys, Is.EqualTo(Enumerable.Range(15, 10)));
        Refused(bob, 0, 14, SpqrFailure.KeyTrimmed);
        _ = Received(bob, 0, 15);
    }

    [Test]
    public void AJumpPastTheWindowDropsWhatWasStored()
    {
        using SpqrChains near = Start(SpqrDirection.B2A), far = Start(SpqrDirection.B2A);
        _ = Received(near, 0, 2);
        _ = Received(near, 0, 12);
        Assert.That(near.Epochs[0].Receiving.SkippedKeys.Keys, Is.EqualTo((int[])[1, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
        _ = Received(far, 0, 2);
        SpqrMessageKey first = far.Epochs[0].Receiving.SkippedKeys[1];
        _ = Received(far, 0, 13);
        Assert.That(far.Epochs[0].Receiving.SkippedKeys.Keys, Is.EqualTo(Enumerable.Range(3, 10)));
        Assert.That(() => first.Bytes.Length, Throws.InstanceOf<ObjectDisposedException>(), "wiped");
    }

    [Test]
    public void AKeyBehindTheWindowIsTooOldThoughItIsStillThere()
    {
        using SpqrChains bob = Start(SpqrDirection.B2A);
        _ = Received(bob, 0, 5);
        _ = Received(bob, 0, 12);
        Assert.That(bob.Epochs[0].Receiving.SkippedKeys.ContainsKey(1), Is.True, "a thief finds it");
        Refused(bob, 0, 1, SpqrFailure.KeyTrimmed);
        _ = Received(bob, 0, 2);
    }

    [Test]
    public void StoredKeysAreTidiedUpWhenTheyAreATenthTooMany()
    {
        using SpqrChains bob = Start(SpqrDirection.B2A);
        _ = Received(bob, 0, 10);
        _ = Received(bob, 0, 13);
        Assert.That(bob.Epochs[0].Receiving.SkippedKeys.Keys, Is.EqualTo((int[])[1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]), "one too many is allowed");
        _ = Received(bob, 0, 15);
        Assert.That(bob.Epochs[0].Receiving.SkippedKeys.Keys, Is.EqualTo((int[])[5, 6, 7, 8, 9, 11, 12, 14]), "the twelfth was one more");
    }

    [Test]
    public void StoredKeysNeverGrowBeyondATenthMore()
    {
        Random random = PrintedSeed.NewRandom();
        using SpqrChains bob = Start(SpqrDirection.B2A);
        for (int i = 0; i < 300; i++)
        {
            _ = Received(bob, 0, bob.Epochs[0].Receiving.Counter + (uint)random.Next(1, 5));
            Assert.That(bob.Epochs[0].Receiving.SkippedKeys, Has.Count.LessThanOrEqualTo(11));
        }
    }

    [Test]
    public void AnEpochThatHasNoChainsIsOutOfRange()
    {
        using SpqrChains bob = Start(SpqrDirection.B2A);
        Refused(bob, 1, 1, SpqrFailure.EpochOutOfRange);
        Refused(bob, ulong.MaxValue, 1, SpqrFailure.EpochOutOfRange);
    }

    [Test]
    public void IndexZeroOfALaterEpochIsNoKey()
    {
        using SpqrChains bob = Start(SpqrDirection.B2A);
        Add(bob, 1);
        Refused(bob, 1, 0, SpqrFailure.KeyAlreadyRequested);
        _ = Received(bob, 1, 12);
        Refused(bob, 1, 0, SpqrFailure.KeyTrimmed);
    }

    [Test]
    public void OneEpochBeforeTheOneSentInIsKeptAndItsSendingChainIsClosed()
    {
        using SpqrChains alice = Start(SpqrDirection.A2B);
        for (ulong epoch = 1; epoch <= 3; epoch++)
            Add(alice, epoch);
        SpqrEpoch first = alice.Epochs[0], third = alice.Epochs[2];
        SpqrChainKey[] gone = [first.Receiving.Key!, first.Sending.Key!, third.Sending.Key!];
        Assert.That(alice.Epochs.Keys, Is.EqualTo((int[])[0, 1, 2, 3]), "sent in epoch 0 alone");
        Assert.That(alice.SendKey(3).Index, Is.EqualTo(1));
        Assert.That(alice.Epochs.Keys, Is.EqualTo((int[])[2, 3]));
        Assert.That((alice.SendEpoch, alice.CurrentEpoch), Is.EqualTo((3, 3)));
        Assert.That(third.Sending.Key, Is.Null);
        Assert.That(third.Receiving.Key, Is.Not.Null);
        Assert.That(alice.Epochs[3].Sending.Key, Is.Not.Null);
        foreach (SpqrChainKey key in gone)
            Assert.That(() => key.Bytes.Length, Throws.InstanceOf<ObjectDisposedException>(), "wiped");
        _ = Received(alice, 2, 4);
        Refused(alice, 1, 1, SpqrFailure.EpochOutOfRange);
    }

    [Test]
    public void SendingInAnEarlierEpochAgainIsAMistakeOfTheProgram()
    {
        using SpqrChains alice = Start(SpqrDirection.A2B);
        Add(alice, 1);
        Assert.That(() => alice.SendKey(2), Throws.InvalidOperationException);
        _ = alice.SendKey(1);
        Assert.That(() => alice.SendKey(0), Throws.InvalidOperationException);
        Assert.That(alice.SendKey(1).Index, Is.EqualTo(2));
    }

    [Test]
    public void AnEpochOutOfOrderIsAMistakeOfTheProgram([Values(0ul, 2ul)] ulong epoch)
    {
        using SpqrChains alice = Start(SpqrDirection.A2B);
        string root = Hex.Of(alice.NextRoot.Bytes);
        Assert.That(() => Add(alice, epoch), Throws.InvalidOperationException);
        Assert.That(Hex.Of(alice.NextRoot.Bytes), Is.EqualTo(root));
        Assert.That(alice.Epochs.Keys, Is.EqualTo((int[])[0]));
    }

    [Test]
    public void TheLastIndexOfAllCanBeReceivedWhereNoJumpIsTooLong()
    {
        var chain = new SpqrChain(new(Hex.Repeat(1, 32)), uint.MaxValue - 2);
        Assert.That(chain.Locate(uint.MaxValue, Small with { MaxJump = uint.MaxValue }, out PendingKey? pending), Is.EqualTo(SpqrFailure.None));
        chain.Apply(pending!, Small);
        Assert.That(chain.SkippedKeys.Keys, Is.EqualTo((uint[])[uint.MaxValue - 1]));
        Assert.That(() => chain.Step(), Throws.InstanceOf<OverflowException>());
    }

    private static SpqrChains Start(SpqrDirection direction) => SpqrChains.Start(new(SpqrPair.AuthKeyBytes), direction);

    private static void Add(SpqrChains chains, ulong epoch) => chains.AddEpoch(epoch, new(Hex.Repeat((byte)epoch, Secret.Size)));

    private static byte[] Sent(SpqrChains chains, ulong epoch) => chains.SendKey(epoch).Key.Bytes.ToArray();

    private static byte[] Received(SpqrChains chains, ulong epoch, uint index)
    {
        Assert.That(chains.ReceiveKey(epoch, index, Small, out PendingKey? pending), Is.EqualTo(SpqrFailure.None), $"{epoch}/{index}");
        pending!.Chain.Apply(pending, Small);
        return pending.Key.Bytes.ToArray();
    }

    private static void Refused(SpqrChains chains, ulong epoch, uint index, SpqrFailure failure)
    {
        Assert.That(chains.ReceiveKey(epoch, index, Small, out PendingKey? pending), Is.EqualTo(failure), $"{epoch}/{index}");
        Assert.That(pending, Is.Null);
    }
}
