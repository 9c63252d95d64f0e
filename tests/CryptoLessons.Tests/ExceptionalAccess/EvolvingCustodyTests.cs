using System.Security.Cryptography;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>A key that moves on one way: a thief gets the same days from it as its owner, and neither goes back.</summary>
[TestFixture]
internal sealed class EvolvingCustodyTests
{
    private static readonly DateTimeOffset Start = new(2024, 2, 27, 23, 59, 59, TimeSpan.Zero);

    private EvolvingCustody custody = null!;

    [SetUp]
    public void Begin() => custody = new EvolvingCustody(Start, new SeededRandom(52));

    private static string Private(EpochKey key) => Hex.Of(Hazmat.Reveal(key.KeyPair.Private));

    [Test]
    public void TheThiefsKeysAreTheOwnersDayByDay()
    {
        EpochKey stolen = custody.Leak();
        for (int day = 0; day < 10; day++, stolen = EvolvingCustody.Next(stolen))
        {
            custody.Advance(Start.AddDays(day));
            Assert.That((stolen.Epoch, Private(stolen)), Is.EqualTo((custody.Leak().Epoch, Private(custody.Leak()))), $"day {day}");
            Assert.That(stolen.KeyPair.Public, Is.EqualTo(custody.PublicKeyAt(Start.AddDays(day))));
        }
    }

    [Test]
    public void OneJumpIsAsGoodAsManySteps()
    {
        var stepping = (EvolvingCustody)custody.Copy();
        for (int hour = 0; hour <= 24 * 40; hour += 7)
            stepping.Advance(Start.AddHours(hour));
        stepping.Advance(Start.AddDays(40));
        custody.Advance(Start.AddDays(40));
        Assert.That(Private(custody.Leak()), Is.EqualTo(Private(stepping.Leak())));
        for (int day = 0; day <= 40; day++)
            Assert.That(() => custody.PublicKeyAt(Start.AddDays(day)), Throws.Nothing, "days between were published too");
    }

    /// <summary>The step as this page writes it: SHA-256 of the label and the clamped private key.</summary>
    [Test]
    public void TheNextKeyIsTheHashOfTheLabelAndTheKey()
    {
        EpochKey now = custody.Leak(), next = EvolvingCustody.Next(now);
        byte[] expected = SHA256.HashData([.. "CryptoLessons EvolvingCustody"u8, .. Hazmat.Reveal(now.KeyPair.Private)]);
        using var pair = DhKeyPair.FromPrivate(expected);
        Assert.That(next.KeyPair.Public, Is.EqualTo(pair.Public));
        Assert.That(next.Epoch, Is.EqualTo(now.Epoch + 1));
        Assert.That(() => Hazmat.Reveal(now.KeyPair.Private), Throws.Nothing, "the key it comes from is the caller's");
    }

    [Test]
    public void YesterdaysKeyIsGoneAndTomorrowsNotThereYet()
    {
        custody.Advance(Start.AddDays(1));
        Assert.That(custody.KeyAt(Start), Is.Null);
        Assert.That(custody.KeyAt(Start.AddDays(2)), Is.Null);
        Assert.That(custody.KeyAt(Start.AddDays(1))!.Public, Is.EqualTo(custody.PublicKeyAt(Start.AddDays(1))));
        Assert.That(() => custody.PublicKeyAt(Start.AddDays(2)), Throws.InvalidOperationException);
    }

    [Test]
    public void NothingThatIsStolenLeadsToAnOlderDay()
    {
        var before = new HashSet<string>();
        for (int day = 0; day < 5; day++)
        {
            custody.Advance(Start.AddDays(day));
            before.Add(Private(custody.Leak()));
        }
        custody.Advance(Start.AddDays(5));
        EpochKey stolen = custody.Leak();
        for (int day = 0; day < 20; day++, stolen = EvolvingCustody.Next(stolen))
            Assert.That(before, Has.No.Member(Private(stolen)));
    }

    [Test]
    public void AdvancingToAnEarlierDayChangesNothing()
    {
        custody.Advance(Start.AddDays(3));
        string key = Private(custody.Leak());
        custody.Advance(Start);
        Assert.That(Private(custody.Leak()), Is.EqualTo(key));
        Assert.That(custody.KeyAt(Start), Is.Null);
    }

    [Test]
    public void APhoneWhoseClockIsBehindTheFirstDaySealsToTheFirstKey()
    {
        Assert.That(custody.PublicKeyAt(Start.AddDays(-3)), Is.EqualTo(custody.PublicKeyAt(Start)));
        Assert.That(custody.KeyAt(Start.AddDays(-3))!.Public, Is.EqualTo(custody.PublicKeyAt(Start)));
        custody.Advance(Start.AddDays(1));
        Assert.That(custody.KeyAt(Start.AddDays(-3)), Is.Null);
    }

    [Test]
    public void ACopyKeepsTheKeyThatTheOriginalLeavesBehind()
    {
        var copy = (EvolvingCustody)custody.Copy();
        custody.Advance(Start.AddDays(2));
        Assert.That(copy.KeyAt(Start)!.Public, Is.EqualTo(copy.PublicKeyAt(Start)));
        Assert.That(() => Hazmat.Reveal(copy.Leak().KeyPair.Private), Throws.Nothing);
        copy.Advance(Start.AddDays(2));
        Assert.That(Private(copy.Leak()), Is.EqualTo(Private(custody.Leak())));
    }

    [Test]
    public void CopiesAdvanceSideBySide()
    {
        EvolvingCustody[] copies = [.. Enumerable.Range(0, 8).Select(_ => (EvolvingCustody)custody.Copy())];
        Parallel.ForEach(copies, copy =>
        {
            for (int day = 0; day < 30; day++)
            {
                copy.Advance(Start.AddDays(day));
                copy.PublicKeyAt(Start.AddDays(day));
            }
        });
        Assert.That(copies.Select(copy => Private(copy.Leak())).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void BeginsBefore1970Too()
    {
        DateTimeOffset old = new(1969, 12, 31, 23, 0, 0, TimeSpan.Zero);
        var early = new EvolvingCustody(old, new SeededRandom(53));
        EpochKey stolen = early.Leak();
        early.Advance(old.AddHours(1));
        Assert.That((early.Leak().Epoch, Private(early.Leak())), Is.EqualTo((0L, Private(EvolvingCustody.Next(stolen)))));
    }
}
