using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>The base key names a session: of its encodings that agree on the same secret, one is let through.</summary>
[TestFixture]
internal sealed class BaseKeyTests
{
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;

    [SetUp]
    public void Begin() => (alice, bob) = (new(Suite.Honest, "alice"), new(Suite.Honest, "bob"));

    [Test]
    public void ATamperedBaseKeyOpensNoSessionAndUsesNoPreKeyUp()
    {
        alice.Starts(bob, bob.Publish());
        bob.RefusesSomehow(alice, WithTopBitOfTheBaseKey(alice.Send(bob, "first")), "top bit of the base key");
    }

    [Test]
    public void AGenuineMessageOpensAfterATamperedOne()
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage first = alice.Send(bob, "first"), second = alice.Send(bob, "second");
        bob.Device.Decrypt("alice", WithTopBitOfTheBaseKey(first), out _);
        bob.Opens(alice, second, "second");
    }

    [Test]
    public void AReplayIsRefusedWithoutAOneTimePreKeyToo()
    {
        alice.Starts(bob, bob.Publish(oneTimePreKey: false));
        CiphertextMessage first = alice.Send(bob, "first");
        bob.Opens(alice, first, "first");
        bob.RefusesSomehow(alice, WithTopBitOfTheBaseKey(first), "replay with the top bit of the base key");
    }

    [Test]
    public void OnlyTheOneEncodingOfAGeneratedKeyIsCanonical()
    {
        Assert.That(LowOrderKeys.All.Where(CanonicalKey.Is), Is.Empty);
        for (int seed = 0; seed < 20; seed++)
        {
            DhPublicKey key = DhKeyPair.Generate(new SeededRandom(seed)).Public;
            byte[] topBit = key.U.ToArray();
            topBit[31] |= 0x80;
            Assert.That((CanonicalKey.Is(key), CanonicalKey.Is(new(topBit))), Is.EqualTo((true, false)));
        }
    }

    [Test]
    public void AKeyPlusAPointOfLowOrderAgreesOnTheSameAndIsNotCanonical()
    {
        DhKeyPair own = DhKeyPair.Generate(new SeededRandom(1));
        DhPublicKey key = DhKeyPair.Generate(new SeededRandom(2)).Public;
        // u = 0 is the point of order 2.
        DhPublicKey shifted = Sum(key, new DhPublicKey(new byte[DhPublicKey.Size]));
        Assert.That(shifted, Is.Not.EqualTo(key));
        Assert.That(Hazmat.Reveal(X25519.Agree(own.Private, shifted)!), Is.EqualTo(Hazmat.Reveal(X25519.Agree(own.Private, key)!)));
        Assert.That(CanonicalKey.Is(shifted), Is.False);
    }

    [Test]
    public void AnIdentityKeyIsNotHeldToIt()
    {
        PreKeyBundle bundle = bob.Publish();
        byte[] u = bundle.IdentityKey.U.ToArray();
        u[31] ^= 0x80;
        // The signature verifies under it and the agreements are the same; the MAC is over its bytes, which are not Bob's.
        alice.Starts(bob, bundle with { IdentityKey = new(u) });
        bob.Refuses(alice, alice.Send(bob, "text"), DecryptFailure.NotAuthentic);
    }

    /// <summary>The sum of two points given by their u-coordinates: u = (1 + y) / (1 - y) (RFC 7748 §4.1).</summary>
    private static DhPublicKey Sum(DhPublicKey a, DhPublicKey b)
    {
        Assert.That(EdwardsPoint.TryFromMontgomery(a.U, 0, out EdwardsPoint p) & EdwardsPoint.TryFromMontgomery(b.U, 0, out EdwardsPoint q), Is.True);
        byte[] bytes = new byte[EdwardsPoint.Size];
        (p + q).Compress(bytes);
        FieldElement y = FieldElement.FromBytes(bytes);
        ((FieldElement.One + y) * (FieldElement.One - y).Invert()).ToBytes(bytes);
        return new(bytes);
    }

    private static CiphertextMessage WithTopBitOfTheBaseKey(CiphertextMessage message)
    {
        byte[] u = message.Parse().PreKeys.BaseKey.U.ToArray();
        u[31] ^= 0x80;
        return message.WithPreKeys(used => used with { BaseKey = new(u) });
    }
}
