using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A key opens one message once.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.All))]
internal sealed class ReplayTests(Suite suite)
{
    private RatchetPair pair = null!;

    private RatchetParty Alice => pair.Alice;

    private RatchetParty Bob => pair.Bob;

    [SetUp]
    public void Agree()
    {
        pair = new(suite);
        pair.Turn();
    }

    [Test]
    public void AReplayIsADuplicate()
    {
        byte[] message = Alice.Send("once");
        Bob.Opens(message, "once");
        Bob.Refuses(message, DecryptFailure.Duplicate);
        Bob.Opens(Alice.Send("next"), "next");
        Bob.Refuses(message, DecryptFailure.Duplicate);
    }

    [Test]
    public void AReplayFromAnOlderChainIsADuplicate()
    {
        byte[] message = Alice.Send("once");
        Bob.Opens(message, "once");
        Alice.Opens(Bob.Send("answer"), "answer");
        pair.Turns(3);
        Bob.Refuses(message, DecryptFailure.Duplicate);
    }

    [Test]
    public void ASkippedMessageOpensOnceAndIsThenADuplicate()
    {
        byte[] skipped = Alice.Send("skipped");
        Bob.Opens(Alice.Send("ahead"), "ahead");
        Bob.Opens(skipped, "skipped");
        Bob.Refuses(skipped, DecryptFailure.Duplicate);
    }

    [Test]
    public void AUsedKeyLeavesTheState()
    {
        byte[] skipped = Alice.Send("skipped");
        Bob.Opens(Alice.Send("ahead"), "ahead");
        Assert.That(Bob.Ratchet.Snapshot().ReceivingChains[^1].SkippedSeeds.Keys, Is.EqualTo(new[] { 0u }));
        Bob.Opens(skipped, "skipped");
        Assert.That(Bob.Ratchet.Snapshot().ReceivingChains[^1].SkippedSeeds, Is.Empty);
    }

    [Test]
    public void AForgeryInAUsedSlotIsADuplicateToo()
    {
        byte[] message = Alice.Send("once");
        Bob.Opens(message, "once");
        message[^1] ^= 1;
        Bob.Refuses(message, DecryptFailure.Duplicate);
    }

    [Test]
    public void AForgeryDoesNotUseUpASkippedSlot()
    {
        byte[] skipped = Alice.Send("skipped");
        Bob.Opens(Alice.Send("ahead"), "ahead");
        byte[] forged = [.. skipped];
        forged[^1] ^= 1;
        Bob.Refuses(forged, DecryptFailure.NotAuthentic);
        Bob.Opens(skipped, "skipped");
    }

    [Test]
    public void OnesOwnMessageThrownBackIsRefused() => Alice.Refuses(Alice.Send("mirrored"), DecryptFailure.NotAuthentic);
}
