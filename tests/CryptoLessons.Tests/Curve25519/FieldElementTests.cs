using System.Numerics;
using System.Runtime.InteropServices;
using CryptoLessons.Protocol.Curve25519;
using NUnit.Framework;
using static CryptoLessons.Tests.Curve25519.Integers;

namespace CryptoLessons.Tests.Curve25519;

[TestFixture]
internal sealed class FieldElementTests
{
    private static readonly BigInteger TwoTo255 = BigInteger.Pow(2, 255);

    private static List<BigInteger> Values(int randomCount = 20) => Samples(
        256, randomCount, 0, 1, 2, 18, 19, 20, P - 2, P - 1, P, P + 1, P + 18, TwoTo255 - 1, (P - 1) / 2, (P + 1) / 2,
        BigInteger.Pow(2, 51) - 1, BigInteger.Pow(2, 51), BigInteger.Pow(2, 204) - 1, TwoTo255 - BigInteger.Pow(2, 204),
        TwoTo255, TwoTo255 + P, (2 * TwoTo255) - 1);

    private static FieldElement Element(BigInteger value) => FieldElement.FromBytes(ToBytes(value, FieldElement.Size));

    private static BigInteger Residue(BigInteger value) => Modulo(value % TwoTo255, P);

    private static BigInteger Value(FieldElement element)
    {
        byte[] bytes = new byte[FieldElement.Size];
        element.ToBytes(bytes);
        return FromBytes(bytes);
    }

    [Test]
    public void ReadsWithoutTheTopBitAndWritesTheValueBelowP()
    {
        foreach (BigInteger a in Values(1000))
            Assert.That(Value(Element(a)), Is.EqualTo(Residue(a)), $"{a:x}");
    }

    [Test]
    public void AddsSubtractsAndMultipliesAsIntegersModuloP()
    {
        List<BigInteger> values = Values();
        foreach (BigInteger a in values)
        {
            foreach (BigInteger b in values)
            {
                FieldElement x = Element(a), y = Element(b);
                Assert.That(Value(x + y), Is.EqualTo(Modulo(Residue(a) + Residue(b), P)), $"{a:x} + {b:x}");
                Assert.That(Value(x - y), Is.EqualTo(Modulo(Residue(a) - Residue(b), P)), $"{a:x} - {b:x}");
                Assert.That(Value(x * y), Is.EqualTo(Modulo(Residue(a) * Residue(b), P)), $"{a:x} * {b:x}");
            }
        }
    }

    /// <summary>Limbs as large as anything leaves them: carried ones, and those of a factor.</summary>
    [Test]
    public void LimbsAtTheirLargestOverflowNowhere()
    {
        const ulong Carried = (1UL << 51) + (1UL << 18) - 1, Factor = (1UL << 53) - 1;
        foreach (ulong most in (ulong[])[Carried, Factor])
            for (int pattern = 1; pattern < 32; pattern++)
            {
                ulong[] limbs = [.. Enumerable.Range(0, 5).Select(i => (ulong)((pattern >> i) & 1) * most)];
                FieldElement x = MemoryMarshal.Read<FieldElement>(MemoryMarshal.AsBytes<ulong>(limbs));
                BigInteger value = limbs.Select((limb, i) => new BigInteger(limb) << (51 * i)).Aggregate(BigInteger.Add);
                Assert.That(Value(x * x), Is.EqualTo(BigInteger.ModPow(value, 2, P)), $"{pattern} of {most:x}");
                Assert.That(Value(x.Square()), Is.EqualTo(BigInteger.ModPow(value, 2, P)), $"{pattern} of {most:x}");
                Assert.That(Value(x * 121_665), Is.EqualTo(Modulo(value * 121_665, P)), $"{pattern} of {most:x}");
                if (most == Factor)
                    continue;
                FieldElement sum = FieldElement.SumAsFactor(x, x), difference = FieldElement.DifferenceAsFactor(FieldElement.One, x);
                Assert.That(Value(x), Is.EqualTo(Modulo(value, P)), $"{pattern} of {most:x}");
                Assert.That(Value(FieldElement.One - x), Is.EqualTo(Modulo(1 - value, P)), $"{pattern} of {most:x}");
                Assert.That(Value(sum * difference), Is.EqualTo(Modulo(2 * value * (1 - value), P)), $"{pattern} of {most:x}");
            }
    }

    [Test]
    public void InvertsManyAsOne()
    {
        FieldElement[] elements = [.. Values(50).Where(value => Residue(value) != 0).Select(Element)], inverses = [.. elements];
        FieldElement.Invert(inverses);
        Assert.That(inverses.Select(Value), Is.EqualTo(elements.Select(element => Value(element.Invert()))));
        Assert.That(() => FieldElement.Invert([]), Throws.Nothing);
    }

    [Test]
    public void NegatesSquaresAndInvertsAsIntegersModuloP()
    {
        foreach (BigInteger a in Values(100))
        {
            FieldElement x = Element(a);
            Assert.That(Value(-x), Is.EqualTo(Modulo(-Residue(a), P)), $"-{a:x}");
            Assert.That(Value(x.Square()), Is.EqualTo(BigInteger.ModPow(Residue(a), 2, P)), $"{a:x}^2");
            Assert.That(Value(x.Invert()), Is.EqualTo(BigInteger.ModPow(Residue(a), P - 2, P)), $"1/{a:x}");
        }
    }

    [Test]
    public void StaysRightOverLongChainsOfUnreducedResults()
    {
        Random random = PrintedSeed.NewRandom();
        List<BigInteger> values = Values();
        FieldElement x = Element(TwoTo255 - 1);
        BigInteger expected = 18;
        for (int i = 0; i < 5000; i++)
        {
            BigInteger b = values[random.Next(values.Count)];
            FieldElement y = Element(b);
            (x, expected) = random.Next(6) switch
            {
                0 => (x + y, expected + Residue(b)),
                1 => (x - y, expected - Residue(b)),
                2 => (y - x, Residue(b) - expected),
                3 => (x * y, expected * Residue(b)),
                4 => (x.Square(), expected * expected),
                _ => (x + x, expected + expected),
            };
            expected = Modulo(expected, P);
            Assert.That(Value(x), Is.EqualTo(expected), $"step {i}");
        }
    }

    [Test]
    public void StaysRightOverManyAdditionsOfTheLargestInput()
    {
        FieldElement x = Element(TwoTo255 - 1);
        BigInteger expected = 18;
        for (int i = 0; i < 300; i++)
        {
            (x, expected) = (x + Element(TwoTo255 - 1), expected + 18);
            Assert.That(Value(x * x), Is.EqualTo(Modulo(expected * expected, P)));
            Assert.That(Value(x.Square()), Is.EqualTo(Modulo(expected * expected, P)));
            Assert.That(Value(x - x), Is.EqualTo(BigInteger.Zero));
        }
    }

    [Test]
    public void ComparesAndSignsByTheReducedValue()
    {
        List<BigInteger> values = Values();
        foreach (BigInteger a in values)
        {
            Assert.That(Element(a).IsNegative(), Is.EqualTo((ulong)(Residue(a) % 2)), $"{a:x}");
            foreach (BigInteger b in values)
            {
                ulong expected = Residue(a) == Residue(b) ? 1UL : 0UL;
                Assert.That(FieldElement.AreEqual(Element(a), Element(b)), Is.EqualTo(expected), $"{a:x} == {b:x}");
            }
        }
    }

    [Test]
    public void SelectsTheFirstForZeroAndTheSecondForOne()
    {
        List<BigInteger> values = Values();
        foreach ((BigInteger a, BigInteger b) in values.Zip(values.Skip(1)))
        {
            Assert.That(Value(FieldElement.Select(Element(a), Element(b), 0)), Is.EqualTo(Residue(a)));
            Assert.That(Value(FieldElement.Select(Element(a), Element(b), 1)), Is.EqualTo(Residue(b)));
        }
    }

    [Test]
    public void FindsTheEvenSquareRootExactlyWhenThereIsOne()
    {
        int found = 0;
        List<BigInteger> values = Values(100);
        foreach ((BigInteger a, BigInteger b) in values.Zip(values.Skip(1)))
        {
            if (Residue(b).IsZero)
                continue;
            BigInteger ratio = Modulo(Residue(a) * BigInteger.ModPow(Residue(b), P - 2, P), P);
            bool isSquare = ratio.IsZero || BigInteger.ModPow(ratio, (P - 1) / 2, P).IsOne;
            ulong hasRoot = FieldElement.SqrtRatio(Element(a), Element(b), out FieldElement root);
            Assert.That(hasRoot, Is.EqualTo(isSquare ? 1UL : 0UL), $"{a:x}/{b:x}");
            if (!isSquare)
                continue;
            found++;
            Assert.That(BigInteger.ModPow(Value(root), 2, P), Is.EqualTo(ratio), $"{a:x}/{b:x}");
            Assert.That(Value(root).IsEven, $"{a:x}/{b:x}");
        }
        Assert.That(found, Is.InRange(20, values.Count - 20), "About half of all ratios are squares.");
    }

    [Test]
    public void TheRootOfMinusOneSquaresToMinusOne() =>
        Assert.That(Value(FieldElement.SqrtMinusOne.Square()), Is.EqualTo(P - 1));
}
