using CryptoLessons.Population;
using NUnit.Framework;

namespace CryptoLessons.Tests.Populations;

/// <summary>With what probability several holders lose a secret: what is computed is what happens.</summary>
public class LeakProbabilityTests
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
        Assert.That(new LeakProbability(holders, p).AtLeast(needed), Is.EqualTo(expected).Within(1).Percent);

    [TestCase(1, 1, 0.3)]
    [TestCase(5, 1, 0.02)]
    [TestCase(5, 3, 0.4)]
    [TestCase(9, 5, 0.5)]
    [TestCase(12, 12, 0.9)]
    public void HoldersWhoDrawLotsLoseItAsOften(int holders, int needed, double p)
    {
        Random random = PrintedSeed.NewRandom();
        int lost = Enumerable.Range(0, Trials).Count(_ => Enumerable.Range(0, holders).Count(_ => random.NextDouble() < p) >= needed);
        Assert.That(lost, Binomial.Within(Trials, new LeakProbability(holders, p).AtLeast(needed)));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(PopulationRequest.MostHolders)]
    public void WhoNeverLosesAndWhoAlwaysDoes(int holders)
    {
        foreach (int needed in (int[])[1, (holders / 2) + 1, holders])
        {
            Assert.That(new LeakProbability(holders, 0).AtLeast(needed), Is.Zero);
            Assert.That(new LeakProbability(holders, 1).AtLeast(needed), Is.EqualTo(1));
        }
    }

    [Test]
    public void VeryManyHoldersAndVerySmallChancesAreNotLostInRounding()
    {
        Assert.That(new LeakProbability(PopulationRequest.MostHolders, 1e-18).AtLeast(1), Is.EqualTo(1e-14).Within(1e-20));
        Assert.That(new LeakProbability(PopulationRequest.MostHolders, 0.5).AtLeast(1), Is.EqualTo(1).Within(1e-9));
    }

    [TestCase(0)]
    [TestCase(6)]
    public void NobodyIsFewerThanOneOrMoreThanAll(int needed) =>
        Assert.That(() => new LeakProbability(5, 0.5).AtLeast(needed), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
