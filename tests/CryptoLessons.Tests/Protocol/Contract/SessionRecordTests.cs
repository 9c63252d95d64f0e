using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>A new session archives the old one, which goes on receiving; a message in it makes it the current one again.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class SessionRecordTests(Suite suite)
{
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;

    [SetUp]
    public void Begin()
    {
        (alice, bob) = (new(suite, "alice"), new(suite, "bob"));
        alice.Starts(bob, bob.Publish());
        alice.RoundTrip(bob);
    }

    private static DhPublicKey[] Archived(DeviceParty party, DeviceParty peer) => [.. party.RecordOf(peer).Previous.Select(state => state.BaseKey)];

    private void AssertBothSendIn(DhPublicKey? baseKey) =>
        Assert.That((alice.CurrentWith(bob), bob.CurrentWith(alice)), Is.EqualTo((baseKey, baseKey)));

    [Test]
    public void ANewBundleArchivesTheOldSession()
    {
        DhPublicKey? first = alice.CurrentWith(bob);
        alice.Starts(bob, bob.Publish());
        DhPublicKey? second = alice.CurrentWith(bob);
        Assert.That(second, Is.Not.EqualTo(first));
        Assert.That(Archived(alice, bob), Is.EqualTo(new[] { first }));
        Assert.That(bob.CurrentWith(alice), Is.EqualTo(first), "nothing has come yet");
        alice.RoundTrip(bob);
        AssertBothSendIn(second);
        Assert.That(Archived(bob, alice), Is.EqualTo(new[] { first }));
    }

    [Test]
    public void ArchivedSessionsStandNewestFirst()
    {
        List<DhPublicKey?> opened = [alice.CurrentWith(bob)];
        for (int i = 0; i < 3; i++)
        {
            alice.Starts(bob, bob.Publish());
            alice.RoundTrip(bob);
            opened.Insert(0, alice.CurrentWith(bob));
        }
        Assert.That(Archived(alice, bob), Is.EqualTo(opened[1..]));
        Assert.That(Archived(bob, alice), Is.EqualTo(opened[1..]));
    }

    [Test]
    public void ALateMessageInAnArchivedSessionOpensAndPromotesIt()
    {
        DhPublicKey? first = alice.CurrentWith(bob);
        CiphertextMessage late = alice.Send(bob, "late"), later = alice.Send(bob, "later");
        alice.Starts(bob, bob.Publish());
        alice.RoundTrip(bob);
        DhPublicKey? second = alice.CurrentWith(bob);
        bob.Opens(alice, late, "late");
        Assert.That(bob.CurrentWith(alice), Is.EqualTo(first));
        Assert.That(Archived(bob, alice), Is.EqualTo(new[] { second }));
        bob.Opens(alice, later, "later");
        Assert.That(Archived(bob, alice), Is.EqualTo(new[] { second }), "a session is kept once");
    }

    [Test]
    public void AfterAPromotionBothSendInTheSameSession()
    {
        DhPublicKey? first = alice.CurrentWith(bob);
        CiphertextMessage late = alice.Send(bob, "late");
        alice.Starts(bob, bob.Publish());
        alice.RoundTrip(bob);
        bob.Opens(alice, late, "late");
        bob.RoundTrip(alice);
        AssertBothSendIn(first);
        alice.RoundTrip(bob);
        AssertBothSendIn(first);
    }

    [Test]
    public void ALateMessageOpensFromTheOldestOfFive()
    {
        List<(CiphertextMessage ToBob, CiphertextMessage ToAlice)> late = [];
        for (int i = 0; i < 5; i++)
        {
            late.Add((alice.Send(bob, $"to Bob {i}"), bob.Send(alice, $"to Alice {i}")));
            alice.Starts(bob, bob.Publish());
            alice.RoundTrip(bob);
        }
        foreach (int i in new[] { 0, 4, 2, 1, 3 })
        {
            bob.Opens(alice, late[i].ToBob, $"to Bob {i}");
            alice.Opens(bob, late[i].ToAlice, $"to Alice {i}");
            Assert.That(alice.CurrentWith(bob), Is.EqualTo(bob.CurrentWith(alice)));
            Assert.That((alice.RecordOf(bob).Previous.Count, bob.RecordOf(alice).Previous.Count), Is.EqualTo((5, 5)));
        }
    }

    [Test]
    public void FortyArchivedSessionsAreKeptAndTheOldestFallsOut()
    {
        List<CiphertextMessage> toBob = [], toAlice = [];
        for (int i = 0; i < 41; i++)
        {
            toBob.Add(alice.Send(bob, $"to Bob {i}"));
            toAlice.Add(bob.Send(alice, $"to Alice {i}"));
            alice.Starts(bob, bob.Publish());
            alice.RoundTrip(bob);
            Assert.That(bob.RecordOf(alice).Previous, Has.Count.EqualTo(Math.Min(i + 1, 40)));
        }
        bob.Refuses(alice, toBob[0], DecryptFailure.NotAuthentic);
        alice.Refuses(bob, toAlice[0], DecryptFailure.NotAuthentic);
        bob.Opens(alice, toBob[1], "to Bob 1");
        alice.Opens(bob, toAlice[1], "to Alice 1");
        bob.Opens(alice, toBob[2], "to Bob 2");
        Assert.That((alice.RecordOf(bob).Previous.Count, bob.RecordOf(alice).Previous.Count), Is.EqualTo((40, 40)), "a promotion drops none");
        alice.RoundTrip(bob);
    }

    [Test]
    public void APreKeyMessageOfASessionThatFellOutIsRefused()
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage first = alice.Send(bob, "first"), late = alice.Send(bob, "late");
        bob.Opens(alice, first, "first");
        for (int i = 0; i < 41; i++)
        {
            alice.Starts(bob, bob.Publish());
            bob.Opens(alice, alice.Send(bob, "text"), "text");
        }
        bob.Refuses(alice, first, DecryptFailure.NoPreKey);
        bob.Refuses(alice, late, DecryptFailure.NoPreKey);
    }

    [Test]
    public void AnUnansweredSessionSendsPlainMessagesOnceItIsPromotedAgain()
    {
        alice.Starts(bob, bob.Publish());
        DhPublicKey? unanswered = alice.CurrentWith(bob);
        bob.Opens(alice, alice.Send(bob, "first"), "first");
        CiphertextMessage answer = bob.Send(alice, "late answer");
        Assert.That(alice.RecordOf(bob).Current!.Pending, Is.Not.Null);
        alice.Starts(bob, bob.Publish());
        Assert.That(alice.RecordOf(bob).Previous.Select(state => state.Pending), Is.All.Null, "pending is cleared at archiving");
        alice.Reload(suite);
        alice.Opens(bob, answer, "late answer");
        Assert.That(alice.CurrentWith(bob), Is.EqualTo(unanswered));
        Assert.That(alice.RecordOf(bob).Previous.Select(state => state.Pending), Is.All.Null, "the newer one was archived unanswered, too");
        CiphertextMessage next = alice.Send(bob, "next");
        Assert.That(next.Type, Is.EqualTo(CiphertextType.Plain));
        bob.Opens(alice, next, "next");
    }
}
