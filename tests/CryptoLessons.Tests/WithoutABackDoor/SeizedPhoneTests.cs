using CryptoLessons.Attacks.SeizedPhone;
using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess.SeizedPhone;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.WithoutABackDoor;

/// <summary>What a seized, locked phone and its backup give: each figure beside what arithmetic says, and beside its control.</summary>
[TestFixture]
internal sealed class SeizedPhoneTests
{
    [TestCase(0, ExpectedResult = 1)]
    [TestCase(41, ExpectedResult = 42)]
    [TestCase(9_999, ExpectedResult = 10_000)]
    public int GuessingTakesAsManyGuessesAsTheCodesNumberSays(int number)
    {
        var random = new SeededRandom(1);
        var maker = new PhoneMaker(random);
        var phone = new LockedPhone(new(number, 4), maker.PublicKey, [new byte[] { 1 }], random);
        GuessedCode guessed = GuessTheCode.Unlock(phone, 4, maker.Sign(new(2, CountsGuesses: false)));
        Assert.That(guessed.Contents, Has.Count.EqualTo(1));
        return guessed.Guesses;
    }

    [TestCase(8, true, 9)]
    [TestCase(9, true, 10)]
    [TestCase(10, false, 10)]
    public void WithTheCounterTheFirstTenCodesAreAllThereIs(int number, bool opened, int guesses)
    {
        var random = new SeededRandom(1);
        var phone = new LockedPhone(new(number, 4), new PhoneMaker(random).PublicKey, [new byte[] { 1 }], random);
        GuessedCode guessed = GuessTheCode.Unlock(phone, 4, []);
        Assert.That((guessed.Contents is not null, guessed.Guesses, phone.Chip.Erased), Is.EqualTo((opened, guesses, !opened)));
    }

    /// <summary>Uniform codes: the mean of n is (10^d + 1) / 2, its standard deviation 10^d / sqrt(12 n).</summary>
    [Test]
    public void TheMakersKeyOpensEveryPhoneAndAnotherKeyNone()
    {
        int seed = PrintedSeed.NewRandom().Next();
        GuessedCodes figures = GuessedCodes.Run(digits: 4, phones: 60, seed);
        Assert.That((figures.WithTheMakersKey, figures.WhereTheCodeComesFirst), Is.EqualTo((60, figures.WithTheCounter)));
        Assert.That(figures.WithAnotherKey, Is.EqualTo(figures.WithTheCounter), "the counter stays");
        Assert.That(figures.WithTheCounter, Is.LessThan(3), "ten guesses of 10,000 for each of 60 phones");
        Assert.That((double)figures.Guesses / figures.Phones, Is.EqualTo(5000.5).Within(6 * 10_000 / Math.Sqrt(12 * 60)));
        Assert.That(figures.MostGuesses, Is.InRange(figures.Guesses / 60, 10_000));
    }

    [Test]
    public void ACodeOfSixDigitsIsFoundAsWell()
    {
        GuessedCodes figures = GuessedCodes.Run(digits: 6, phones: 2);
        Assert.That((figures.WithTheMakersKey, figures.WithTheCounter, figures.WithAnotherKey), Is.EqualTo((2, 0, 0)));
        Assert.That(figures.MostGuesses, Is.InRange(1, 1_000_000));
    }

    [Test]
    public void TimeIsGuessesTimesWhatOneTakes()
    {
        Assert.That(GuessedCodes.Time(10_000).TotalMinutes, Is.EqualTo(13.3).Within(0.05));
        Assert.That(GuessedCodes.Time(1_000_000).TotalHours, Is.EqualTo(22.2).Within(0.05));
        Assert.That(GuessedCodes.Time(1_000, TimeSpan.FromSeconds(5)), Is.EqualTo(TimeSpan.FromSeconds(5_000)));
    }

    [TestCase("Alice", 20)]
    [TestCase("Bob", 33)]
    public void ASeizureReadsWhatTheOwnerKept(string target, int at)
    {
        Conversation conversation = BuiltInConversation.Load();
        TimeSpan period = TimeSpan.FromDays(1);
        DateTimeOffset now = conversation.Messages[at - 1].Time;
        // The message at which the phone is seized is in flight: it has arrived on nobody's phone, and lies on its sender's.
        int InTime(TimeSpan age) => conversation.Messages.Take(at)
            .Count(message => now - message.Time < age && (message.Number < at || message.From == target));
        KeptHistory figures = KeptHistory.Run(conversation, at, target, period);
        Assert.That(figures, Is.EqualTo(new KeptHistory(at, InTime(TimeSpan.MaxValue), InTime(period), Nothing: 0, Locked: 0)));
        Assert.That(figures.ForAPeriod, Is.InRange(1, figures.Everything - 1), "and the period makes a difference");
    }

    [Test]
    public void AnOrderReadsABackupByWhoHasItsKey()
    {
        OrderedBackup figures = OrderedBackup.Run(BuiltInConversation.Load(), at: 20, "Alice", seed: 5);
        Assert.That((figures.ProvidersKey, figures.WithoutAnOrder), Is.EqualTo((figures.Messages, 0)));
        Assert.That((figures.OwnersKey, figures.OwnersKeyGuessed), Is.EqualTo((0, 0)));
        Assert.That((figures.OwnersCode, figures.OwnersCodeGuessed), Is.EqualTo((0, figures.Messages)));
        Assert.That((figures.Messages, figures.Guesses > 1), Is.EqualTo((20, true)));
    }
}
