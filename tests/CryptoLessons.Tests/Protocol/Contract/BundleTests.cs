using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A bundle that the directory changed is refused, and nothing happens.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class BundleTests(Suite suite)
{
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;

    [SetUp]
    public void Begin() => (alice, bob) = (new(suite, "alice"), new(suite, "bob"));

    [Test]
    public void AnyFlippedBitOfTheSignatureIsRefused()
    {
        PreKeyBundle bundle = bob.Publish();
        for (int bit = 0; bit < 8 * XEdDsa.SignatureSize; bit++)
        {
            byte[] signature = bundle.SignedPreKeySignature.ToArray();
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            alice.Refuses(bob, bundle with { SignedPreKeySignature = signature }, BundleFailure.BadSignature);
        }
        Assert.That(alice.Device.HasSession(bob.Name), Is.False);
        alice.Starts(bob, bundle);
    }

    [Test]
    public void ASignatureOfAnotherLengthIsRefused()
    {
        PreKeyBundle bundle = bob.Publish();
        foreach (byte[] signature in new byte[][] { [], new byte[63], new byte[65], [.. bundle.SignedPreKeySignature.Span, 0] })
            alice.Refuses(bob, bundle with { SignedPreKeySignature = signature }, BundleFailure.BadSignature);
    }

    [Test]
    public void AnotherSignedPreKeyOrIdentityIsRefused()
    {
        PreKeyBundle bundle = bob.Publish(), other = new DeviceParty(suite, "mallory").Publish();
        alice.Refuses(bob, bundle with { SignedPreKey = other.SignedPreKey }, BundleFailure.BadSignature);
        alice.Refuses(bob, bundle with { IdentityKey = other.IdentityKey }, BundleFailure.BadSignature);
        alice.Refuses(bob, bundle with { SignedPreKeySignature = other.SignedPreKeySignature }, BundleFailure.BadSignature);
        alice.Refuses(bob, bundle with { SignedPreKey = bundle.PreKey! }, BundleFailure.BadSignature);
    }

    [Test]
    public void TheSignatureIsOverTheSerializedKeyWithItsTypeByte()
    {
        PreKeyBundle bundle = bob.Publish();
        Assert.That(XEdDsa.Verify(bundle.IdentityKey.U, [5, .. bundle.SignedPreKey.U], bundle.SignedPreKeySignature.Span));
    }

    [Test]
    public void AChangedIdentityUnderAKnownNameIsRefused()
    {
        alice.Starts(bob, bob.Publish());
        var mallory = new DeviceParty(suite, "bob", seed: 666);
        alice.Refuses(bob, mallory.Publish(), BundleFailure.UntrustedIdentity);
        bob.Opens(alice, alice.Send(bob, "text"), "text");
    }

    [Test]
    public void ALowOrderOneTimePreKeyIsRefused()
    {
        PreKeyBundle bundle = bob.Publish();
        foreach (DhPublicKey key in LowOrderKeys.All)
            alice.Refuses(bob, bundle with { PreKey = key }, BundleFailure.LowOrderKey);
        alice.Starts(bob, bundle);
        bob.Opens(alice, alice.Send(bob, "text"), "text");
    }

    [Test]
    public void AOneTimePreKeyPutInByTheDirectoryOpensNothing()
    {
        PreKeyBundle bundle = bob.Publish(oneTimePreKey: false);
        DhPublicKey forged = DhKeyPair.Generate(CryptoLessons.Protocol.Primitives.RandomSource.System).Public;
        alice.Starts(bob, bundle with { PreKey = forged });
        bob.Refuses(alice, alice.Send(bob, "text"), DecryptFailure.NotAuthentic);
        alice.Starts(bob, bundle with { PreKey = forged, PreKeyId = 7 });
        bob.Refuses(alice, alice.Send(bob, "text"), DecryptFailure.NoPreKey);
    }
}
