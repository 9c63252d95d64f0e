using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>The first identity key that comes with a name stays that name's until the owner accepts another.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class IdentityTrustTests(Suite suite)
{
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;
    // Alice with a new phone, or somebody who says so.
    private DeviceParty newAlice = null!;

    [SetUp]
    public void Begin() => (alice, bob, newAlice) = (new(suite, "alice"), new(suite, "bob"), new(suite, "alice", seed: 2));

    private void BothAreInSession()
    {
        alice.Starts(bob, bob.Publish());
        alice.RoundTrip(bob);
    }

    [Test]
    public void TheFirstIdentityOfANameIsTrusted()
    {
        Assert.That((alice.Device.TrustedIdentity(bob.Name), bob.Device.TrustedIdentity(alice.Name)), Is.EqualTo((null as object, null as object)));
        alice.Starts(bob, bob.Publish());
        Assert.That(alice.Device.TrustedIdentity(bob.Name), Is.EqualTo(bob.Device.IdentityKey));
        bob.Opens(alice, alice.Send(bob, "text"), "text");
        Assert.That(bob.Device.TrustedIdentity(alice.Name), Is.EqualTo(alice.Device.IdentityKey));
    }

    [Test]
    public void ARefusedMessageOrBundleFixesNoIdentity()
    {
        PreKeyBundle bundle = bob.Publish();
        alice.Refuses(bob, bundle with { SignedPreKeySignature = new byte[64] }, BundleFailure.BadSignature);
        Assert.That(alice.Device.TrustedIdentity(bob.Name), Is.Null);
        newAlice.Starts(bob, bundle);
        CiphertextMessage first = newAlice.Send(bob, "text");
        bob.RefusesSomehow(alice, first.With(parsed => parsed with { IdentityKey = alice.Device.IdentityKey }), "identity in another's message");
        Assert.That(bob.Device.TrustedIdentity(alice.Name), Is.Null);
        bob.Opens(newAlice, first, "text");
    }

    [TestCase(false)]
    [TestCase(true)]
    public void AnotherIdentityIsRefusedInBundlesAndPreKeyMessages(bool archivedAndReloaded)
    {
        BothAreInSession();
        if (archivedAndReloaded)
        {
            bob.Device.ArchiveSession(alice.Name);
            bob.Reload(suite);
        }
        bob.Refuses(newAlice, newAlice.Publish(), BundleFailure.UntrustedIdentity);
        newAlice.Starts(bob, bob.Publish());
        bob.Refuses(newAlice, newAlice.Send(bob, "it is me"), DecryptFailure.UntrustedIdentity);
        Assert.That(bob.Device.TrustedIdentity(alice.Name), Is.EqualTo(alice.Device.IdentityKey));
        bob.Opens(alice, alice.Send(bob, "text"), "text");
    }

    [Test]
    public void AnIdentityAcceptedBeforehandRefusesAllOthers()
    {
        bob.Device.Trust(alice.Name, newAlice.Device.IdentityKey);
        bob.Reload(suite);
        bob.Refuses(alice, alice.Publish(), BundleFailure.UntrustedIdentity);
        alice.Starts(bob, bob.Publish());
        bob.Refuses(alice, alice.Send(bob, "text"), DecryptFailure.UntrustedIdentity);
        newAlice.Starts(bob, bob.Publish());
        newAlice.RoundTrip(bob);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void TheOldSessionNeitherSendsNorReceives(bool reload)
    {
        BothAreInSession();
        CiphertextMessage late = alice.Send(bob, "late");
        bob.Device.Trust(alice.Name, newAlice.Device.IdentityKey);
        if (reload)
            bob.Reload(suite);
        Assert.That(bob.Device.HasSession(alice.Name), Is.False);
        byte[] before = bob.Saved;
        Assert.That(() => bob.Send(alice, "text"), Throws.InvalidOperationException);
        Assert.That(bob.Saved, Is.EqualTo(before));
        bob.Refuses(alice, late, DecryptFailure.UntrustedIdentity);
        newAlice.Starts(bob, bob.Publish());
        newAlice.RoundTrip(bob);
        bob.Refuses(alice, late, DecryptFailure.NotAuthentic);
        bob.RoundTrip(newAlice);
    }

    [Test]
    public void ANewBundleOpensTheNewSession()
    {
        BothAreInSession();
        bob.Device.Trust(alice.Name, newAlice.Device.IdentityKey);
        bob.Refuses(alice, alice.Publish(), BundleFailure.UntrustedIdentity);
        bob.Starts(newAlice, newAlice.Publish());
        Assert.That(bob.Device.HasSession(alice.Name));
        bob.RoundTrip(newAlice);
        bob.Refuses(alice, alice.Send(bob, "from the old phone"), DecryptFailure.NotAuthentic);
    }

    [Test]
    public void TheTrustedIdentityPutOnAMessageOfAnOldSessionIsRefused()
    {
        alice.Starts(bob, bob.Publish());
        bob.Opens(alice, alice.Send(bob, "first"), "first");
        CiphertextMessage second = alice.Send(bob, "second");
        CiphertextMessage swapped = second.With(parsed => parsed with { IdentityKey = newAlice.Device.IdentityKey });
        bob.Refuses(alice, swapped, DecryptFailure.UntrustedIdentity);
        bob.Device.Trust(alice.Name, newAlice.Device.IdentityKey);
        bob.Refuses(alice, second, DecryptFailure.UntrustedIdentity);
        bob.Refuses(alice, swapped, DecryptFailure.UntrustedIdentity);
        newAlice.Starts(bob, bob.Publish());
        newAlice.RoundTrip(bob);
        bob.Refuses(alice, swapped, DecryptFailure.UntrustedIdentity);
    }

    [Test]
    public void ALateMessageWithTheOldIdentityPromotesNothing()
    {
        BothAreInSession();
        CiphertextMessage late = alice.Send(bob, "late");
        bob.Device.Trust(alice.Name, newAlice.Device.IdentityKey);
        bob.Starts(newAlice, newAlice.Publish());
        bob.Device.ArchiveSession(alice.Name);
        bob.Refuses(alice, late, DecryptFailure.NotAuthentic);
        Assert.That(bob.Device.HasSession(alice.Name), Is.False);
    }

    [Test]
    public void TrustGivenBackMakesTheOldSessionUsableAgain()
    {
        BothAreInSession();
        CiphertextMessage late = alice.Send(bob, "late");
        bob.Device.Trust(alice.Name, newAlice.Device.IdentityKey);
        bob.Refuses(alice, late, DecryptFailure.UntrustedIdentity);
        bob.Device.Trust(alice.Name, alice.Device.IdentityKey);
        bob.Opens(alice, late, "late");
        bob.RoundTrip(alice);
    }

    [Test]
    public void OneNamesIdentityIsNotAnothers()
    {
        BothAreInSession();
        var carol = new DeviceParty(suite, "carol");
        bob.Device.Trust(carol.Name, alice.Device.IdentityKey);
        carol.Starts(bob, bob.Publish());
        bob.Refuses(carol, carol.Send(bob, "text"), DecryptFailure.UntrustedIdentity);
        bob.Device.Trust(carol.Name, carol.Device.IdentityKey);
        carol.RoundTrip(bob);
        alice.RoundTrip(bob);
    }
}
