using System.Numerics;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scanning;

/// <summary>Base rates: small rates times many pictures, and rates that are counted.</summary>
[TestFixture]
internal sealed class FalseAlarmsTests
{
    [Test]
    public void MatchesAreRateTimesPictures() => Assert.That(new FalseAlarms(4.5e9, 1e9, 3e-8).MatchesPerDay, Is.EqualTo(135).Within(1e-9));

    [Test]
    public void WithoutFalseMatchesNobodyIsAccused()
    {
        var none = new FalseAlarms(4.5e9, 1e9, 0);
        Assert.That((none.MatchesPerDay, none.AccusedAccounts(1, 365), none.AccusedAccounts(30, 365)), Is.EqualTo((0d, 0d, 0d)));
    }

    [TestCase(1, 1)]
    [TestCase(1, 400)]
    [TestCase(2, 30)]
    [TestCase(5, 365)]
    [TestCase(40, 365)]
    [TestCase(1, 20_000)]
    [TestCase(40, 20_000)]
    public void TheTailIsThatOfTheBinomialDistribution(int matches, int days)
    {
        const int PicturesADay = 1000;
        const double Rate = 1e-4;
        // Exact sums of the complement in rational numbers would be slow; probabilities of the head by the recurrence of the binomial.
        int pictures = PicturesADay * days;
        double probability = Math.Exp(pictures * Math.Log(1 - Rate)), head = 0;
        for (int k = 0; k < matches; k++)
        {
            head += probability;
            probability *= (pictures - k) / (k + 1.0) * Rate / (1 - Rate);
        }
        Assert.That(new FalseAlarms(PicturesADay, 1, Rate).AccusedAccounts(matches, days), Is.EqualTo(1 - head).Within(0.001));
    }

    [Test]
    public void AThresholdOfMatchesMakesAccusationsRareAndTimeMakesThemMore()
    {
        var alarms = new FalseAlarms(4.5e9, 1e9, 3e-8);
        Assert.That(alarms.AccusedAccounts(1, 1), Is.EqualTo(135).Within(0.001), "of that few matches no two fall on one account");
        Assert.That(alarms.AccusedAccounts(2, 365), Is.LessThan(alarms.AccusedAccounts(1, 365) / 1000));
        Assert.That(alarms.AccusedAccounts(30, 365), Is.Positive.And.LessThan(1e-100));
        Assert.That(alarms.AccusedAccounts(2, 365), Is.GreaterThan(alarms.AccusedAccounts(2, 30)));
    }

    [Test]
    public void NoMatchAtAllIsNoThreshold() =>
        Assert.That(() => new FalseAlarms(1, 1, 0.5).AccusedAccounts(0, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void DistancesAreCountedOverAllPairs()
    {
        int seed = PrintedSeed.NewRandom().Next();
        const int Pictures = 60;
        var distances = new HashDistances(new SeededRandom(seed), Pictures);
        var random = new SeededRandom(seed);
        ulong[] hashes = [.. Enumerable.Range(0, Pictures).Select(_ => PerceptualHash.Of(SyntheticPicture.Draw(random, 72, 64)).Bits)];
        int[] expected = [.. from i in Enumerable.Range(0, Pictures)
                             from j in Enumerable.Range(i + 1, Pictures - i - 1)
                             select BitOperations.PopCount(hashes[i] ^ hashes[j])];
        Assert.That(distances.Pairs, Is.EqualTo(Pictures * (Pictures - 1) / 2));
        foreach (int threshold in (int[])[0, 5, 10, 20, 32, 64])
        {
            Assert.That(distances.UpTo(threshold), Is.EqualTo(expected.Count(distance => distance <= threshold)));
            Assert.That(distances.FalseMatchRate(threshold), Is.EqualTo((double)distances.UpTo(threshold) / expected.Length));
        }
    }

    [Test]
    public void TheSameSeedDrawsTheSamePicturesAndAnotherOthers()
    {
        byte[] Draw(long seed) => SyntheticPicture.Draw(new SeededRandom(seed), 50, 40).ToPng();
        byte[] first = Draw(1);
        Assert.That(Draw(1), Is.EqualTo(first));
        Assert.That(first, Is.Not.EqualTo(Draw(2)));
    }

    [Test]
    public void RatesOfSyntheticPicturesAreWhatTheyAre()
    {
        var distances = new HashDistances(new SeededRandom(PrintedSeed.NewRandom().Next()), 1_000);
        for (int threshold = 0; threshold <= 10; threshold++)
            TestContext.Out.WriteLine($"up to {threshold,2} bits: {distances.UpTo(threshold)} of {distances.Pairs} pairs");
        Assert.That(distances.FalseMatchRate(10), Is.LessThan(0.01));
        Assert.That(distances.FalseMatchRate(64), Is.EqualTo(1));
    }
}
