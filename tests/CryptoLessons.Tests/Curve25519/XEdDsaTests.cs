using System.Numerics;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using NUnit.Framework;
using static CryptoLessons.Tests.Curve25519.Integers;
using BouncyX25519 = Org.BouncyCastle.Math.EC.Rfc7748.X25519;

namespace CryptoLessons.Tests.Curve25519;

[TestFixture]
internal sealed class XEdDsaTests
{
    /// <summary>A signature made by Signal's library, from its own tests; the sign bit is set.</summary>
    private static readonly byte[] SignalKey =
        Convert.FromHexString("ab7e717d4a163b7d9a1d8071dfe9dcf8cdcd1cea3339b6356be84d887e322c64");
    private static readonly byte[] SignalPrivateKey =
        Convert.FromHexString("c097248412e58bf05df487968205132794178e367637f5818f81e0e6ce73e865");
    private static readonly byte[] SignalMessage =
        Convert.FromHexString("05edce9d9c415ca78cb7252e72c2c4a554d3eb29485a0e1d503118d1a82d99fb4a");
    private static readonly byte[] SignalSignature = Convert.FromHexString(
        "5de88ca9a89b4a115da79109c67c9c7464a3e4180274f1cb8c63c2984e286dfb" +
        "ede82deb9dcd9fae0bfbb821569b3d9001bd8130cd11d486cef047bd60b86e88");

    private static byte[] PublicKey(byte[] privateKey)
    {
        byte[] u = new byte[32];
        BouncyX25519.ScalarMultBase(privateKey, 0, u, 0);
        return u;
    }

    private static byte[] Flip(byte[] bytes, int index, byte mask)
    {
        byte[] flipped = [.. bytes];
        flipped[index] ^= mask;
        return flipped;
    }

    private static byte[] WithLAdded(byte[] signature, int times)
    {
        BigInteger s = FromBytes(signature.AsSpan(32)) % BigInteger.Pow(2, 255);
        byte[] larger = [.. signature.AsSpan(0, 32), .. ToBytes(s + (times * L), 32)];
        larger[63] |= (byte)(signature[63] & 0x80);
        return larger;
    }

    [Test]
    public void AcceptsASignatureOfSignalsLibrary() =>
        Assert.That(XEdDsa.Verify(SignalKey, SignalMessage, SignalSignature));

    [TestCase(0x01)]
    [TestCase(0x10)]
    [TestCase(0x80)]
    public void RejectsAFlippedBitOfAnyByteOfTheSignature(byte mask)
    {
        for (int i = 0; i < XEdDsa.SignatureSize; i++)
            Assert.That(XEdDsa.Verify(SignalKey, SignalMessage, Flip(SignalSignature, i, mask)), Is.False, $"byte {i}");
    }

    [Test]
    public void RejectsAFlippedBitOfAnyByteOfTheMessage()
    {
        for (int i = 0; i < SignalMessage.Length; i++)
            Assert.That(XEdDsa.Verify(SignalKey, Flip(SignalMessage, i, 1), SignalSignature), Is.False, $"byte {i}");
    }

    [Test]
    public void RejectsAFlippedBitOfAnyByteOfTheKey()
    {
        for (int i = 0; i < SignalKey.Length; i++)
            Assert.That(XEdDsa.Verify(Flip(SignalKey, i, 1), SignalMessage, SignalSignature), Is.False, $"byte {i}");
    }

    [Test]
    public void IgnoresTheTopBitOfTheKey() =>
        Assert.That(XEdDsa.Verify(Flip(SignalKey, 31, 0x80), SignalMessage, SignalSignature));

    [Test]
    public void SignsWithSignalsKeyUnderItsOwnSign()
    {
        byte[] signature = XEdDsa.Sign(SignalPrivateKey, SignalMessage, new byte[XEdDsa.RandomnessSize]);
        Assert.That(signature[63] & 0x80, Is.EqualTo(SignalSignature[63] & 0x80));
        Assert.That(XEdDsa.Verify(SignalKey, SignalMessage, signature));
    }

    [Test]
    public void VerifiesWhatItSignedForBothSignsOfA()
    {
        Random random = PrintedSeed.NewRandom();
        HashSet<int> signs = [];
        for (int i = 0; i < 60; i++)
        {
            byte[] privateKey = random.NextBytes(32), message = random.NextBytes(random.Next(300)), publicKey = PublicKey(privateKey);
            byte[] signature = XEdDsa.Sign(privateKey, message, random.NextBytes(64));
            signs.Add(signature[63] >> 7);
            Assert.That(signature, Has.Length.EqualTo(XEdDsa.SignatureSize));
            Assert.That(XEdDsa.Verify(publicKey, message, signature));
            Assert.That(XEdDsa.Verify(publicKey, message, Flip(signature, random.Next(64), (byte)(1 << random.Next(8)))), Is.False);
            Assert.That(XEdDsa.Verify(publicKey, [.. message, 0], signature), Is.False);
            Assert.That(XEdDsa.Verify(PublicKey(random.NextBytes(32)), message, signature), Is.False);
        }
        Assert.That(signs, Is.EquivalentTo(new[] { 0, 1 }));
    }

    /// <summary>The whole of Signal's signing, step by step on big integers, with points from the internals.</summary>
    [Test]
    public void SignsAsSpecified()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 20; i++)
        {
            byte[] k = random.NextBytes(32), message = random.NextBytes(random.Next(100)), z = random.NextBytes(64);
            byte[] actual = XEdDsa.Sign(k, message, z);

            k[0] &= 0xF8;
            k[31] = (byte)((k[31] & 0x7F) | 0x40);
            BigInteger a = FromBytes(k) % L;
            byte[] encodedA = BaseTimes(a);
            byte[] prefix = [0xFE, .. Enumerable.Repeat((byte)0xFF, 31)];
            BigInteger r = FromBytes(SHA512.HashData([.. prefix, .. k, .. message, .. z])) % L;
            byte[] encodedR = BaseTimes(r);
            BigInteger h = FromBytes(SHA512.HashData([.. encodedR, .. encodedA, .. message])) % L;
            byte[] expected = [.. encodedR, .. ToBytes((r + (h * a)) % L, 32)];
            expected[63] |= (byte)(encodedA[31] & 0x80);
            Assert.That(actual, Is.EqualTo(expected));
        }
    }

    /// <summary>The paper negates a so that the sign is 0 and needs no bit; such a signature must verify as well.</summary>
    [Test]
    public void AcceptsASignatureMadeByThePapersRules()
    {
        Random random = PrintedSeed.NewRandom();
        int negated = 0;
        for (int i = 0; i < 20; i++)
        {
            byte[] privateKey = random.NextBytes(32), publicKey = PublicKey(privateKey), message = random.NextBytes(40);
            privateKey[0] &= 0xF8;
            privateKey[31] = (byte)((privateKey[31] & 0x7F) | 0x40);
            BigInteger a = FromBytes(privateKey) % L;
            if (BaseTimes(a)[31] >= 0x80)
            {
                a = L - a;
                negated++;
            }
            BigInteger r = FromBytes(random.NextBytes(64)) % L;
            byte[] encodedR = BaseTimes(r);
            BigInteger h = FromBytes(SHA512.HashData([.. encodedR, .. BaseTimes(a), .. message])) % L;
            Assert.That(XEdDsa.Verify(publicKey, message, [.. encodedR, .. ToBytes((r + (h * a)) % L, 32)]));
        }
        Assert.That(negated, Is.InRange(1, 19));
    }

    [Test]
    public void TheSameRandomnessGivesTheSameSignatureAndOtherRandomnessAnother()
    {
        byte[] z = new byte[64];
        byte[] first = XEdDsa.Sign(SignalPrivateKey, SignalMessage, z);
        Assert.That(XEdDsa.Sign(SignalPrivateKey, SignalMessage, z), Is.EqualTo(first));
        Assert.That(XEdDsa.Sign(SignalPrivateKey, SignalMessage, Flip(z, 63, 1)), Is.Not.EqualTo(first));
    }

    [Test]
    public void ClampsThePrivateKey()
    {
        byte[] unclamped = Flip(Flip(SignalPrivateKey, 0, 0x07), 31, 0xC0), z = new byte[64];
        Assert.That(XEdDsa.Sign(unclamped, SignalMessage, z), Is.EqualTo(XEdDsa.Sign(SignalPrivateKey, SignalMessage, z)));
    }

    [Test]
    public void AcceptsSPlusLBelowTwoToThe253AndRejectsItFromThere()
    {
        byte[] plusL = WithLAdded(SignalSignature, 1), plusTwoL = WithLAdded(SignalSignature, 2);
        BigInteger limit = BigInteger.Pow(2, 253), topless = BigInteger.Pow(2, 255);
        Assert.That(FromBytes(plusL.AsSpan(32)) % topless, Is.GreaterThanOrEqualTo(L).And.LessThan(limit), "what the test is about");
        Assert.That(XEdDsa.Verify(SignalKey, SignalMessage, plusL));
        Assert.That(FromBytes(plusTwoL.AsSpan(32)) % topless, Is.GreaterThanOrEqualTo(limit), "what the test is about");
        Assert.That(XEdDsa.Verify(SignalKey, SignalMessage, plusTwoL), Is.False);
    }

    /// <summary>The range check alone: s = 2^253 - 1 and s = 2^253 under a key of order 2, where R = s B can be chosen to fit.</summary>
    [Test]
    public void TheLimitOfSIsTwoToThe253()
    {
        BigInteger limit = BigInteger.Pow(2, 253);
        Assert.That(ForgeUnderOrderTwo(limit - 1).Accepted, Is.Not.Zero);
        Assert.That(ForgeUnderOrderTwo(limit).Accepted, Is.Zero);
    }

    /// <summary>
    /// u = 0 is the point of order 2. When h is even h A vanishes, and anybody signs half of all messages. Signal's library lets this
    /// key through too: it is the caller's matter whose key it asks about. RFC 8032 would refuse the sign bit 1 of this point.
    /// </summary>
    [Test]
    public void AcceptsForgeriesUnderAKeyOfLowOrderAsSignalDoes()
    {
        (int accepted, int evenChallenges) = ForgeUnderOrderTwo(12345);
        Assert.That(accepted, Is.EqualTo(evenChallenges));
        Assert.That(accepted, Is.InRange(2, 62));
    }

    private static (int Accepted, int EvenChallenges) ForgeUnderOrderTwo(BigInteger s)
    {
        byte[] encodedR = BaseTimes(s % L), encodedA = ToBytes(P - 1, 32), key = new byte[32];
        int accepted = 0, even = 0;
        for (byte i = 0; i < 64; i++)
        {
            byte[] message = [i], signature = [.. encodedR, .. ToBytes(s, 32)];
            even += (FromBytes(SHA512.HashData([.. encodedR, .. encodedA, .. message])) % L).IsEven ? 1 : 0;
            bool plus = XEdDsa.Verify(key, message, signature);
            Assert.That(XEdDsa.Verify(key, message, Flip(signature, 63, 0x80)), Is.EqualTo(plus), "x = 0 has no sign");
            accepted += plus ? 1 : 0;
        }
        return (accepted, even);
    }

    [Test]
    public void RejectsAKeyWithoutAnEdwardsPoint()
    {
        foreach (BigInteger u in new[] { P - 1, BigInteger.Pow(2, 255) + P - 1, 2 })
        {
            Assert.That(XEdDsa.Verify(ToBytes(u, 32), SignalMessage, SignalSignature), Is.False);
            Assert.That(XEdDsa.Verify(ToBytes(u, 32), SignalMessage, Flip(SignalSignature, 63, 0x80)), Is.False);
        }
    }

    [TestCase(0, 64)]
    [TestCase(31, 64)]
    [TestCase(33, 64)]
    [TestCase(32, 0)]
    [TestCase(32, 63)]
    [TestCase(32, 65)]
    public void RejectsWrongLengths(int keyLength, int signatureLength)
    {
        byte[] key = [.. SignalKey, 0], signature = [.. SignalSignature, 0];
        Assert.That(XEdDsa.Verify(key.AsSpan(0, keyLength), SignalMessage, signature.AsSpan(0, signatureLength)), Is.False);
    }

    [TestCase(31, 64)]
    [TestCase(33, 64)]
    [TestCase(32, 63)]
    [TestCase(32, 65)]
    public void SigningThrowsForWrongLengths(int keyLength, int randomnessLength) =>
        Assert.That(() => XEdDsa.Sign(new byte[keyLength], SignalMessage, new byte[randomnessLength]), Throws.ArgumentException);

    [Test]
    public void LeavesThePrivateKeyOfTheCallerAlone()
    {
        byte[] privateKey = [.. SignalPrivateKey];
        XEdDsa.Sign(privateKey, SignalMessage, new byte[64]);
        Assert.That(privateKey, Is.EqualTo(SignalPrivateKey));
    }

    private static byte[] BaseTimes(BigInteger value)
    {
        byte[] encoded = new byte[32];
        EdwardsCurve.BaseTable.Multiply(Scalar.FromBytes(ToBytes(value, 32))).Compress(encoded);
        return encoded;
    }
}
