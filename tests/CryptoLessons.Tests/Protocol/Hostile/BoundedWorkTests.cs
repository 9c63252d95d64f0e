using System.Diagnostics;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A message that nobody authenticated yet makes a receiver compute no more than the limits say.</summary>
[TestFixture]
internal sealed class BoundedWorkTests
{
    private sealed class CountingFunctions(RatchetFunctions inner) : DelegatingRatchetFunctions(inner)
    {
        public int ChainSteps { get; private set; }

        public override (ChainKey CK, MessageSeed Seed) KdfCk(ChainKey ck)
        {
            ChainSteps++;
            return base.KdfCk(ck);
        }
    }

    private RatchetPair pair = null!;
    private CountingFunctions functions = null!;

    [SetUp]
    public void Agree()
    {
        pair = new(Suite.Honest);
        pair.Turn();
        functions = new(new SignalFunctions(RandomSource.System));
    }

    private (DecryptFailure Failure, int Steps) Work(byte[] message, RatchetLimits limits)
    {
        DoubleRatchet<CountingFunctions> bob = DoubleRatchet.Resume(functions, pair.Bob.Ratchet.Snapshot(), limits);
        int before = functions.ChainSteps;
        return (bob.Decrypt(message, pair.Bob.ReceivingAd, out _), functions.ChainSteps - before);
    }

    [TestCase(25_000u, DecryptFailure.NotAuthentic, 25_001)]
    [TestCase(25_001u, DecryptFailure.TooFarAhead, 0)]
    [TestCase(uint.MaxValue, DecryptFailure.TooFarAhead, 0)]
    public void AForgedJumpCostsAtMostTheLimit(uint counter, DecryptFailure failure, int steps)
    {
        byte[] forged = (SignalMessageParts.Read(pair.Alice.Send("text")) with { Counter = counter }).ToArray();
        Assert.That(Work(forged, RatchetLimits.Signal), Is.EqualTo((failure, steps)));
    }

    [Test]
    public void AnyForgedMessageCostsAtMostTheLimit()
    {
        Random random = PrintedSeed.NewRandom();
        var limits = new RatchetLimits(ForwardJump: 50, SkippedSeeds: 10, ReceivingChains: 3);
        pair.Bob.Opens(pair.Alice.Send("opens the chain"), "opens the chain");
        byte[][] sent = [.. Enumerable.Range(0, 30).Select(_ => pair.Alice.Send("text"))];
        int most = 0;
        for (int i = 0; i < 2_000; i++)
        {
            byte[] message = sent[random.Next(sent.Length)];
            message = random.Next(2) == 0 ? random.Mutate(message, sent)
                : (SignalMessageParts.Read(message) with { Counter = (uint)random.NextInt64() >> random.Next(32), Mac = new byte[8] }).ToArray();
            most = Math.Max(most, Work(message, limits).Steps);
        }
        Assert.That(most, Is.InRange(20, limits.ForwardJump + 1));
    }

    [Test]
    public void AUsedOrLowOrderOneCostsNoChainStep()
    {
        byte[] used = pair.Alice.Send("once");
        pair.Bob.Opens(used, "once");
        Assert.That(Work(used, RatchetLimits.Signal), Is.EqualTo((DecryptFailure.Duplicate, 0)));
        byte[] lowOrder = (SignalMessageParts.Read(used) with { RatchetKey = [5, .. new byte[32]] }).ToArray();
        Assert.That(Work(lowOrder, RatchetLimits.Signal), Is.EqualTo((DecryptFailure.LowOrderKey, 0)));
    }

    [Test]
    public void ASkippedOneCostsNoChainStep()
    {
        byte[] skipped = pair.Alice.Send("skipped");
        pair.Bob.Opens(pair.Alice.Send("ahead"), "ahead");
        Assert.That(Work(skipped, RatchetLimits.Signal), Is.EqualTo((DecryptFailure.None, 0)));
    }

    [Test]
    public void WhatIsSkippedIsNotKeptBeyondItsLimit()
    {
        pair.Alice.SendIntoTheVoid(25_000);
        pair.Bob.Opens(pair.Alice.Send("far"), "far");
        ReceivingChain chain = pair.Bob.Ratchet.Snapshot().ReceivingChains[^1];
        Assert.That((chain.SkippedSeeds.Count, chain.SkippedSeeds.Keys.Min(), chain.SkippedSeeds.Keys.Max()), Is.EqualTo((2_000, 23_000u, 24_999u)));
    }

    [Test]
    public void AForgedJumpHoldsNoMoreSeedsThanWouldBeKept()
    {
        byte[] forged = (SignalMessageParts.Read(pair.Alice.Send("text")) with { Counter = 25_000 }).ToArray();
        Assert.That(functions.Parse(forged, out RatchetHeader header, out _), Is.EqualTo(DecryptFailure.None));
        Assert.That(pair.Bob.Ratchet.ReceiveKey(header, out PendingReceive? pending), Is.EqualTo(DecryptFailure.None));
        Assert.That(pending!.Skipped, Has.Count.EqualTo(2_000));
        pending.Dispose();
    }

    [Test]
    public void AMegabyteOfFieldsOrGroupsIsReadOnce()
    {
        byte[][] bodies =
        [
            Hex.Repeat(0x0B, 1 << 20), Hex.Repeat(0x08, 1 << 20), Hex.Repeat(0xFF, 1 << 20),
            [.. Enumerable.Repeat(new byte[] { 0x0B, 0x0C }, 1 << 19).SelectMany(group => group)],
        ];
        var clock = Stopwatch.StartNew();
        foreach (byte[] body in bodies)
        {
            Assert.That(Work([0x33, .. body, .. new byte[8]], RatchetLimits.Signal), Is.EqualTo((DecryptFailure.Malformed, 0)));
            Assert.That(PreKeySignalMessage.Parse((byte[])[0x33, .. body], out _), Is.EqualTo(DecryptFailure.Malformed));
        }
        // Generous by a factor of hundred: only work that grows faster than the message fails here.
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }
}
