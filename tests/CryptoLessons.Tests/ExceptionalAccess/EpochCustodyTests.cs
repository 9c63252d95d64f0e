using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>A key a day, held for some days and destroyed then.</summary>
[TestFixture]
internal sealed class EpochCustodyTests
{
    private static readonly DateTimeOffset Noon = new(2024, 2, 28, 12, 0, 0, TimeSpan.Zero);

    private static EpochCustody New(int retention) => new(new SeededRandom(51), retention);

    private static IEnumerable<long> Days(EpochCustody custody) => custody.Leak().Select(key => key.Epoch);

    [Test]
    public void HoldsExactlyTheDaysOfTheRetention([Range(1, 4)] int retention)
    {
        EpochCustody custody = New(retention);
        Assert.That(Days(custody), Is.Empty, "before time goes on");
        long first = Epochs.At(Noon);
        for (int day = 0; day < 7; day++)
        {
            custody.Advance(Noon.AddDays(day));
            custody.Advance(Noon.AddDays(day).AddHours(5));
            long oldest = Math.Max(first, first + day - retention + 1);
            Assert.That(Days(custody), Is.EqualTo(Enumerable.Range(0, (int)(first + day - oldest) + 1).Select(i => oldest + i)));
            for (int other = 0; other <= day; other++)
                Assert.That(custody.KeyAt(Noon.AddDays(other)) is not null, Is.EqualTo(day - other < retention), $"day {other} on day {day}");
        }
    }

    [Test]
    public void EachDayHasAKeyOfItsOwnFromMidnightToMidnight()
    {
        EpochCustody custody = New(9);
        DateTimeOffset midnight = new(2024, 2, 29, 0, 0, 0, TimeSpan.Zero);
        custody.Advance(midnight.AddTicks(-1));
        custody.Advance(midnight);
        Assert.That(custody.PublicKeyAt(midnight), Is.Not.EqualTo(custody.PublicKeyAt(midnight.AddTicks(-1))));
        Assert.That(custody.PublicKeyAt(midnight.AddDays(1).AddTicks(-1)), Is.EqualTo(custody.PublicKeyAt(midnight)));
        Assert.That(custody.PublicKeyAt(midnight.ToOffset(TimeSpan.FromHours(-11))), Is.EqualTo(custody.PublicKeyAt(midnight)), "whatever the time zone");
    }

    [Test]
    public void TheHeldKeyIsThatWhichWasPublished()
    {
        EpochCustody custody = New(2);
        custody.Advance(Noon);
        Assert.That(custody.KeyAt(Noon)!.Public, Is.EqualTo(custody.PublicKeyAt(Noon)));
        Assert.That(X25519.PublicKey(custody.Leak()[0].KeyPair.Private), Is.EqualTo(custody.PublicKeyAt(Noon)));
    }

    [Test]
    public void DaysThatNobodyUsedHaveNoKey()
    {
        EpochCustody custody = New(3);
        custody.Advance(Noon);
        custody.Advance(Noon.AddDays(2));
        Assert.That(Days(custody), Is.EqualTo((long[])[Epochs.At(Noon), Epochs.At(Noon) + 2]));
        Assert.That(() => custody.PublicKeyAt(Noon.AddDays(1)), Throws.InvalidOperationException);
        Assert.That(custody.KeyAt(Noon.AddDays(1)), Is.Null);
    }

    [Test]
    public void ADestroyedKeyDoesNotComeBackWithAClockThatStepsBack()
    {
        EpochCustody custody = New(2);
        for (int day = 0; day < 5; day++)
            custody.Advance(Noon.AddDays(day));
        custody.Advance(Noon);
        Assert.That(custody.KeyAt(Noon), Is.Null);
        Assert.That(Days(custody), Is.EqualTo((long[])[Epochs.At(Noon) + 3, Epochs.At(Noon) + 4]), "nor is a newer one lost");
        custody.Advance(Noon.AddDays(-9));
        Assert.That(custody.PublicKeyAt(Noon.AddDays(-9)), Is.Not.Null, "whoever sends with such a clock has a key to seal to");
        Assert.That(custody.KeyAt(Noon.AddDays(-9)), Is.Null, "which nobody has");
    }

    [Test]
    public void ACopyGoesItsOwnWayAndMakesTheSameKeys()
    {
        EpochCustody custody = New(2);
        custody.Advance(Noon);
        var copy = (EpochCustody)custody.Copy();
        custody.Advance(Noon.AddDays(1));
        custody.Advance(Noon.AddDays(2));
        Assert.That(Days(copy), Is.EqualTo((long[])[Epochs.At(Noon)]), "the copy stands still");
        Assert.That(copy.KeyAt(Noon), Is.Not.Null);
        copy.Advance(Noon.AddDays(1));
        copy.Advance(Noon.AddDays(2));
        Assert.That(copy.Leak().Select(key => Hex.Of(Hazmat.Reveal(key.KeyPair.Private))),
            Is.EqualTo(custody.Leak().Select(key => Hex.Of(Hazmat.Reveal(key.KeyPair.Private)))));
        copy.Advance(Noon);
        Assert.That(copy.KeyAt(Noon), Is.Null, "it remembers which keys there were");
    }

    [Test]
    public void StolenKeysOutliveTheirDestruction()
    {
        EpochCustody custody = New(1);
        custody.Advance(Noon);
        EpochKey stolen = custody.Leak()[0];
        custody.Advance(Noon.AddDays(1));
        Assert.That(X25519.PublicKey(stolen.KeyPair.Private), Is.EqualTo(custody.PublicKeyAt(Noon)));
        stolen.KeyPair.Dispose();
        Assert.That(() => Hazmat.Reveal(custody.Leak()[0].KeyPair.Private), Throws.Nothing);
    }

    [Test]
    public void CopiesAdvanceSideBySide()
    {
        EpochCustody custody = New(2);
        custody.Advance(Noon);
        EpochCustody[] copies = [.. Enumerable.Range(0, 8).Select(_ => (EpochCustody)custody.Copy())];
        string[] ends = new string[copies.Length];
        Parallel.For(0, copies.Length, i =>
        {
            for (int day = 1; day < 30; day++)
            {
                copies[i].Advance(Noon.AddDays(day));
                copies[i].PublicKeyAt(Noon.AddDays(day));
            }
            ends[i] = string.Join(' ', copies[i].Leak().Select(key => $"{key.Epoch}:{Hex.Of(Hazmat.Reveal(key.KeyPair.Private))}"));
        });
        Assert.That(ends.Distinct().Count(), Is.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void ARetentionOfNoDaysIsTheCallersMistake(int retention) =>
        Assert.That(() => New(retention), Throws.TypeOf<ArgumentOutOfRangeException>());
}
