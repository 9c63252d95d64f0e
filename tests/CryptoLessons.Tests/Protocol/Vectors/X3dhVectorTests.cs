using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>X3DH against the two one-sided vectors of Signal's library (0.22, tests of the ratchet), and against its own formula.</summary>
[TestFixture]
internal sealed class X3dhVectorTests
{
    private static DhKeyPair BobIdentity => Pair("4875cc69ddf8ea0719ec947d61081135868d5fd801f02c0225e516df2156605e");
    private static DhKeyPair BobSignedPreKey => Pair("583900131fb727998b7803fe6ac22cc591f342e4e42a8c8d5d78194209b8d253");
    private static DhKeyPair AliceIdentity => Pair("9040f0d4e09cf38f6dc7c13779c908c015a1da4fa78737a080eb0a6f4f5f8f58");
    private static DhKeyPair AliceBaseKey => Pair("11ae7c64d1e61cd596b76a0db5012673391cae66edbfcf073b4da80516a47449");

    private static DhKeyPair Pair(string hex) => DhKeyPair.FromPrivate(Hex.Bytes(hex));

    [Test]
    public void TheVectorsPublicKeysBelongToTheirPrivateKeys() => Assert.Multiple(() =>
    {
        Assert.That(Hex.Of(BobIdentity.Public.Serialize()), Is.EqualTo("05f1f43874f6966956c2dd473f8fa15adeb71d1cb991b2341692324cefb1c5e626"));
        Assert.That(Hex.Of(BobSignedPreKey.Public.Serialize()), Is.EqualTo("05ac248a8f263be6863576eb0362e28c828f0107a3379d34bab1586bf8c770cd67"));
        Assert.That(Hex.Of(AliceIdentity.Public.Serialize()), Is.EqualTo("05b4a8455660ada65b401007f615e654041746432e3339c6875149bceefcb42b4a"));
        Assert.That(AliceBaseKey.Public.ToString(), Is.EqualTo("e2c05860f2ac6b2b57ba564b421ffe71e4b128c591e46e0491cc9b33dbf22a27"));
    });

    [Test]
    public void TheRespondersChainKeyIsSignals()
    {
        Assert.That(DhPublicKey.TryParse(Hex.Bytes("05472d1fb1a9862c3af6beaca8920277e2b26f4a79213ec7c906aeb35e03cf8950"), out DhPublicKey? baseKey));
        SessionSecret secret = X3dh.Functions.Accept(new(BobIdentity, BobSignedPreKey), new(AliceIdentity.Public, baseKey!))!;
        Assert.That(Hex.Of(secret.ChainKey.Bytes), Is.EqualTo("9797caca53c989bbe229a40ca7727010eb2604fc14945d77958a0aeda088b44d"));
    }

    [Test]
    public void TheInitiatorsChainKeyIsSignals()
    {
        using Initiation begun = X3dh.Functions.Initiate(AliceIdentity, AliceBaseKey, new(BobIdentity.Public, BobSignedPreKey.Public))!;
        Assert.That(Hex.Of(begun.Secret.ChainKey.Bytes), Is.EqualTo("ab9be50e5cb22a925446ab90ee5670545f4fd32902459ec274b6ad0ae5d6031a"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void BothEndsComputeTheFormula(bool oneTime)
    {
        DhKeyPair? oneTimePreKey = oneTime ? DhKeyPair.Generate(new SeededRandom(1)) : null;
        SessionSecret alice = X3dh.Functions.Initiate(AliceIdentity, AliceBaseKey, new(BobIdentity.Public, BobSignedPreKey.Public, oneTimePreKey?.Public))!.Secret;
        SessionSecret bob = X3dh.Functions.Accept(new(BobIdentity, BobSignedPreKey, oneTimePreKey), new(AliceIdentity.Public, AliceBaseKey.Public))!;
        byte[] input =
        [
            .. Hex.Repeat(0xFF, 32),
            .. Dh(BobSignedPreKey, AliceIdentity), .. Dh(BobIdentity, AliceBaseKey), .. Dh(BobSignedPreKey, AliceBaseKey),
            .. oneTimePreKey is null ? [] : Dh(oneTimePreKey, AliceBaseKey),
        ];
        byte[] expected = System.Security.Cryptography.HKDF.DeriveKey(
            System.Security.Cryptography.HashAlgorithmName.SHA256, input, 64, new byte[32], "WhisperText"u8.ToArray());
        foreach (SessionSecret secret in new[] { alice, bob })
            Assert.That(Hex.Of([.. secret.RootKey.Bytes, .. secret.ChainKey.Bytes]), Is.EqualTo(Hex.Of(expected)));
    }

    [Test]
    public void ALowOrderKeyInAnyPlaceGivesNothing()
    {
        foreach (DhPublicKey low in LowOrderKeys.All)
            Assert.Multiple(() =>
            {
                Assert.That(X3dh.Functions.Initiate(AliceIdentity, AliceBaseKey, new(low, BobSignedPreKey.Public)), Is.Null);
                Assert.That(X3dh.Functions.Initiate(AliceIdentity, AliceBaseKey, new(BobIdentity.Public, low)), Is.Null);
                Assert.That(X3dh.Functions.Initiate(AliceIdentity, AliceBaseKey, new(BobIdentity.Public, BobSignedPreKey.Public, low)), Is.Null);
                Assert.That(X3dh.Functions.Accept(new(BobIdentity, BobSignedPreKey), new(low, AliceBaseKey.Public)), Is.Null);
                Assert.That(X3dh.Functions.Accept(new(BobIdentity, BobSignedPreKey), new(AliceIdentity.Public, low)), Is.Null);
            });
    }

    private static byte[] Dh(DhKeyPair own, DhKeyPair their) => X25519.Agree(own.Private, their.Public)!.Bytes.ToArray();
}
