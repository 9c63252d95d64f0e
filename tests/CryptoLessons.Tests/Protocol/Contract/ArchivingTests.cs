using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>A session that its owner archives sends no more and still receives.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class ArchivingTests(Suite suite)
{
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;
    private DhPublicKey? session;

    [SetUp]
    public void Begin()
    {
        (alice, bob) = (new(suite, "alice"), new(suite, "bob"));
        alice.Starts(bob, bob.Publish());
        alice.RoundTrip(bob);
        session = alice.CurrentWith(bob);
    }

    [Test]
    public void NothingIsSentInAnArchivedSession()
    {
        alice.Device.ArchiveSession(bob.Name);
        Assert.That(alice.Device.HasSession(bob.Name), Is.False);
        byte[] before = alice.Saved;
        long drawn = alice.Drawn;
        Assert.That(() => alice.Send(bob, "text"), Throws.InvalidOperationException.With.Message.Contains("bob"));
        Assert.That((alice.Saved, alice.Drawn), Is.EqualTo((before, drawn)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void ALateMessageOpensAndMakesItCurrentAgain(bool reload)
    {
        CiphertextMessage late = bob.Send(alice, "late");
        alice.Device.ArchiveSession(bob.Name);
        if (reload)
            alice.Reload(suite);
        Assert.That(alice.CurrentWith(bob), Is.Null);
        alice.Opens(bob, late, "late");
        Assert.That(alice.CurrentWith(bob), Is.EqualTo(session));
        Assert.That(alice.RecordOf(bob).Previous, Is.Empty);
        alice.RoundTrip(bob);
    }

    [Test]
    public void ARefusedMessageLeavesItArchived()
    {
        byte[] late = bob.Send(alice, "late").Bytes.ToArray();
        alice.Device.ArchiveSession(bob.Name);
        late[^1] ^= 1;
        alice.RefusesSomehow(bob, new(CiphertextType.Plain, late), "late");
        Assert.That(alice.Device.HasSession(bob.Name), Is.False);
    }

    [Test]
    public void ArchivingTwiceOrWithoutASessionChangesNothing()
    {
        alice.Device.ArchiveSession(bob.Name);
        byte[] archived = alice.Saved;
        alice.Device.ArchiveSession(bob.Name);
        alice.Device.ArchiveSession("a stranger");
        Assert.That(alice.Saved, Is.EqualTo(archived));
    }

    [Test]
    public void AnUnansweredSessionIsNoLongerPendingOnceArchived()
    {
        alice.Starts(bob, bob.Publish());
        alice.Device.ArchiveSession(bob.Name);
        Assert.That(alice.RecordOf(bob).Previous.Select(state => state.Pending), Is.EqualTo(new PendingPreKey?[] { null, null }));
    }

    [Test]
    public void ArchivingKeepsFortySessionsToo()
    {
        CiphertextMessage[] late = new CiphertextMessage[41];
        for (int i = 0; i < late.Length; i++)
        {
            late[i] = bob.Send(alice, $"late {i}");
            alice.Device.ArchiveSession(bob.Name);
            if (i == late.Length - 1)
                break;
            alice.Starts(bob, bob.Publish());
            alice.RoundTrip(bob);
        }
        Assert.That(alice.RecordOf(bob).Previous, Has.Count.EqualTo(SessionRecord.MostArchived));
        alice.RefusesSomehow(bob, late[0], "the oldest of 41");
        alice.Opens(bob, late[1], "late 1");
    }

    [Test]
    public void AFirstMessageOfThePeersOpensASessionBesideIt()
    {
        alice.Device.ArchiveSession(bob.Name);
        bob.Starts(alice, alice.Publish());
        bob.RoundTrip(alice);
        Assert.That(alice.CurrentWith(bob), Is.EqualTo(bob.CurrentWith(alice)));
        Assert.That(alice.RecordOf(bob).Previous.Select(state => state.BaseKey), Is.EqualTo(new[] { session }));
    }
}
