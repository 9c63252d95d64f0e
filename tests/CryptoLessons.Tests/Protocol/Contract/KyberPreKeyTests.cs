using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Post-quantum prekeys: signed, spent once or kept for the last resort, and never left out.</summary>
[TestFixtureSource(nameof(Suites))]
internal sealed class KyberPreKeyTests(Suite suite)
{
    private DeviceParty alice = null!;
    private DeviceParty bob = null!;

    private static Suite[] Suites => [Suite.Honest.Under(Profile.Pqxdh), Suite.Honest.Under(Profile.Triple), Suite.Escrowed.Under(Profile.Triple)];

    [SetUp]
    public void Begin() => (alice, bob) = (new(suite, "alice"), new(suite, "bob"));

    private DeviceState Bob => bob.Device.Snapshot();

    [Test]
    public void AnyFlippedBitOfTheSignatureIsRefused()
    {
        PreKeyBundle bundle = bob.Publish();
        for (int bit = 0; bit < 8 * XEdDsa.SignatureSize; bit += 7)
        {
            byte[] signature = bundle.Kyber!.Signature.ToArray();
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            alice.Refuses(bob, bundle with { Kyber = bundle.Kyber with { Signature = signature } }, BundleFailure.BadSignature);
        }
        alice.Starts(bob, bundle);
    }

    [Test]
    public void TheSignatureIsOverTheKeyWithItsTypeByte()
    {
        PreKeyBundle bundle = bob.Publish();
        byte[] serialized = bundle.Kyber!.Key.Serialize();
        Assert.That(serialized, Has.Length.EqualTo(1569));
        Assert.That(serialized[0], Is.EqualTo(8));
        Assert.That(XEdDsa.Verify(bundle.IdentityKey.U, serialized, bundle.Kyber.Signature.Span));
    }

    [Test]
    public void AnotherKeyOrNoneIsRefused()
    {
        PreKeyBundle bundle = bob.Publish(), other = new DeviceParty(suite, "mallory").Publish();
        alice.Refuses(bob, bundle with { Kyber = other.Kyber }, BundleFailure.BadSignature);
        alice.Refuses(bob, bundle with { Kyber = bundle.Kyber! with { Key = other.Kyber!.Key } }, BundleFailure.BadSignature);
        alice.Refuses(bob, bundle with { Kyber = null }, BundleFailure.NoKyberPreKey);
    }

    [Test]
    public void AOneTimeKeyIsGoneOnceItOpenedASession()
    {
        bob.Publish();
        alice.Starts(bob, bob.Publish());
        bob.Publish();
        bob.Opens(alice, alice.Send(bob, "text"), "text");
        Assert.That(Bob.OneTimeKyberPreKeys.Select(preKey => preKey.Id), Is.EqualTo(new uint[] { 1, 3 }));
        Assert.That(Bob.LastResortKyberPreKey, Is.Null);
    }

    [Test]
    public void TheKeyOfLastResortOpensManySessions()
    {
        PreKeyBundle first = bob.Publish(oneTimePreKey: false), second = bob.Publish(oneTimePreKey: false);
        Assert.That(second.Kyber!.Id, Is.EqualTo(first.Kyber!.Id));
        Assert.That(second.Kyber.Key, Is.EqualTo(first.Kyber.Key));
        var carol = new DeviceParty(suite, "carol");
        alice.Starts(bob, first);
        carol.Starts(bob, second);
        bob.Opens(alice, alice.Send(bob, "text"), "text");
        bob.Opens(carol, carol.Send(bob, "text"), "text");
        Assert.That(Bob.LastResortKyberPreKey!.Id, Is.EqualTo(first.Kyber.Id));
        Assert.That(Bob.LastResortBaseKeys, Has.Count.EqualTo(2));
    }

    [Test]
    public void TheKeyOfLastResortOpensNoSecondSessionWithTheSameBaseKey()
    {
        alice.Starts(bob, bob.Publish(oneTimePreKey: false));
        CiphertextMessage first = alice.Send(bob, "text");
        bob.Opens(alice, first, "text");
        // Bob's phone has lost the session, and with it what would tell a repeated message.
        bob.Reload(suite, WithoutSessions);
        bob.Refuses(alice, first, DecryptFailure.Duplicate);
    }

    [Test]
    public void AUsedOneTimeKeyOpensNothingEither()
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage first = alice.Send(bob, "text");
        bob.Opens(alice, first, "text");
        bob.Reload(suite, WithoutSessions);
        bob.Refuses(alice, first, DecryptFailure.NoPreKey);
    }

    [Test]
    public void ANumberThatIsNotHeldIsRefused()
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage message = alice.Send(bob, "text");
        foreach (uint id in (uint[])[0, 2, uint.MaxValue])
            bob.Refuses(alice, message.WithPreKeys(used => used with { Kyber = used.Kyber! with { Id = id } }), DecryptFailure.NoPreKey);
        bob.Opens(alice, message, "text");
    }

    [Test]
    public void ADamagedCiphertextOpensNothingAndSpendsNothing()
    {
        alice.Starts(bob, bob.Publish());
        CiphertextMessage message = alice.Send(bob, "text");
        foreach (int at in (int[])[0, 800, Kyber1024.CiphertextSize - 1])
            bob.Refuses(alice, message.WithPreKeys(used => used with { Kyber = used.Kyber! with { Ciphertext = Flipped(used.Kyber.Ciphertext, at) } }),
                DecryptFailure.NotAuthentic);
        bob.Opens(alice, message, "text");
    }

    [Test]
    public void TheWireHasTheKindOfKemInFrontOfTheCiphertext()
    {
        alice.Starts(bob, bob.Publish());
        byte[] message = alice.Send(bob, "text").Bytes.ToArray();
        // Field 8, 1569 bytes: tag 42, length A1 0C, then the type.
        int field = message.AsSpan().IndexOf((byte[])[0x42, 0xA1, 0x0C]);
        Assert.That(message[0], Is.EqualTo(0x44));
        Assert.That(message[field + 3], Is.EqualTo(8));
        byte[] mlKem = [.. message];
        mlKem[field + 3] = 0x0A;
        bob.Refuses(alice, new(CiphertextType.PreKey, mlKem), DecryptFailure.Malformed);
        byte[] without = [.. message[..field], .. message[(field + 3 + 1569)..]];
        bob.Refuses(alice, new(CiphertextType.PreKey, without), DecryptFailure.Malformed);
        bob.Opens(alice, new(CiphertextType.PreKey, message), "text");
    }

    [Test]
    public void VersionsDoNotMix()
    {
        var older = new DeviceParty(Suite.Honest, "older");
        older.Starts(bob, bob.Publish());
        alice.Refuses(older, older.Publish(), BundleFailure.NoKyberPreKey);
        bob.Refuses(older, older.Send(bob, "text"), DecryptFailure.OtherVersion);
        alice.Starts(bob, bob.Publish());
        older.Refuses(alice, alice.Send(bob, "text"), DecryptFailure.UnknownVersion);
    }

    private static DeviceState WithoutSessions(DeviceState state) => new(
        state.Identity,
        state.RegistrationId,
        state.NextPreKeyId,
        state.SignedPreKey,
        state.OneTimePreKeys,
        state.TrustedIdentities,
        new Dictionary<string, SessionRecord>())
    {
        NextKyberPreKeyId = state.NextKyberPreKeyId,
        LastResortKyberPreKey = state.LastResortKyberPreKey,
        OneTimeKyberPreKeys = state.OneTimeKyberPreKeys,
        LastResortBaseKeys = state.LastResortBaseKeys,
    };

    private static byte[] Flipped(ReadOnlyMemory<byte> bytes, int at)
    {
        byte[] copy = bytes.ToArray();
        copy[at] ^= 1;
        return copy;
    }
}
