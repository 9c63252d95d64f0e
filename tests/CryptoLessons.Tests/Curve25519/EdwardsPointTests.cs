using System.Numerics;
using CryptoLessons.Protocol.Curve25519;
using NUnit.Framework;
using static CryptoLessons.Tests.Curve25519.Integers;
using BouncyX25519 = Org.BouncyCastle.Math.EC.Rfc7748.X25519;

namespace CryptoLessons.Tests.Curve25519;

[TestFixture]
internal sealed class EdwardsPointTests
{
    /// <summary>A point of order 8; its multiples are all eight points of low order.</summary>
    private const string OrderEight = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a";

    private static readonly EdwardsPoint B = EdwardsCurve.BasePoint;

    private static Scalar Scalar32(BigInteger value) => Scalar.FromBytes(ToBytes(value, 32));

    private static EdwardsPoint BaseTimes(BigInteger value) => EdwardsCurve.BaseTable.Multiply(Scalar32(value));

    private static string Hex(EdwardsPoint point)
    {
        byte[] bytes = new byte[EdwardsPoint.Size];
        point.Compress(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private static EdwardsPoint Decompress(string hex)
    {
        Assert.That(EdwardsPoint.TryDecompress(Convert.FromHexString(hex), out EdwardsPoint point));
        return point;
    }

    private static IEnumerable<EdwardsPoint> LowOrderPoints()
    {
        EdwardsPoint point = EdwardsPoint.Identity;
        for (int i = 0; i < 8; i++, point += Decompress(OrderEight))
            yield return point;
    }

    [Test]
    public void TheConstantsAreThoseOfRfc8032()
    {
        byte[] d = new byte[32];
        EdwardsCurve.D.ToBytes(d);
        BigInteger expected = BigInteger.Parse("37095705934669439343138083508754565189542113879843219016388785533085940283555");
        Assert.That(FromBytes(d), Is.EqualTo(expected));
        Assert.That(Hex(B), Is.EqualTo("5866666666666666666666666666666666666666666666666666666666666666"));
    }

    [Test]
    public void TheGroupLawHoldsForEveryKindOfPoint()
    {
        Random random = PrintedSeed.NewRandom();
        EdwardsPoint some = BaseTimes(FromBytes(random.NextBytes(32))), other = BaseTimes(FromBytes(random.NextBytes(32)));
        List<EdwardsPoint> points = [B, -B, some, other, .. LowOrderPoints()];
        points.AddRange(LowOrderPoints().Select(low => low + B).ToList());
        foreach (EdwardsPoint p in points)
        {
            Assert.That(Hex(p + EdwardsPoint.Identity), Is.EqualTo(Hex(p)));
            Assert.That(Hex(p + -p), Is.EqualTo(Hex(EdwardsPoint.Identity)));
            Assert.That(Hex(p.Double()), Is.EqualTo(Hex(p + p)));
            foreach (EdwardsPoint q in points)
            {
                Assert.That(Hex(p + q), Is.EqualTo(Hex(q + p)));
                Assert.That(Hex(p + q + B), Is.EqualTo(Hex(p + (q + B))));
            }
        }
    }

    [Test]
    public void ThereAreEightDifferentPointsOfLowOrder() =>
        Assert.That(LowOrderPoints().Select(Hex).Distinct().Count(), Is.EqualTo(8));

    [Test]
    public void MultiplicationIsRepeatedAddition()
    {
        EdwardsPoint sum = EdwardsPoint.Identity;
        for (int i = 0; i < 300; i++, sum += B)
            Assert.That(Hex(BaseTimes(i)), Is.EqualTo(Hex(sum)), $"{i}");
    }

    [Test]
    public void TheBasePointHasOrderL()
    {
        Assert.That(Hex(BaseTimes(L - 1)), Is.EqualTo(Hex(-B)));
        Assert.That(Hex(BaseTimes(L - 1) + B), Is.EqualTo(Hex(EdwardsPoint.Identity)));
    }

    [Test]
    public void MultiplicationDistributesOverScalarsAndPoints()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 20; i++)
        {
            BigInteger a = FromBytes(random.NextBytes(32)), b = FromBytes(random.NextBytes(32));
            Assert.That(Hex(BaseTimes(a) + BaseTimes(b)), Is.EqualTo(Hex(BaseTimes((a + b) % L))));
            Assert.That(Hex(new PointTable(BaseTimes(a)).Multiply(Scalar32(b))), Is.EqualTo(Hex(BaseTimes(a * b % L))));
        }
    }

    [Test]
    public void TheVariableTimeSumEqualsTheConstantTimeOne()
    {
        foreach (BigInteger a in Samples(256, 10, 0, 1, 15, 16, L - 1, BigInteger.Pow(2, 252)))
        {
            foreach (BigInteger b in Samples(256, 3, 0, 1, L - 1))
            {
                EdwardsPoint p = BaseTimes(a + 7);
                EdwardsPoint sum = PointTable.MultiplyAddVariableTime(Scalar32(a), EdwardsCurve.BaseTable, Scalar32(b), new PointTable(p));
                Assert.That(Hex(sum), Is.EqualTo(Hex(BaseTimes(a) + new PointTable(p).Multiply(Scalar32(b)))), $"{a:x} B + {b:x} P");
            }
        }
    }

    [Test]
    public void TheTablesOfAllDigitsGiveWhatDoublingGives()
    {
        foreach (BigInteger a in Samples(256, 30, 0, 1, 15, 16, 255, L - 1, BigInteger.Pow(2, 252)))
            Assert.That(Hex(EdwardsCurve.BaseTables.Multiply(Scalar32(a))), Is.EqualTo(Hex(BaseTimes(a))), $"{a:x}");
    }

    [Test]
    public void DecompressionUndoesCompression()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 100; i++)
        {
            string hex = Hex(BaseTimes(FromBytes(random.NextBytes(32))));
            Assert.That(Hex(Decompress(hex)), Is.EqualTo(hex));
        }
    }

    /// <summary>x^2 = (y^2 - 1)/(d y^2 + 1), decided by Euler's criterion on big integers.</summary>
    [Test]
    public void DecompressesExactlyTheYOfTheCurve()
    {
        BigInteger d = Modulo(-121665 * BigInteger.ModPow(121666, P - 2, P), P);
        int onCurve = 0;
        List<BigInteger> values = Samples(255, 100, 0, 1, 2, P - 1, P, P + 1, BigInteger.Pow(2, 255) - 1);
        foreach (BigInteger y in values)
        {
            BigInteger xx = Modulo(((y * y) - 1) * BigInteger.ModPow((d * y * y) + 1, P - 2, P), P);
            bool expected = xx.IsZero || BigInteger.ModPow(xx, (P - 1) / 2, P).IsOne;
            Assert.That(EdwardsPoint.TryDecompress(ToBytes(y, 32), out _), Is.EqualTo(expected), $"{y:x}");
            onCurve += expected ? 1 : 0;
        }
        Assert.That(onCurve, Is.InRange(20, values.Count - 20), "About half of all y are on the curve.");
    }

    [Test]
    public void TheEdwardsKeyIsTheX25519PublicKeyOfBouncyCastle()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 100; i++)
        {
            byte[] k = random.NextBytes(32), u = new byte[32], encoded = new byte[32];
            BouncyX25519.ScalarMultBase(k, 0, u, 0);
            k[0] &= 0xF8;
            k[31] = (byte)((k[31] & 0x7F) | 0x40);
            EdwardsCurve.BaseTable.Multiply(Scalar.FromBytes(k)).Compress(encoded);

            BigInteger y = FromBytes(encoded) % BigInteger.Pow(2, 255);
            BigInteger fromY = Modulo((1 + y) * BigInteger.ModPow(Modulo(1 - y, P), P - 2, P), P);
            Assert.That(fromY, Is.EqualTo(FromBytes(u)), "u = (1 + y)/(1 - y)");
            Assert.That(EdwardsPoint.TryFromMontgomery(u, (ulong)(encoded[31] >> 7), out EdwardsPoint fromU));
            Assert.That(Hex(fromU), Is.EqualTo(Convert.ToHexStringLower(encoded)));
            Assert.That(EdwardsPoint.TryFromMontgomery(u, (ulong)(encoded[31] >> 7) ^ 1, out EdwardsPoint opposite));
            Assert.That(Hex(opposite), Is.EqualTo(Hex(-fromU)));
        }
    }

    [Test]
    public void TheMontgomeryCoordinateIsReadWithoutItsTopBitAndModuloP()
    {
        Assert.That(EdwardsPoint.TryFromMontgomery(ToBytes(9, 32), 0, out EdwardsPoint nine));
        Assert.That(Hex(nine), Is.EqualTo(Hex(B)));
        foreach (BigInteger u in new[] { P + 9, BigInteger.Pow(2, 255) + 9, BigInteger.Pow(2, 255) + P + 9 })
        {
            Assert.That(EdwardsPoint.TryFromMontgomery(ToBytes(u, 32), 0, out EdwardsPoint point));
            Assert.That(Hex(point), Is.EqualTo(Hex(B)), $"{u:x}");
        }
    }

    [Test]
    public void MinusOneAndTheTwistHaveNoEdwardsPoint()
    {
        foreach (BigInteger u in new[] { P - 1, BigInteger.Pow(2, 255) + P - 1, 2 })
        {
            Assert.That(EdwardsPoint.TryFromMontgomery(ToBytes(u, 32), 0, out _), Is.False, $"{u:x}");
            Assert.That(EdwardsPoint.TryFromMontgomery(ToBytes(u, 32), 1, out _), Is.False, $"{u:x}");
        }
    }

    [Test]
    public void UnlikeRfc8032BothSignsOfTheZeroXAreAccepted()
    {
        Assert.That(EdwardsPoint.TryFromMontgomery(ToBytes(0, 32), 0, out EdwardsPoint plus));
        Assert.That(EdwardsPoint.TryFromMontgomery(ToBytes(0, 32), 1, out EdwardsPoint minus));
        Assert.That(Hex(plus), Is.EqualTo(Convert.ToHexStringLower(ToBytes(P - 1, 32))));
        Assert.That(Hex(minus), Is.EqualTo(Hex(plus)));
    }
}
