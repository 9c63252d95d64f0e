using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Population;
using NUnit.Framework;

namespace CryptoLessons.Tests.Populations;

/// <summary>With what probability several holders lose a secret: what is computed is what happens.</summary>
[TestFixture]
internal sealed class QuorumTests
{
    private const int Trials = 20_000;

    [TestCase(1, 1, 0.02, 0.02)]
    [TestCase(5, 3, 0.02, 0.000078)]
    [TestCase(3, 2, 0.02, 0.00118)]
    [TestCase(5, 1, 0.02, 0.096)]
    [TestCase(10, 1, 0.02, 0.183)]
    [TestCase(27, 1, 0.02, 0.420)]
    [TestCase(50, 1, 0.02, 0.636)]
    public void KnownValues(int holders, int needed, double p, double expected) =>
        Assert.That(new Quorum(needed, holders).LeakProbability(p), Is.EqualTo(expected).Within(1).Percent);

    [TestCase(1, 1, 0.3)]
    [TestCase(5, 1, 0.02)]
    [TestCase(2, 2, 0.3)]
    [TestCase(3, 3, 0.3)]
    [TestCase(5, 3, 0.4)]
    [TestCase(9, 5, 0.5)]
    [TestCase(12, 12, 0.9)]
    public void HoldersWhoDrawLotsLoseItAsOften(int holders, int needed, double p)
    {
        Random random = PrintedSeed.NewRandom();
        int lost = Enumerable.Range(0, Trials).Count(_ => Enumerable.Range(0, holders).Count(_ => random.NextDouble() < p) >= needed);
        Assert.That(lost, Binomial.Within(Trials, new Quorum(needed, holders).LeakProbability(p)));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(PopulationRequest.MostHolders)]
    public void WhoNeverLosesAndWhoAlwaysDoes(int holders)
    {
        foreach (int needed in (int[])[1, (holders / 2) + 1, holders])
        {
            Assert.That(new Quorum(needed, holders).LeakProbability(0), Is.Zero);
            Assert.That(new Quorum(needed, holders).LeakProbability(1), Is.EqualTo(1));
        }
    }

    [Test]
    public void VeryManyHoldersAndVerySmallChancesAreNotLostInRounding()
    {
        Assert.That(new Quorum(1, PopulationRequest.MostHolders).LeakProbability(1e-18), Is.EqualTo(1e-14).Within(1e-20));
        Assert.That(new Quorum(1, PopulationRequest.MostHolders).LeakProbability(0.5), Is.EqualTo(1).Within(1e-9));
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void WhatIsNoProbabilityIsRefused(double p) =>
        Assert.That(() => Quorum.One.LeakProbability(p), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
