using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>In which session a plain message is tried, and what is said when it fits none.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class SessionSearchTests(Suite suite)
{
    private const int Archived = 5;

    private DeviceParty alice = null!;
    private DeviceParty bob = null!;
    private Counting counting = null!;
    private CiphertextMessage[] used = null!;

    /// <summary>Six sessions, each with a message of Alice's that Bob has opened, oldest first.</summary>
    [SetUp]
    public void Begin()
    {
        var counted = new Suite("counted", (signal, other) => counting = new(suite.Variant(signal, other))).Under(suite.Profile);
        (alice, bob) = (new(suite, "alice"), new(counted, "bob"));
        used = new CiphertextMessage[Archived + 1];
        for (int i = 0; i <= Archived; i++)
        {
            alice.Starts(bob, bob.Publish());
            alice.RoundTrip(bob);
            used[i] = alice.Send(bob, "used");
            bob.Opens(alice, used[i], "used");
        }
    }

    [Test]
    public void ADuplicateInAnySessionIsADuplicate()
    {
        foreach (CiphertextMessage message in used)
            bob.Refuses(alice, message, DecryptFailure.Duplicate);
    }

    [Test]
    public void ADuplicateEndsTheSearch()
    {
        for (int i = 0; i <= Archived; i++)
        {
            int before = counting.Agreements;
            bob.Refuses(alice, used[i], DecryptFailure.Duplicate);
            // The session that knows the chain needs no agreement; each that was tried before it makes one.
            Assert.That(counting.Agreements - before, Is.EqualTo(Archived - i));
        }
    }

    [Test]
    public void AMessageThatFitsNoneChangesNothing()
    {
        var stranger = new RatchetPair(suite, seed: 2);
        stranger.Turn();
        int before = counting.Agreements;
        bob.Refuses(alice, new(CiphertextType.Plain, stranger.Alice.Send("lost its way")), suite.OfAnotherSession);
        Assert.That(counting.Agreements - before, Is.EqualTo(Archived + 1), "every session is tried");
        foreach (CiphertextMessage message in used)
        {
            byte[] forged = message.Bytes.ToArray();
            forged[SignalMessageParts.RatchetKeyOffset] ^= 1;
            bob.Refuses(alice, new(CiphertextType.Plain, forged), suite.OfAnotherSession);
        }
        alice.RoundTrip(bob);
    }

    [Test]
    public void TheFirstFailureIsReported()
    {
        // In the oldest session it is within the limit by one and not authentic; the current one, tried first, has a chain that begins at 0.
        const uint Ahead = 25_001;
        SignalMessageParts parts = SignalMessageParts.Read(used[0].Bytes.ToArray());
        Assert.That(parts.Counter, Is.Zero);
        bob.Refuses(alice, new(CiphertextType.Plain, (parts with { Counter = Ahead }).ToArray()), DecryptFailure.TooFarAhead);
        SignalMessageParts newest = SignalMessageParts.Read(used[^1].Bytes.ToArray());
        bob.Refuses(alice, new(CiphertextType.Plain, (newest with { Counter = Ahead }).ToArray()), suite.OfAnotherSession);
    }

    [Test]
    public void WhatIsNoMessageIsMalformed() => bob.Refuses(alice, new(CiphertextType.Plain, new[] { suite.Version }), DecryptFailure.Malformed);

    [Test]
    public void SessionsOfAnotherPeerAreNotTried()
    {
        int before = counting.Agreements;
        bob.Refuses(new DeviceParty(suite, "carol"), alice.Send(bob, "for Bob"), DecryptFailure.NoSession);
        Assert.That(counting.Agreements, Is.EqualTo(before));
    }

    private sealed class Counting(RatchetFunctions inner) : DelegatingRatchetFunctions(inner)
    {
        public int Agreements { get; private set; }

        public override SharedSecret? Dh(CryptoLessons.Protocol.Curve25519.DhKeyPair own, CryptoLessons.Protocol.Curve25519.DhPublicKey their)
        {
            Agreements++;
            return base.Dh(own, their);
        }
    }
}
