using CryptoLessons.Protocol.Curve25519;
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
    public void AKeyWithAPartOfLowOrderIsNotCanonical()
    {
        // The point of order 2, u = 0, and those of order 8 agree on nothing; a generated key is canonical, its other encodings are not.
        Assert.That(LowOrderKeys.All.Where(key => CanonicalKey.Is(key)), Is.Empty);
        for (int seed = 0; seed < 20; seed++)
        {
            DhPublicKey key = DhKeyPair.Generate(new CryptoLessons.Protocol.Primitives.SeededRandom(seed)).Public;
            byte[] topBit = key.U.ToArray();
            topBit[31] |= 0x80;
            Assert.That((CanonicalKey.Is(key), CanonicalKey.Is(new(topBit))), Is.EqualTo((true, false)));
        }
    }

    private static CiphertextMessage WithTopBitOfTheBaseKey(CiphertextMessage message)
    {
        Assert.That(PreKeySignalMessage.Parse(message.Bytes, out PreKeySignalMessage? parsed), Is.EqualTo(DecryptFailure.None));
        byte[] u = parsed!.PreKey.BaseKey.U.ToArray();
        u[31] ^= 0x80;
        return new(CiphertextType.PreKey, (parsed with { PreKey = parsed.PreKey with { BaseKey = new(u) } }).Serialize());
    }
}
