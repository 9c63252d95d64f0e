using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>A stored device comes back with all its sessions, archived and unanswered ones too.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class SavedDeviceTests(Suite suite)
{
    private readonly ManualClock clock = new();
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;
    private DeviceParty carol = null!;
    private CiphertextMessage late;

    /// <summary>Alice: three sessions with Bob, the newest unanswered; one with Carol, archived; an identity without a session; prekeys.</summary>
    [SetUp]
    public void Begin()
    {
        alice = new(suite, "alice", clock: clock, handshake: new TalkativeHandshake(suite.Profile.HandshakeFunctions(new SeededRandom(8))));
        (bob, carol) = (new(suite, "bob"), new(suite, "carol"));
        alice.Starts(bob, bob.Publish());
        alice.RoundTrip(bob);
        late = bob.Send(alice, "late");
        bob.Starts(alice, alice.Publish());
        bob.RoundTrip(alice);
        alice.Starts(bob, bob.Publish(oneTimePreKey: false));
        alice.Starts(carol, carol.Publish());
        alice.RoundTrip(carol);
        alice.Device.ArchiveSession(carol.Name);
        alice.Device.Trust("dave \u202E\0", new DeviceParty(suite, "dave").Device.IdentityKey);
        alice.Publish();
        alice.Publish();
    }

    [Test]
    public void EveryFieldComesBack()
    {
        byte[] saved = alice.Saved;
        Assert.That(DeviceState.TryLoad(saved, out DeviceState? loaded));
        using (loaded)
        {
            Assert.That(loaded!.Save(), Is.EqualTo(saved));
            Assert.That(loaded.Sessions.Keys, Is.EqualTo(new[] { "bob", "carol" }));
            Assert.That(loaded.TrustedIdentities.Keys, Is.EqualTo(new[] { "bob", "carol", "dave \u202E\0" }));
            Assert.That(loaded.OneTimePreKeys, Has.Count.EqualTo(2));
            SessionRecord withBob = loaded.Sessions["bob"], withCarol = loaded.Sessions["carol"];
            Assert.That((withBob.Previous.Count, withCarol.Current, withCarol.Previous.Count), Is.EqualTo((2, null as SessionState, 1)));
            Assert.That(withBob.Previous.Append(withCarol.Previous[0]).Select(state => state.Pending), Is.All.Null);
            PendingPreKey pending = withBob.Current!.Pending!;
            Assert.That((pending.PreKeys.PreKeyId, pending.PreKeys.SignedPreKeyId), Is.EqualTo((null as uint?, 1u)));
            Assert.That((pending.PreKeys.BaseKey, pending.Since), Is.EqualTo((withBob.Current.BaseKey, clock.GetUtcNow())));
            Assert.That(pending.Further.ToArray(), Is.EqualTo(TalkativeHandshake.Field));
        }
    }

    [Test]
    public void TheFurtherFieldsStandInEveryPreKeyMessageBeforeAndAfterLoading()
    {
        CiphertextMessage before = alice.Send(bob, "before");
        alice.Reload(suite);
        CiphertextMessage after = alice.Send(bob, "after");
        foreach (CiphertextMessage message in new[] { before, after })
            Assert.That(message.Parse().Further.ToArray(), Is.EqualTo(TalkativeHandshake.Field));
        bob.Opens(alice, after, "after");
        bob.Opens(alice, before, "before");
        bob.RoundTrip(alice);
        Assert.That(alice.Send(bob, "answered").Type, Is.EqualTo(CiphertextType.Plain));
    }

    [Test]
    public void EverySessionGoesOnAfterLoading()
    {
        CiphertextMessage fromCarol = carol.Send(alice, "from Carol");
        alice.Reload(suite);
        alice.Opens(bob, late, "late");
        alice.Opens(carol, fromCarol, "from Carol");
        alice.Reload(suite);
        alice.RoundTrip(bob);
        alice.RoundTrip(carol);
        alice.Refuses(bob, late, DecryptFailure.Duplicate);
    }

    [Test]
    public void ASnapshotIsNotTouchedByWhatHappensLater()
    {
        DeviceState snapshot = alice.Device.Snapshot();
        byte[] saved = snapshot.Save();
        alice.Opens(bob, late, "late");
        alice.RoundTrip(bob);
        alice.Starts(carol, carol.Publish());
        alice.Device.Trust("dave", bob.Device.IdentityKey);
        Assert.That(snapshot.Save(), Is.EqualTo(saved));
        snapshot.Dispose();
        alice.RoundTrip(bob);
    }
}
