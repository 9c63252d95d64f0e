using CryptoLessons.ExceptionalAccess;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scoreboards;

/// <summary>How likely enough holders are robbed: the formula beside robberies that are thrown like dice.</summary>
[TestFixture]
internal sealed class QuorumTests
{
    private const int Robberies = 40_000;

    // So far from the mean that a right formula does not fail in anybody's lifetime, rare leaks included.
    private const double Deviations = 8;

    [Test]
    public void AgreesWithASimulation()
    {
        Random random = PrintedSeed.NewRandom();
        foreach (var (needed, of) in ((int, int)[])[(1, 1), (3, 5), (2, 3), (1, 5), (1, 27), (2, 2), (3, 3)])
            foreach (double p in (double[])[0.02, 0.3])
            {
                double expected = new Quorum(needed, of).LeakProbability(p);
                int leaks = Enumerable.Range(0, Robberies).Count(_ => Enumerable.Range(0, of).Count(_ => random.NextDouble() < p) >= needed);
                double error = Math.Sqrt(Math.Max(expected * (1 - expected), 1.0 / Robberies) / Robberies);
                Assert.That((double)leaks / Robberies, Is.EqualTo(expected).Within(Deviations * error), $"{needed} of {of} at {p}");
            }
    }

    // The figures of the literature, to the digits that it prints.
    [TestCase(1, 1, 0.02, 0.02)]
    [TestCase(3, 5, 0.02, 0.0000776)]
    [TestCase(2, 3, 0.02, 0.001184)]
    [TestCase(1, 5, 0.02, 0.0961)]
    [TestCase(1, 27, 0.02, 0.4204)]
    [TestCase(1, 50, 0.02, 0.6358)]
    public void GivesTheFiguresOfTheLiterature(int needed, int of, double p, double expected) =>
        Assert.That(new Quorum(needed, of).LeakProbability(p), Is.EqualTo(expected).Within(0.5).Percent);

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    public void NobodyAndEverybody(double p, double expected) => Assert.That(new Quorum(3, 5).LeakProbability(p), Is.EqualTo(expected));

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void WhatIsNoProbabilityIsRefused(double p) => Assert.That(() => Quorum.One.LeakProbability(p), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
