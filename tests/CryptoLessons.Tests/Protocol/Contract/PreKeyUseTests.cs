using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Prekeys: which of them a message names, when a one-time prekey is gone, and when it is not.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class PreKeyUseTests(Suite suite)
{
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;

    [SetUp]
    public void Begin() => (alice, bob) = (new(suite, "alice"), new(suite, "bob"));

    private uint[] Held => [.. bob.Device.Snapshot().OneTimePreKeys.Select(preKey => preKey.Id)];

    [Test]
    public void EveryBundleHasAOneTimePreKeyOfItsOwn()
    {
        PreKeyBundle[] bundles = [bob.Publish(), bob.Publish(), bob.Publish(oneTimePreKey: false), bob.Publish()];
        Assert.That(bundles.Select(bundle => bundle.PreKeyId), Is.EqualTo(new uint?[] { 1, 2, null, 3 }));
        Assert.That(bundles.Select(bundle => bundle.PreKey).Distinct().Count(), Is.EqualTo(4));
        Assert.That(bundles[2].PreKey, Is.Null);
        Assert.That(Held, Is.EqualTo(new uint[] { 1, 2, 3 }));
    }

    [Test]
    public void AOneTimePreKeyIsGoneOnceItOpenedASession()
    {
        bob.Publish();
        alice.Starts(bob, bob.Publish());
        bob.Publish();
        bob.Opens(alice, alice.Send(bob, "text"), "text");
        Assert.That(Held, Is.EqualTo(new uint[] { 1, 3 }));
    }

    [Test]
    public void ARefusedMessageUsesNoPreKeyUp()
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage message = alice.Send(bob, "text");
        bob.Refuses(alice, message.With(parsed => parsed with { Message = Damaged(parsed.Message) }), DecryptFailure.NotAuthentic);
        Assert.That(Held, Is.EqualTo(new uint[] { 1 }));
        bob.Opens(alice, message, "text");
        Assert.That(Held, Is.Empty);
    }

    [Test]
    public void ARepeatedPreKeyMessageNeedsThePreKeyNoMore()
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage first = alice.Send(bob, "first"), second = alice.Send(bob, "second");
        bob.Opens(alice, second, "second");
        Assert.That(Held, Is.Empty);
        bob.Opens(alice, first, "first");
        bob.Refuses(alice, first, DecryptFailure.Duplicate);
        bob.Opens(alice, alice.Send(bob, "third"), "third");
    }

    [Test]
    public void ASecondSessionFromAUsedPreKeyIsRefused()
    {
        PreKeyBundle bundle = bob.Publish();
        var carol = new DeviceParty(suite, "carol");
        alice.Starts(bob, bundle);
        carol.Starts(bob, bundle);
        bob.Opens(alice, alice.Send(bob, "text"), "text");
        bob.Refuses(carol, carol.Send(bob, "text"), DecryptFailure.NoPreKey);
        alice.Starts(bob, bundle);
        bob.Refuses(alice, alice.Send(bob, "text"), DecryptFailure.NoPreKey);
    }

    [TestCase(0u)]
    [TestCase(2u)]
    [TestCase(uint.MaxValue)]
    public void AnUnknownOneTimePreKeyIsRefused(uint id)
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage message = alice.Send(bob, "text");
        bob.Refuses(alice, message.WithPreKeys(preKey => preKey with { PreKeyId = id }), DecryptFailure.NoPreKey);
        bob.Opens(alice, message, "text");
    }

    [TestCase(0u)]
    [TestCase(2u)]
    public void AnUnknownSignedPreKeyIsRefused(uint id)
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage message = alice.Send(bob, "text");
        bob.Refuses(alice, message.WithPreKeys(preKey => preKey with { SignedPreKeyId = id }), DecryptFailure.NoPreKey);
        bob.Opens(alice, message, "text");
    }

    [Test]
    public void PreKeyNumber0IsANumberLikeAnyOther()
    {
        bob.Reload(suite, state => new(state.Identity, state.RegistrationId, 0, state.SignedPreKey, state.OneTimePreKeys, state.TrustedIdentities, state.Sessions));
        PreKeyBundle bundle = bob.Publish();
        Assert.That(bundle.PreKeyId, Is.EqualTo(0u));
        alice.Starts(bob, bundle);
        CiphertextMessage message = alice.Send(bob, "text");
        alice.Reload(suite);
        Assert.That(alice.Device.Snapshot().Sessions[bob.Name].Current!.Pending!.PreKeys.PreKeyId, Is.EqualTo(0u));
        Assert.That(message.Bytes.Span[1..3].ToArray(), Is.EqualTo(new byte[] { 0x08, 0x00 }));
        bob.Refuses(alice, message.WithPreKeys(preKey => preKey with { PreKeyId = null }), DecryptFailure.NotAuthentic);
        bob.Opens(alice, message, "text");
        Assert.That(Held, Is.Empty);
    }

    [Test]
    public void AnotherHeldPreKeyInItsPlaceIsRefused()
    {
        alice.Starts(bob, bob.Publish());
        bob.Publish();
        CiphertextMessage message = alice.Send(bob, "text");
        bob.Refuses(alice, message.WithPreKeys(preKey => preKey with { PreKeyId = 2 }), DecryptFailure.NotAuthentic);
        bob.Refuses(alice, message.WithPreKeys(preKey => preKey with { PreKeyId = null }), DecryptFailure.NotAuthentic);
        bob.Opens(alice, message, "text");
        Assert.That(Held, Is.EqualTo(new uint[] { 2 }));
    }

    [Test]
    public void WithoutAOneTimePreKeyTheFieldIsAbsent()
    {
        alice.Starts(bob, bob.Publish(oneTimePreKey: false));
        CiphertextMessage message = alice.Send(bob, "text");
        Assert.That(message.Bytes.Span[1], Is.EqualTo(0x12));
        bob.Opens(alice, message, "text");
        alice.Opens(bob, bob.Send(alice, "answer"), "answer");
    }

    [Test]
    public void ALowOrderBaseKeyOrIdentityKeyIsRefused()
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage message = alice.Send(bob, "text");
        foreach (DhPublicKey key in LowOrderKeys.All)
        {
            bob.Refuses(alice, message.WithPreKeys(preKey => preKey with { BaseKey = key }), DecryptFailure.LowOrderKey);
            bob.Refuses(alice, message.With(parsed => parsed with { IdentityKey = key }), DecryptFailure.LowOrderKey);
        }
        bob.Opens(alice, message, "text");
    }

    private static byte[] Damaged(ReadOnlyMemory<byte> message)
    {
        byte[] damaged = message.ToArray();
        damaged[^9] ^= 1;
        return damaged;
    }
}
