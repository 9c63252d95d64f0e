using System.Numerics;
using CryptoLessons.Protocol.Curve25519;
using NUnit.Framework;
using static CryptoLessons.Tests.Curve25519.Integers;

namespace CryptoLessons.Tests.Curve25519;

/// <summary>Scalars as a field: what Lagrange's weights are computed with, against big integers.</summary>
[TestFixture]
internal sealed class ScalarFieldTests
{
    private static readonly BigInteger[] Edges = [0, 1, 2, 8, L - 2, L - 1, L, L + 1, BigInteger.Pow(2, 252), BigInteger.Pow(2, 256) - 1];

    private static BigInteger Value(Scalar scalar)
    {
        byte[] bytes = new byte[Scalar.Size];
        scalar.ToBytes(bytes);
        return FromBytes(bytes);
    }

    private static Scalar Of(BigInteger value) => Scalar.FromBytes(ToBytes(value, 32));

    [Test]
    public void SumsProductsAndOppositesAreThoseModuloL()
    {
        List<BigInteger> values = Samples(256, 20, Edges);
        foreach (BigInteger a in values)
        {
            Assert.That(Value(-Of(a)), Is.EqualTo(Modulo(-a, L)), $"-{a:x}");
            foreach (BigInteger b in values)
            {
                Assert.That(Value(Of(a) + Of(b)), Is.EqualTo((a + b) % L), $"{a:x} + {b:x}");
                Assert.That(Value(Of(a) * Of(b)), Is.EqualTo(a * b % L), $"{a:x} * {b:x}");
            }
        }
    }

    [Test]
    public void TheInverseIsTheOneModuloL()
    {
        foreach (BigInteger a in Samples(256, 50, Edges))
            Assert.That(Value(Scalar.Invert(Of(a))), Is.EqualTo(BigInteger.ModPow(a, L - 2, L)), $"1/{a:x}");
        Assert.That(Value(Scalar.Invert(Of(8)) * Of(8)), Is.EqualTo(BigInteger.One));
    }

    [Test]
    public void ZeroHasNoInverseAndGivesZero() => Assert.That(Value(Scalar.Invert(Of(L))), Is.EqualTo(BigInteger.Zero));

    [TestCase(0u)]
    [TestCase(1u)]
    [TestCase(uint.MaxValue)]
    public void ASmallNumberIsItself(uint value) => Assert.That(Value(Scalar.FromSmall(value)), Is.EqualTo(new BigInteger(value)));
}
