using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>PQXDH against its own formula, from both ends.</summary>
[TestFixture]
internal sealed class PqxdhTests
{
    private readonly SeededRandom random = new(4);
    private DhKeyPair aliceIdentity = null!, aliceBase = null!, bobIdentity = null!, bobSigned = null!, bobOneTime = null!;
    private Kyber1024KeyPair bobKyber = null!;

    [SetUp]
    public void Generate()
    {
        (aliceIdentity, aliceBase) = (DhKeyPair.Generate(random), DhKeyPair.Generate(random));
        (bobIdentity, bobSigned, bobOneTime) = (DhKeyPair.Generate(random), DhKeyPair.Generate(random), DhKeyPair.Generate(random));
        bobKyber = Kyber1024KeyPair.Generate(random);
    }

    [TearDown]
    public void Wipe() => bobKyber.Dispose();

    [TestCase(true)]
    [TestCase(false)]
    public void BothEndsComputeTheFormula(bool oneTime)
    {
        DhKeyPair? oneTimePreKey = oneTime ? bobOneTime : null;
        var pqxdh = new Pqxdh(random);
        using Initiation begun = pqxdh.Initiate(
            aliceIdentity, aliceBase, new(bobIdentity.Public, bobSigned.Public, oneTimePreKey?.Public, bobKyber.Public))!;
        using SessionSecret accepted = pqxdh.Accept(
            new(bobIdentity, bobSigned, oneTimePreKey, bobKyber), new(aliceIdentity.Public, aliceBase.Public, begun.KyberCiphertext))!;
        using SharedSecret kem = Kyber1024.Decapsulate(bobKyber, begun.KyberCiphertext.Span);
        byte[] input =
        [
            .. Hex.Repeat(0xFF, 32),
            .. Dh(bobSigned, aliceIdentity), .. Dh(bobIdentity, aliceBase), .. Dh(bobSigned, aliceBase),
            .. oneTimePreKey is null ? [] : Dh(oneTimePreKey, aliceBase),
            .. kem.Bytes,
        ];
        byte[] info = "WhisperText_X25519_SHA-256_CRYSTALS-KYBER-1024"u8.ToArray();
        byte[] expected = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 96, new byte[32], info);
        foreach (SessionSecret secret in new[] { begun.Secret, accepted })
            Assert.That(Hex.Of([.. secret.Keys.SelectMany(key => key.Bytes.ToArray())]), Is.EqualTo(Hex.Of(expected)));
    }

    [Test]
    public void WithoutAPostQuantumRatchetRootAndChainKeyAreTheSame()
    {
        var draws = new SeededRandom(5);
        var their = new ResponderKeys(bobIdentity.Public, bobSigned.Public, KyberPreKey: bobKyber.Public);
        using Initiation with = new Pqxdh(draws.Copy()).Initiate(aliceIdentity, aliceBase, their)!;
        using Initiation without = new Pqxdh(draws, postQuantumRatchet: false).Initiate(aliceIdentity, aliceBase, their)!;
        Assert.That(without.Secret.PostQuantum, Is.Null);
        Assert.That(Hex.Of(without.Secret.RootKey.Bytes), Is.EqualTo(Hex.Of(with.Secret.RootKey.Bytes)));
        Assert.That(Hex.Of(without.Secret.ChainKey.Bytes), Is.EqualTo(Hex.Of(with.Secret.ChainKey.Bytes)));
    }

    [Test]
    public void WithoutTheKemPartThereIsNoSecret()
    {
        var pqxdh = new Pqxdh(random);
        Assert.That(pqxdh.Initiate(aliceIdentity, aliceBase, new(bobIdentity.Public, bobSigned.Public)), Is.Null);
        Assert.That(pqxdh.Accept(new(bobIdentity, bobSigned), new(aliceIdentity.Public, aliceBase.Public, new byte[Kyber1024.CiphertextSize])), Is.Null);
        Assert.That(pqxdh.Accept(new(bobIdentity, bobSigned, null, bobKyber), new(aliceIdentity.Public, aliceBase.Public)), Is.Null);
    }

    [Test]
    public void ALowOrderKeyInAnyPlaceGivesNothing()
    {
        var pqxdh = new Pqxdh(random);
        foreach (DhPublicKey low in LowOrderKeys.All)
            Assert.Multiple(() =>
            {
                Assert.That(pqxdh.Initiate(aliceIdentity, aliceBase, new(low, bobSigned.Public, null, bobKyber.Public)), Is.Null);
                Assert.That(pqxdh.Initiate(aliceIdentity, aliceBase, new(bobIdentity.Public, low, null, bobKyber.Public)), Is.Null);
                Assert.That(pqxdh.Initiate(aliceIdentity, aliceBase, new(bobIdentity.Public, bobSigned.Public, low, bobKyber.Public)), Is.Null);
            });
    }

    [Test]
    public void TheQuantumComputersShareAloneOpensNothing()
    {
        // Every X25519 agreement is known, the KEM's secret is not: another one gives other keys.
        var pqxdh = new Pqxdh(random);
        using Initiation begun = pqxdh.Initiate(aliceIdentity, aliceBase, new(bobIdentity.Public, bobSigned.Public, null, bobKyber.Public))!;
        using var other = Kyber1024KeyPair.Generate(random);
        using SessionSecret guessed = pqxdh.Accept(
            new(bobIdentity, bobSigned, null, other), new(aliceIdentity.Public, aliceBase.Public, begun.KyberCiphertext))!;
        Assert.That(Hex.Of(guessed.RootKey.Bytes), Is.Not.EqualTo(Hex.Of(begun.Secret.RootKey.Bytes)));
    }

    [TestCase("x3dh", 0x33, false)]
    [TestCase("pqxdh", 0x44, false)]
    [TestCase("triple", 0x44, true)]
    public void AProfileFixesVersionAndRatchets(string name, int version, bool postQuantum)
    {
        Profile profile = Profile.Named(name)!;
        Device<SignalFunctions> alice = Device.Create(profile, random.Child("alice")), bob = Device.Create(profile, random.Child("bob"));
        Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
        CiphertextMessage message = alice.Encrypt("Bob", [1]);
        Assert.That(message.Bytes.Span[0], Is.EqualTo(version));
        Assert.That(message.Parse().Message.Span[0], Is.EqualTo(version));
        Assert.That(SignalMessage.PostQuantumMessage(message.Parse().Message.Span).IsEmpty, Is.EqualTo(!postQuantum));
        Assert.That(bob.Decrypt("Alice", message, out _), Is.EqualTo(DecryptFailure.None));
        Assert.That(bob.Snapshot().Sessions["Alice"].Current!.Ratchet.PostQuantum is null, Is.EqualTo(!postQuantum));
    }

    private static byte[] Dh(DhKeyPair own, DhKeyPair their) => X25519.Agree(own.Private, their.Public)!.Bytes.ToArray();
}
