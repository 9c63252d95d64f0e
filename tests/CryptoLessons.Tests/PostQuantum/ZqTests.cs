using CryptoLessons.Protocol.PostQuantum;
using NUnit.Framework;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>Arithmetic modulo q and compression, against division, which the library must not use.</summary>
[TestFixture]
internal sealed class ZqTests
{
    private const long Q = 3329;

    private static IEnumerable<int> CompressedBits => Enumerable.Range(1, 11);

    [Test]
    public void ReducesEveryMultipleOfQAndItsNeighbours()
    {
        for (long multiple = 0; multiple <= uint.MaxValue; multiple += Q)
            for (long x = Math.Max(0, multiple - 1); x <= Math.Min(uint.MaxValue, multiple + 1); x++)
                if (Zq.Reduce((uint)x) != x % Q)
                    Assert.Fail($"{x} modulo q is {x % Q}, not {Zq.Reduce((uint)x)}.");
        Assert.That(Zq.Reduce(uint.MaxValue), Is.EqualTo(uint.MaxValue % Q));
    }

    [Test]
    public void ReducesRandomNumbers()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 100_000; i++)
        {
            uint x = (uint)random.NextInt64(1L << 32);
            if (Zq.Reduce(x) != x % Q)
                Assert.Fail($"{x} modulo q is {x % Q}, not {Zq.Reduce(x)}.");
        }
        Assert.That(Zq.Reduce(3328 * 3328), Is.EqualTo(1));
    }

    [Test]
    public void AddsSubtractsAndMultipliesModuloQ()
    {
        Random random = PrintedSeed.NewRandom();
        uint[] edges = [0, 1, 2, 1664, 1665, 3327, 3328];
        IEnumerable<(uint A, uint B)> pairs = edges.SelectMany(a => edges.Select(b => (a, b)))
            .Concat(Enumerable.Range(0, 10_000).Select(_ => ((uint)random.Next((int)Q), (uint)random.Next((int)Q))));
        foreach ((uint a, uint b) in pairs)
            Assert.That(((long)Zq.Add(a, b), (long)Zq.Subtract(a, b), (long)Zq.Multiply(a, b)),
                Is.EqualTo(((a + b) % Q, (a + Q - b) % Q, a * b % Q)), $"{a}, {b}");
    }

    [TestCaseSource(nameof(CompressedBits))]
    public void CompressesEveryValueToTheNearestFraction(int d)
    {
        // x * 2^d / q rounded to the nearest, a half upwards, which never is: q is odd.
        for (long x = 0; x < Q; x++)
            Assert.That(Zq.Compress((uint)x, d), Is.EqualTo(((x << (d + 1)) + Q) / (2 * Q) % (1L << d)), $"{x}");
    }

    [TestCaseSource(nameof(CompressedBits))]
    public void DecompressesEveryValueToTheNearestInteger(int d)
    {
        for (long y = 0; y < 1L << d; y++)
            Assert.That(Zq.Decompress((uint)y, d), Is.EqualTo(((2 * y * Q) + (1L << d)) >> (d + 1)), $"{y}");
    }

    [TestCaseSource(nameof(CompressedBits))]
    public void CompressingWhatWasDecompressedChangesNothing(int d)
    {
        for (uint y = 0; y < 1u << d; y++)
            Assert.That(Zq.Compress(Zq.Decompress(y, d), d), Is.EqualTo(y));
    }
}
