using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>An initiator that hears nothing for 30 days stops sending and has to fetch a new bundle.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class StaleSessionTests(Suite suite)
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(30);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private ManualClock clock = null!;
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;

    [SetUp]
    public void Begin()
    {
        clock = new();
        (alice, bob) = (new(suite, "alice", clock: clock), new(suite, "bob", clock: clock));
    }

    private static void AssertSends(DeviceParty from, DeviceParty to)
    {
        Assert.That(from.Device.HasSession(to.Name));
        from.Send(to, "text");
    }

    private static void AssertSendsNothing(DeviceParty from, DeviceParty to)
    {
        Assert.That(from.Device.HasSession(to.Name), Is.False);
        byte[] before = from.Saved;
        long drawn = from.Drawn;
        Assert.That(() => from.Send(to, "text"), Throws.InvalidOperationException);
        Assert.That((from.Saved, from.Drawn), Is.EqualTo((before, drawn)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void AnUnansweredSessionSendsForThirtyDaysAndNotAMillisecondMore(bool reload)
    {
        alice.Starts(bob, bob.Publish());
        for (int day = 0; day < 30; day++)
        {
            AssertSends(alice, bob);
            clock.Advance(TimeSpan.FromDays(1));
            if (reload)
                alice.Reload(suite);
        }
        AssertSends(alice, bob);
        clock.Advance(Instant);
        AssertSendsNothing(alice, bob);
        alice.Reload(suite);
        AssertSendsNothing(alice, bob);
    }

    [Test]
    public void TheAgeIsCountedFromTheBundleNotFromTheFirstMessage()
    {
        alice.Starts(bob, bob.Publish());
        clock.Advance(Patience + Instant);
        AssertSendsNothing(alice, bob);
    }

    [Test]
    public void AFractionOfAMillisecondIsNotCountedAgainstTheInitiator()
    {
        clock.Advance(TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond - 1));
        alice.Starts(bob, bob.Publish());
        clock.Advance(Patience);
        AssertSends(alice, bob);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void AnAnsweredSessionNeverGrowsStale(bool reload)
    {
        alice.Starts(bob, bob.Publish());
        alice.RoundTrip(bob);
        clock.Advance(TimeSpan.FromDays(36_525));
        if (reload)
        {
            alice.Reload(suite);
            bob.Reload(suite);
        }
        AssertSends(alice, bob);
        AssertSends(bob, alice);
        alice.RoundTrip(bob);
    }

    [Test]
    public void TheRespondersSessionNeverGrowsStale()
    {
        alice.Starts(bob, bob.Publish());
        bob.Opens(alice, alice.Send(bob, "first"), "first");
        clock.Advance(Patience + Instant);
        AssertSends(bob, alice);
        AssertSendsNothing(alice, bob);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void ALateAnswerOpensAndMakesTheSessionFresh(bool reload)
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage late = alice.Send(bob, "late");
        bob.Opens(alice, alice.Send(bob, "first"), "first");
        clock.Advance(Patience + Patience);
        CiphertextMessage answer = bob.Send(alice, "answer");
        AssertSendsNothing(alice, bob);
        if (reload)
            alice.Reload(suite);
        alice.Opens(bob, answer, "answer");
        AssertSends(alice, bob);
        Assert.That(alice.Send(bob, "next").Type, Is.EqualTo(CiphertextType.Plain));
        bob.Opens(alice, late, "late");
        clock.Advance(Patience + Patience);
        alice.RoundTrip(bob);
    }

    [Test]
    public void ARefusedAnswerLeavesItStale()
    {
        alice.Starts(bob, bob.Publish());
        bob.Opens(alice, alice.Send(bob, "first"), "first");
        byte[] answer = bob.Send(alice, "answer").Bytes.ToArray();
        answer[^1] ^= 1;
        clock.Advance(Patience + Instant);
        alice.Refuses(bob, new(CiphertextType.Plain, answer), DecryptFailure.NotAuthentic);
        AssertSendsNothing(alice, bob);
    }

    [Test]
    public void ANewBundleBeginsAnewAndTheLateAnswerStillOpens()
    {
        alice.Starts(bob, bob.Publish());
        bob.Opens(alice, alice.Send(bob, "first"), "first");
        CiphertextMessage answer = bob.Send(alice, "answer");
        clock.Advance(Patience + Instant);
        alice.Starts(bob, bob.Publish());
        clock.Advance(Patience);
        AssertSends(alice, bob);
        clock.Advance(Instant);
        AssertSendsNothing(alice, bob);
        alice.Opens(bob, answer, "answer");
        AssertSends(alice, bob);
    }

    [TestCase(1)]
    [TestCase(9999)]
    public void AStoredMomentFarFromNowIsNoReasonToThrow(int year)
    {
        alice.Starts(bob, bob.Publish());
        DateTimeOffset since = new(year, 12, 31, 0, 0, 0, TimeSpan.Zero);
        alice.Reload(suite, state => WithPending(state, pending => pending with { Since = since }));
        Assert.That(alice.Device.HasSession(bob.Name), Is.EqualTo(since > clock.GetUtcNow()));
    }

    [Test]
    public void TheMomentIsStoredToTheMillisecond()
    {
        alice.Starts(bob, bob.Publish());
        alice.Reload(suite);
        Assert.That(alice.RecordOf(bob).Current!.Pending!.Since, Is.EqualTo(clock.GetUtcNow()));
    }

    private DeviceState WithPending(DeviceState state, Func<PendingPreKey, PendingPreKey> change)
    {
        SessionState old = state.Sessions[bob.Name].Current!;
        var changed = new SessionState(old.LocalIdentity, old.RemoteIdentity, old.BaseKey, change(old.Pending!), old.Ratchet);
        var records = new Dictionary<string, SessionRecord> { [bob.Name] = new(changed, []) };
        return new(
            state.Identity, state.RegistrationId, state.NextPreKeyId, state.SignedPreKey, state.OneTimePreKeys, state.TrustedIdentities, records);
    }
}
