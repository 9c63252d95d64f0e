using System.Numerics;
using CryptoLessons.Protocol.Curve25519;
using NUnit.Framework;
using static CryptoLessons.Tests.Curve25519.Integers;

namespace CryptoLessons.Tests.Curve25519;

[TestFixture]
internal sealed class ScalarTests
{
    private static readonly BigInteger TwoTo512 = BigInteger.Pow(2, 512);

    private static BigInteger Value(Scalar scalar)
    {
        byte[] bytes = new byte[Scalar.Size];
        scalar.ToBytes(bytes);
        return FromBytes(bytes);
    }

    private static Scalar Narrow(BigInteger value) => Scalar.FromBytes(ToBytes(value, 32));

    private static List<BigInteger> NarrowValues(int randomCount) => Samples(
        256, randomCount, 0, 1, 2, L - 1, L, L + 1, (2 * L) - 1, 2 * L, 8 * L, (15 * L) - 1, 15 * L,
        BigInteger.Pow(2, 252), BigInteger.Pow(2, 253) - 1, BigInteger.Pow(2, 255) - 19, BigInteger.Pow(2, 256) - 1);

    [Test]
    public void Reduces32BytesModuloL()
    {
        foreach (BigInteger a in NarrowValues(1000))
            Assert.That(Value(Narrow(a)), Is.EqualTo(a % L), $"{a:x}");
    }

    [Test]
    public void Reduces64BytesModuloL()
    {
        BigInteger top = TwoTo512 / L * L;
        List<BigInteger> values = Samples(
            512, 1000, 0, 1, L - 1, L, L + 1, 3 * L, L * L, (L * L) - 1, (L * L) + 1, top - 1, top, TwoTo512 - 1,
            BigInteger.Pow(2, 224), BigInteger.Pow(2, 256) - 1, BigInteger.Pow(2, 256), BigInteger.Pow(2, 511));
        foreach (BigInteger a in values)
            Assert.That(Value(Scalar.FromBytes(ToBytes(a, 64))), Is.EqualTo(a % L), $"{a:x}");
    }

    /// <summary>Around multiples of L the estimated quotient may be 1 too small, and the last subtraction matters.</summary>
    [Test]
    public void ReducesTheNeighboursOfMultiplesOfL()
    {
        foreach (BigInteger factor in Samples(259, 1000, 1, (TwoTo512 / L) - 1, TwoTo512 / L))
        {
            for (int offset = -2; offset <= 2; offset++)
            {
                BigInteger a = BigInteger.Max(0, (factor * L) + offset);
                Assert.That(Value(Scalar.FromBytes(ToBytes(a, 64))), Is.EqualTo(a % L), $"{factor:x} L + {offset}");
            }
        }
    }

    [Test]
    public void MultipliesAndAddsModuloL()
    {
        List<BigInteger> values = NarrowValues(10);
        foreach (BigInteger a in values)
        {
            foreach (BigInteger b in values)
            {
                foreach (BigInteger c in values)
                {
                    Scalar result = Scalar.MultiplyAdd(Narrow(a), Narrow(b), Narrow(c));
                    Assert.That(Value(result), Is.EqualTo(((a * b) + c) % L), $"{a:x} * {b:x} + {c:x}");
                }
            }
        }
    }

    [Test]
    public void IsZeroAfterWiping()
    {
        Scalar scalar = Narrow(L - 1);
        Scalar.Wipe(ref scalar);
        Assert.That(Value(scalar), Is.EqualTo(BigInteger.Zero));
    }
}
