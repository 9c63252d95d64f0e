using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;
using Bouncy = Org.BouncyCastle.Math.EC.Rfc7748.X25519;

namespace CryptoLessons.Tests.Curve25519;

/// <summary>Our X25519 against another's, bit for bit: random input, and input that nobody honest sends.</summary>
[TestFixture]
internal sealed class X25519AgainstBouncyCastleTests
{
    private const int Samples = 10_000;

    [Test]
    public void AgreesOnRandomInput()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < Samples; i++)
        {
            byte[] k = random.NextBytes(32), u = random.NextBytes(32);
            Assert.That(Agree(k, u), Is.EqualTo(BouncyAgree(k, u)), $"{Hex.Of(k)} {Hex.Of(u)}");
        }
    }

    [Test]
    public void MakesTheSamePublicKeys()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < Samples; i++)
        {
            byte[] k = random.NextBytes(32);
            Assert.That(PublicKey(k), Is.EqualTo(BouncyPublicKey(k)), Hex.Of(k));
        }
    }

    /// <summary>All digits of the recoding at their ends, and carries through all of them.</summary>
    [Test]
    public void MakesTheSamePublicKeysOfRepeatedDigits()
    {
        for (int digits = 0; digits < 256; digits++)
            foreach (int last in (int[])[0, 0x3F, 0x40, 0x77, 0x78, 0x7F, 0x80, 0xFF])
            {
                byte[] k = [.. Hex.Repeat((byte)digits, 31), (byte)last];
                Assert.That(PublicKey(k), Is.EqualTo(BouncyPublicKey(k)), Hex.Of(k));
            }
    }

    /// <summary>All limbs at their largest, coordinates at and above p, and points of low order: in both forms of the top bit.</summary>
    [Test]
    public void AgreesOnEdgesOfTheField()
    {
        Random random = PrintedSeed.NewRandom();
        var edges = new List<byte[]>([.. LowOrderKeys.All.Select(key => key.U.ToArray())]);
        for (int low = 0xDA; low <= 0xFF; low++)
            edges.AddRange([(byte)low, .. Hex.Repeat(0xFF, 30), 0x7F], [(byte)low, .. Hex.Repeat(0xFF, 31)]);
        for (int bit = 0; bit < 256; bit++)
        {
            byte[] u = new byte[32];
            u[bit / 8] = (byte)(1 << (bit % 8));
            edges.AddRange(u, [.. u.Select(b => (byte)~b)]);
        }
        foreach (byte[] u in edges)
            foreach (byte[] k in (byte[][])[random.NextBytes(32), new byte[32], Hex.Repeat(0xFF, 32)])
                Assert.That(Agree(k, u), Is.EqualTo(BouncyAgree(k, u)), $"{Hex.Of(k)} {Hex.Of(u)}");
    }

    [Test]
    public void AgreesWithManyKeysAsWithEach()
    {
        Random random = PrintedSeed.NewRandom();
        byte[] k = random.NextBytes(32);
        byte[][] keys = [.. LowOrderKeys.All.Select(key => key.U.ToArray()), .. Enumerable.Range(0, 40).Select(_ => random.NextBytes(32))];
        random.Shuffle(keys);
        byte[] secrets = Hex.Repeat(0xAA, 32 * keys.Length);
        X25519.Agree(new DhPrivateKey(k), keys.SelectMany(key => key).ToArray(), secrets);
        Assert.That(secrets.Chunk(32), Is.EqualTo(keys.Select(u => BouncyAgree(k, u) ?? new byte[32])));
    }

    /// <summary>Groups of eight, of four, and what is left: each n has another mixture.</summary>
    [Test]
    public void AgreesWithAnyNumberOfKeys()
    {
        Random random = PrintedSeed.NewRandom();
        for (int n = 0; n <= 17; n++)
        {
            byte[] k = random.NextBytes(32), keys = random.NextBytes(32 * n), secrets = Hex.Repeat(0xAA, 32 * n);
            X25519.Agree(new DhPrivateKey(k), keys, secrets);
            Assert.That(secrets.Chunk(32), Is.EqualTo(keys.Chunk(32).Select(u => BouncyAgree(k, u) ?? new byte[32])), $"{n} keys");
        }
    }

    [Test]
    public void LengthsThatDoNotFitAreTheCallersMistake()
    {
        var own = new DhPrivateKey(new byte[32]);
        Assert.That(() => X25519.Agree(own, new byte[33], new byte[33]), Throws.ArgumentException);
        Assert.That(() => X25519.Agree(own, new byte[64], new byte[32]), Throws.ArgumentException);
    }

    private static byte[]? Agree(byte[] k, byte[] u) => X25519.Agree(new(k), new DhPublicKey(u))?.Bytes.ToArray();

    private static byte[] PublicKey(byte[] k) => X25519.PublicKey(new(k)).U.ToArray();

    private static byte[]? BouncyAgree(byte[] k, byte[] u)
    {
        byte[] secret = new byte[32];
        return Bouncy.CalculateAgreement(k, 0, u, 0, secret, 0) ? secret : null;
    }

    private static byte[] BouncyPublicKey(byte[] k)
    {
        byte[] u = new byte[32];
        Bouncy.ScalarMultBase(k, 0, u, 0);
        return u;
    }
}
