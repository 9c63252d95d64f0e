using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Spqr;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Whole devices under the Triple Ratchet, in conversations so long that the post-quantum ratchet passes several epochs.</summary>
[TestFixtureSource(nameof(Suites))]
internal sealed class TripleRatchetTests(Suite suite)
{
    private const ulong Enough = 4;

    private DeviceParty alice = null!;
    private DeviceParty bob = null!;

    private static IEnumerable<Suite> Suites => Suite.All.Select(suite => suite.Under(Profile.Triple));

    [SetUp]
    public void Open()
    {
        (alice, bob) = (new(suite, "alice"), new(suite, "bob"));
        alice.Starts(bob, bob.Publish());
        alice.RoundTrip(bob);
    }

    [Test]
    public void PassesEpochsWhileStatesAreSavedAndLoaded()
    {
        for (int round = 0; Epoch(alice) < Enough; round++)
        {
            Assert.That(round, Is.LessThan(250), "an epoch takes some fifty turns");
            alice.RoundTrip(bob);
            if (round % 10 == 3)
                alice.Reload(suite);
            if (round % 10 == 7)
                bob.Reload(suite);
        }
    }

    [Test]
    public void PassesEpochsInBurstsOfWhichAThirdIsLostAndTheRestLate()
    {
        Random random = PrintedSeed.NewRandom();
        DeviceParty[] parties = [alice, bob];
        for (int burst = 0; Epoch(alice) < Enough; burst++)
        {
            Assert.That(burst, Is.LessThan(60));
            var (from, to) = (parties[burst % 2], parties[(burst + 1) % 2]);
            var sent = Enumerable.Range(0, 40).Select(i => (Text: $"{burst}.{i}", Message: from.Send(to, $"{burst}.{i}"))).ToArray();
            var arriving = sent.Where(_ => random.Next(3) > 0).ToArray();
            random.Shuffle(arriving);
            foreach (var (text, message) in arriving)
                to.Opens(from, message, text);
        }
    }

    [Test]
    public void AMessageWithoutItsPostQuantumPartIsRefused()
    {
        CiphertextMessage message = alice.Send(bob, "text");
        SignalMessageParts parts = SignalMessageParts.Read(message.Bytes.ToArray());
        byte[] field = SignalMessageParts.Encode(SignalMessage.PostQuantumRatchet, SignalMessage.PostQuantumMessage(message.Bytes.Span).ToArray());
        Assert.That(parts.Further.AsSpan(0, field.Length).SequenceEqual(field), "right behind the ciphertext");
        var stripped = new CiphertextMessage(CiphertextType.Plain, (parts with { Further = parts.Further[field.Length..] }).ToArray());
        // The post-quantum ratchet says no before the MAC is looked at: once a peer has spoken version 1 there is no way back.
        bob.Refuses(alice, stripped, DecryptFailure.NoPostQuantumKey);
        bob.Opens(alice, message, "text");
    }

    [Test]
    public void ADamagedPostQuantumPartIsRefusedAndMovesNothing()
    {
        CiphertextMessage message = alice.Send(bob, "text");
        SignalMessageParts parts = SignalMessageParts.Read(message.Bytes.ToArray());
        for (int at = 0; at < SignalMessage.PostQuantumMessage(message.Bytes.Span).Length; at++)
        {
            byte[] further = [.. parts.Further];
            further[2 + at] ^= 1;
            bob.RefusesSomehow(alice, new(CiphertextType.Plain, (parts with { Further = further }).ToArray()), $"byte {at}");
        }
        bob.Opens(alice, message, "text");
    }

    [Test]
    public void EachRatchetNumbersByItself()
    {
        alice.RoundTrip(bob);
        CiphertextMessage first = alice.Send(bob, "text"), second = alice.Send(bob, "text");
        SpqrMessage[] sent = [PostQuantum(first), PostQuantum(second)];
        Assert.That(SignalMessageParts.Read(second.Bytes.ToArray()).Counter, Is.EqualTo(1));
        Assert.That(sent[0].Index, Is.GreaterThan(1));
        Assert.That(sent[1].Index, Is.EqualTo(sent[0].Index + 1));
    }

    private static ulong Epoch(DeviceParty party) => PostQuantum(party.Device).Braid!.Epoch;

    private static SpqrState PostQuantum(Device<RatchetFunctions> device) =>
        device.Snapshot().Sessions.Values.Single().Current!.Ratchet.PostQuantum!;

    private static SpqrMessage PostQuantum(CiphertextMessage message)
    {
        Assert.That(SpqrMessage.TryParse(SignalMessage.PostQuantumMessage(message.Bytes.Span), out SpqrMessage? parsed));
        return parsed!;
    }
}
