using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Curve25519;

/// <summary>Keys of which somebody provably has some only: what is published proves it, and tells nothing else.</summary>
[TestFixture]
internal sealed class PartlyKnownKeysTests
{
    private SeededRandom random = null!;

    [SetUp]
    public void Seed() => random = new SeededRandom(PrintedSeed.NewRandom().NextInt64());

    [TestCase(1, 2)]
    [TestCase(2, 5)]
    [TestCase(4, 5)]
    [TestCase(3, 10)]
    public void WhatIsPublishedProvesHowManyAreKnownAtMost(int known, int count)
    {
        var (keys, pairs) = PartlyKnownKeys.Create(known, count, random);
        PartlyKnownKeys? verified = PartlyKnownKeys.Verify(keys.Points, known);
        Assert.That((verified?.Keys, verified?.MostKnown, pairs.Count, keys.Keys.Count), Is.EqualTo((keys.Keys, known, known, count)));
        Assert.That(pairs, Has.All.Matches<KeyValuePair<int, DhKeyPair>>(pair => keys.Keys[pair.Key].Equals(pair.Value.Public)));
        Assert.That(keys.Keys.Distinct().Count(), Is.EqualTo(count));
    }

    /// <summary>A maker who has one key more cannot show it as one fewer.</summary>
    [Test]
    public void NobodyPassesWithMoreKeysThanAreSaid()
    {
        var (keys, _) = PartlyKnownKeys.Create(3, 5, random);
        Assert.That((PartlyKnownKeys.Verify(keys.Points, 2), PartlyKnownKeys.Verify(keys.Points, 1)), Is.EqualTo(((PartlyKnownKeys?)null, (PartlyKnownKeys?)null)));
        // Three are four at most, too.
        Assert.That(PartlyKnownKeys.Verify(keys.Points, 4), Is.Not.Null);
    }

    [Test]
    public void APointOfTheMakersOwnInPlaceOfAnyOtherIsFound()
    {
        var (keys, _) = PartlyKnownKeys.Create(2, 5, random);
        var (others, _) = PartlyKnownKeys.Create(2, 5, random);
        for (int i = 0; i < 5; i++)
        {
            ReadOnlyMemory<byte>[] swapped = [.. keys.Points];
            swapped[i] = others.Points[i];
            Assert.That(PartlyKnownKeys.Verify(swapped, 2), Is.Null, $"point {i}");
        }
    }

    [Test]
    public void WhatIsNoPointProvesNothing()
    {
        var (keys, _) = PartlyKnownKeys.Create(2, 5, random);
        byte[] none = new byte[32];
        none[0] = 2;
        foreach (byte[] bytes in (byte[][])[none, new byte[31], []])
            Assert.That(PartlyKnownKeys.Verify([bytes, .. keys.Points.Skip(1)], 2), Is.Null);
        Assert.That(PartlyKnownKeys.Verify([], 1), Is.Null);
        Assert.That(PartlyKnownKeys.Verify(keys.Points, 0), Is.Null);
        Assert.That(PartlyKnownKeys.Verify(keys.Points, 5), Is.Null);
    }

    [TestCase(0, 5)]
    [TestCase(5, 5)]
    public void NoneAndAllCannotBeMade(int known, int count) =>
        Assert.That(() => PartlyKnownKeys.Create(known, count, random), Throws.InstanceOf<ArgumentOutOfRangeException>());

    /// <summary>Each place is known in two of five, over many authorities.</summary>
    [Test]
    public void EveryPlaceIsAsLikelyToBeKnown()
    {
        const int Authorities = 200;
        var times = new int[5];
        for (int i = 0; i < Authorities; i++)
            foreach (int place in PartlyKnownKeys.Create(2, 5, random).Known.Keys)
                times[place]++;
        Assert.That(times, Has.All.Matches(Binomial.Within(Authorities, 0.4)));
    }
}
