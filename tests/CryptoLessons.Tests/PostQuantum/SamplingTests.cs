using System.Numerics;
using CryptoLessons.Protocol.PostQuantum;
using NUnit.Framework;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>Drawn polynomials, against the algorithms written straight down and fed by BouncyCastle's SHAKE.</summary>
[TestFixture]
internal sealed class SamplingTests
{
    private const int Q = 3329;

    [Test]
    public void ASmallCoefficientIsTheDifferenceOfTwoSumsOfBits()
    {
        // Every byte there is: two coefficients each, the lower half first.
        for (int first = 0; first < 256; first += 128)
        {
            byte[] bytes = [.. Enumerable.Range(first, 128).Select(i => (byte)i)];
            int[] expected = [.. bytes.SelectMany(b => (int[])[b & 15, b >> 4])
                .Select(bits => (BitOperations.PopCount((uint)bits & 3) - BitOperations.PopCount((uint)bits >> 2) + Q) % Q)];
            Assert.That(Sampling.SamplePolyCbd(bytes).Coefficients.ToArray(), Is.EqualTo(expected));
        }
    }

    [Test]
    public void SmallCoefficientsAreBinomial()
    {
        // Over all bytes each sum of two bits comes up exactly as often as it should: 1, 4, 6, 4, 1 of 16.
        IEnumerable<ushort> all = ((int[])[0, 128]).SelectMany(first =>
            Sampling.SamplePolyCbd([.. Enumerable.Range(first, 128).Select(i => (byte)i)]).Coefficients.ToArray());
        Dictionary<int, int> counts = all.GroupBy(c => c > Q / 2 ? c - Q : c).ToDictionary(group => group.Key, group => group.Count());
        Assert.That(counts, Is.EquivalentTo(new Dictionary<int, int> { [-2] = 32, [-1] = 128, [0] = 192, [1] = 128, [2] = 32 }));
    }

    [Test]
    public void ASmallPolynomialComesFromItsSeedAndCounter()
    {
        byte[] seed = PrintedSeed.NewRandom().NextBytes(32);
        for (int counter = 0; counter < 9; counter++)
            Assert.That(Sampling.SamplePolyCbd(seed, counter).Coefficients.ToArray(),
                Is.EqualTo(Sampling.SamplePolyCbd(Oracles.Shake(256, [.. seed, (byte)counter], 128)).Coefficients.ToArray()));
    }

    [Test]
    public void AMatrixElementIsWhatRejectionLeaves()
    {
        Random random = PrintedSeed.NewRandom();
        for (int round = 0; round < 200; round++)
        {
            byte[] rho = random.NextBytes(32);
            int j = random.Next(4), i = random.Next(4);
            // Six blocks: that 256 of their candidates do not survive does not happen in a lifetime.
            byte[] bytes = Oracles.Shake(128, [.. rho, (byte)j, (byte)i], 6 * 168);
            int[] expected = [.. bytes.Chunk(3)
                .SelectMany(c => (int[])[c[0] + (256 * (c[1] % 16)), (c[1] / 16) + (16 * c[2])]).Where(d => d < Q).Take(256)];
            Assert.That(Sampling.SampleNtt(rho, j, i).Coefficients.ToArray(), Is.EqualTo(expected));
        }
    }
}
