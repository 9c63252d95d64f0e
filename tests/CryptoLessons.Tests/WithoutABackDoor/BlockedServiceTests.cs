using CryptoLessons.ExceptionalAccess.Blocking;
using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.WithoutABackDoor;

[TestFixture]
internal sealed class BlockedServiceTests
{
    /// <summary>Binomials: a person is cut off with 1 - q, a pair with 1 - q squared; six standard deviations on either side.</summary>
    [TestCase(0.0)]
    [TestCase(0.06)]
    [TestCase(0.5)]
    [TestCase(1.0)]
    public void AsManyAreCutOffAsTheSharesSay(double share)
    {
        const int Pairs = 20_000, SuspectPairs = 2_000;
        const double Prepared = 0.9;
        BlockedService figures = BlockedService.Run(Pairs, share, SuspectPairs, Prepared, PrintedSeed.NewRandom().Next());
        Expect(figures.CutOff, 2 * Pairs, 1 - share);
        Expect(figures.PairsCutOff, Pairs, 1 - share * share);
        Expect(figures.SuspectsCutOff, 2 * SuspectPairs, 1 - Prepared);
        Expect(figures.SuspectPairsCutOff, SuspectPairs, 1 - Prepared * Prepared);
        Assert.That((figures.People, figures.Suspects), Is.EqualTo((2 * Pairs, 2 * SuspectPairs)));
        Assert.That((figures.BeforeTheBlock, figures.AfterTheBlock), Is.EqualTo((0, 0)));
    }

    [Test]
    public void PeopleReachEachOtherOverWhatBothHaveAndTheNetworkCarries()
    {
        var network = new Network();
        Subscriber both = new(["one", "other"]), first = new(["one"]), second = new(["other"]);
        Assert.That((both.Reaches(first, network), both.Reaches(second, network)), Is.EqualTo(("one", "other")));
        Assert.That(first.Reaches(second, network), Is.Null);
        network.Block("one");
        Assert.That((both.Uses(network), first.Uses(network), both.Reaches(first, network)), Is.EqualTo(("other", (string?)null, (string?)null)));
        network.Block("other");
        Assert.That(both.Uses(network), Is.Null);
        network.Unblock("one");
        Assert.That((both.Uses(network), network.Carries("other")), Is.EqualTo(("one", false)));
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    public void ASharesRangeIsChecked(double share) =>
        Assert.That(() => BlockedService.Run(1, share, 1, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static void Expect(int count, int of, double probability) =>
        Assert.That(count, Is.EqualTo(of * probability).Within(6 * Math.Sqrt(of * probability * (1 - probability))));
}
