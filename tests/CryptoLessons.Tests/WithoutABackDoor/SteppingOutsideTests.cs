using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.WithoutABackDoor;

[TestFixture]
internal sealed class SteppingOutsideTests
{
    private const int Each = SteppingOutside.MessagesOfAPair;

    /// <summary>Whoever evades is not read, whoever does not is: 1 - p of the targets' messages, exactly.</summary>
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(9)]
    [TestCase(10)]
    public void AWarrantReadsThoseWhoDoNotStepOutside(int evading)
    {
        const int Pairs = 10;
        SteppingOutside figures = SteppingOutside.Run(Pairs, evading, PrintedSeed.NewRandom().Next());
        Assert.That((figures.Messages, figures.Opened), Is.EqualTo((Pairs * Each, (Pairs - evading) * Each)));
        Assert.That((figures.OrdinaryLeaked, figures.Ordinary), Is.EqualTo((Pairs * Each, Pairs * Each)), "whoever obeys is exposed, whatever p is");
        Assert.That(figures.TargetsLeaked, Is.EqualTo(figures.Opened), "the thief reads no more of the targets than the warrant");
        Assert.That((figures.Unrelated, figures.Refused), Is.EqualTo((0, 0)));
    }

    [TestCase(WayOut.None, 4 * Each, 0)]
    [TestCase(WayOut.EncryptTwice, 0, 4 * Each)]
    [TestCase(WayOut.SpoilTheField, 0, 4 * Each)]
    [TestCase(WayOut.AnotherApp, 0, 0)]
    public void TheAuthoritySeesTwoOfTheThreeWays(WayOut way, int opened, int unreadable)
    {
        SteppingOutside figures = SteppingOutside.Run(4, 4, seed: 1, way);
        Assert.That((figures.Opened, figures.Unreadable, figures.Refused), Is.EqualTo((opened, unreadable, 0)));
    }

    [TestCase(-1)]
    [TestCase(4)]
    public void OtherThanSomeOfThePairsIsMisuse(int evading) =>
        Assert.That(() => SteppingOutside.Run(3, evading), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
