using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Primitives;

/// <summary>HMAC and HKDF of any number of messages, in whatever lanes this processor has.</summary>
[TestFixture]
internal sealed class HmacSha256Tests
{
    /// <summary>RFC 4231 §4.2 and §4.3.</summary>
    [TestCase("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "4869205468657265",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [TestCase("4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void AuthenticatesAsInRfc4231(string key, string message, string expected)
    {
        byte[] mac = new byte[HmacSha256.Size];
        HmacSha256.Compute(Hex.Bytes(key), Hex.Bytes(message), 1, mac);
        Assert.That(Hex.Of(mac), Is.EqualTo(expected));
    }

    /// <summary>RFC 5869 A.1.</summary>
    [Test]
    public void ExtractsAndExpandsAsInRfc5869()
    {
        byte[] prk = new byte[HmacSha256.Size], okm = new byte[42];
        HmacSha256.Compute(Hex.Count(0, 13), Hex.Repeat(0x0B, 22), 1, prk);
        HmacSha256.Expand(prk, Hex.Count(0xF0, 10), 1, okm);
        Assert.That(Hex.Of(prk), Is.EqualTo("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"));
        Assert.That(Hex.Of(okm), Is.EqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    }

    [Test]
    public void TakesAnyNumberOfMessages()
    {
        Random random = PrintedSeed.NewRandom();
        for (int count = 0; count <= 40; count++)
        {
            byte[] secrets = random.NextBytes(32 * count), infos = random.NextBytes(87 * count);
            byte[] prks = new byte[32 * count], okms = new byte[44 * count];
            HmacSha256.Compute([], secrets, count, prks);
            HmacSha256.Expand(prks, infos, count, okms);
            IEnumerable<byte> expected = secrets.Chunk(32).Zip(infos.Chunk(87)).SelectMany(pair =>
                HKDF.DeriveKey(HashAlgorithmName.SHA256, pair.First, 44, salt: [], info: pair.Second));
            Assert.That(okms, Is.EqualTo(expected), $"{count} messages");
        }
    }

    [Test]
    public void LengthsThatDoNotFitAreTheCallersMistake()
    {
        Assert.That(() => HmacSha256.Compute(new byte[64], new byte[3], 2, new byte[64]), Throws.ArgumentException);
        Assert.That(() => HmacSha256.Compute(new byte[65], new byte[3], 1, new byte[32]), Throws.ArgumentException);
        Assert.That(() => HmacSha256.Compute(new byte[32], new byte[3], 1, new byte[31]), Throws.ArgumentException);
        Assert.That(() => HmacSha256.Compute(new byte[33], new byte[4], 2, new byte[64]), Throws.ArgumentException);
        Assert.That(() => HmacSha256.Compute([], [1], 0, []), Throws.ArgumentException);
        Assert.That(() => HmacSha256.Compute([], [], -1, []), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => HmacSha256.Expand(new byte[31], [], 1, new byte[32]), Throws.ArgumentException);
        Assert.That(() => HmacSha256.Expand(new byte[32], [], 1, new byte[(255 * 32) + 1]), Throws.ArgumentException);
    }
}
