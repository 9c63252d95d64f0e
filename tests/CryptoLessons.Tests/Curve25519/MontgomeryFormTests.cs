using CryptoLessons.Protocol.Curve25519;
using NUnit.Framework;
using static CryptoLessons.Tests.Curve25519.Integers;

namespace CryptoLessons.Tests.Curve25519;

/// <summary>From the Edwards curve back to Curve25519's own coordinate.</summary>
[TestFixture]
internal sealed class MontgomeryFormTests
{
    private static byte[] U(EdwardsPoint point)
    {
        byte[] u = new byte[32];
        point.ToMontgomery(u);
        return u;
    }

    [Test]
    public void IsTheX25519PublicKeyOfThePoint()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 30; i++)
        {
            using var pair = DhKeyPair.FromPrivate(random.NextBytes(32));
            EdwardsPoint point = EdwardsCurve.BaseTable.Multiply(Scalar.FromBytes(pair.Private.Bytes));
            Assert.That(U(point), Is.EqualTo(pair.Public.U.ToArray()));
            Assert.That(U(-point), Is.EqualTo(U(point)), "u has no sign");
        }
    }

    [Test]
    public void DoesNotDependOnTheCoordinatesZ() =>
        Assert.That(U(EdwardsCurve.BasePoint.Double() + -EdwardsCurve.BasePoint), Is.EqualTo(ToBytes(9, 32)));

    [Test]
    public void UndoesTheWayThere()
    {
        Random random = PrintedSeed.NewRandom();
        int onCurve = 0;
        for (int i = 0; i < 60; i++)
        {
            byte[] u = ToBytes(FromBytes(random.NextBytes(32)) % P, 32);
            for (ulong sign = 0; sign < 2; sign++)
                if (EdwardsPoint.TryFromMontgomery(u, sign, out EdwardsPoint point))
                {
                    onCurve++;
                    Assert.That(U(point), Is.EqualTo(u));
                }
        }
        Assert.That(onCurve, Is.InRange(10, 110));
    }

    [Test]
    public void TheNeutralElementAndThePointOfOrderTwoGiveZero()
    {
        Assert.That(U(EdwardsPoint.Identity), Is.EqualTo(new byte[32]));
        Assert.That(EdwardsPoint.TryDecompress(ToBytes(P - 1, 32), out EdwardsPoint orderTwo));
        Assert.That(U(orderTwo), Is.EqualTo(new byte[32]));
    }
}
