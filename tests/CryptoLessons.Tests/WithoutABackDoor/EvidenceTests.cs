using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.WithoutABackDoor;

/// <summary>The ledger of what an investigator gets: computed from the studies and the matrix.</summary>
[TestFixture]
internal sealed class EvidenceTests
{
    private static readonly Evidence Evidence = Evidence.Of(StudiedMatrix.Result);

    [Test]
    public void ARunHasOneSetOfStudies() => Assert.That(Evidence.Of(StudiedMatrix.Result), Is.SameAs(Evidence));

    [Test]
    public void NobodyGetsMoreThanThereIs()
    {
        foreach (EvidenceRoute route in EvidenceRoute.All)
        {
            var (got, of) = route.Count(Evidence);
            Assert.That((got >= 0, got <= of, of > 0), Is.EqualTo((true, true, true)), route.Way);
        }
    }

    [Test]
    public void WhatTheTapLostIsSeenFromEraToEra() => Assert.That(
        EvidenceRoute.All.Take(3).Select(route => route.Count(Evidence)), Is.EqualTo((ValueTuple<int, int>[])[(40, 40), (0, 40), (0, 40)]));

    [Test]
    public void TheDeskOfTheEncryptedMessengerHasLinesAndNoTexts()
    {
        var desk = EvidenceRoute.All.Where(route => route.Way == "the provider's desk, `strict`").Select(route => route.Count(Evidence));
        Assert.That(desk, Is.EqualTo((ValueTuple<int, int>[])[(0, Evidence.Orders.Sent), (Evidence.Orders.Sent, Evidence.Orders.Sent)]));
    }

    [Test]
    public void EveryLineStandsInTheLedgerOnce() => Assert.That(EvidenceRoute.All.Select(route => (route.Way, route.What)), Is.Unique);
}
