using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.SeizedPhone;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.SeizedPhone;

[TestFixture]
internal sealed class SecurityChipTests
{
    private static readonly Passcode Right = new(4711, 4), Wrong = new(4712, 4);
    private static readonly Firmware Uncounted = new(2, CountsGuesses: false);

    private SeededRandom random = null!;
    private PhoneMaker maker = null!;

    [SetUp]
    public void MakeAMaker() => (random, maker) = (new(PrintedSeed.NewRandom().Next()), new(new SeededRandom(7)));

    [Test]
    public void TheRightCodeGivesTheSameKeyEachTime()
    {
        SecurityChip chip = Chip();
        byte[] once = Hazmat.Reveal(chip.Unlock(Right)!), again = Hazmat.Reveal(chip.Unlock(Right)!);
        Assert.That(again, Is.EqualTo(once));
    }

    [Test]
    public void TheSameCodeOnAnotherChipGivesAnotherKey()
    {
        byte[] here = Hazmat.Reveal(Chip().Unlock(Right)!), there = Hazmat.Reveal(Chip().Unlock(Right)!);
        Assert.That(there, Is.Not.EqualTo(here));
    }

    [Test]
    public void TheSameDigitsWithAZeroInFrontAreAnotherCode() => Assert.That(Chip().Unlock(new(4711, 5)), Is.Null);

    [Test]
    public void TheTenthWrongCodeErasesForGood()
    {
        SecurityChip chip = Chip();
        for (int i = 1; i < SecurityChip.Limit; i++)
            Assert.That((chip.Unlock(Wrong), chip.WrongGuesses, chip.Erased), Is.EqualTo(((StorageKey?)null, i, false)));
        Assert.That((chip.Unlock(Wrong), chip.Erased), Is.EqualTo(((StorageKey?)null, true)));
        Assert.That(chip.Unlock(Right), Is.Null);
        Assert.That(chip.Install(maker.Sign(Uncounted)), Is.True);
        Assert.That(chip.Unlock(Right), Is.Null, "no firmware brings the secret back");
    }

    [Test]
    public void TheRightCodeStartsTheCountAgain()
    {
        SecurityChip chip = Chip();
        for (int i = 1; i < SecurityChip.Limit; i++)
            chip.Unlock(Wrong);
        Assert.That(chip.Unlock(Right), Is.Not.Null);
        Assert.That((chip.WrongGuesses, chip.Unlock(Wrong), chip.Erased), Is.EqualTo((0, (StorageKey?)null, false)));
    }

    [Test]
    public void FirmwareOfTheMakerTakesTheCounterAway()
    {
        SecurityChip chip = Chip();
        Assert.That(chip.Install(maker.Sign(Uncounted)), Is.True);
        for (int i = 0; i < 5 * SecurityChip.Limit; i++)
            Assert.That(chip.Unlock(Wrong), Is.Null);
        Assert.That((chip.Erased, chip.WrongGuesses), Is.EqualTo((false, 0)));
        Assert.That(chip.Unlock(Right), Is.Not.Null);
    }

    [Test]
    public void OneSignatureServesForEveryPhoneOfTheMakerAndForNoOtherMakers()
    {
        byte[] signed = maker.Sign(Uncounted);
        Assert.That(Enumerable.Range(0, 5).Select(_ => Chip().Install(signed)), Is.All.True);
        Assert.That(Chip(new PhoneMaker(random.Child("another maker"))).Install(signed), Is.False);
    }

    [Test]
    public void WhoeverCopiedTheMakersKeySignsAsWell()
    {
        using var stolen = maker.Leak();
        Assert.That(Chip().Install(SignedAnswer.Sign(Uncounted.Serialize(), stolen, random)), Is.True);
    }

    [Test]
    public void NothingIsInstalledThatWasChangedOrIsNoFirmware()
    {
        byte[] signed = maker.Sign(Uncounted);
        SecurityChip chip = Chip();
        for (int i = 0; i < signed.Length; i++)
        {
            signed[i] ^= 1;
            Assert.That(chip.Install(signed), Is.False, $"byte {i}");
            signed[i] ^= 1;
        }
        using var key = maker.Leak();
        byte[][] hostile = [[], signed[1..], [.. signed, 0], Uncounted.Serialize(), SignedAnswer.Sign([1, 2, 3], key, random), SignedAnswer.Sign([], key, random)];
        Assert.That(hostile.Select(bytes => chip.Install(bytes)), Is.All.False);
        for (int i = 0; i < SecurityChip.Limit; i++)
            chip.Unlock(Wrong);
        Assert.That(chip.Erased, "the genuine firmware counts on");
    }

    [Test]
    public void AChipThatWantsTheCodeFirstInstallsNothingWhileItIsLocked()
    {
        SecurityChip chip = Chip(updatesWhileLocked: false);
        byte[] signed = maker.Sign(Uncounted);
        Assert.That(chip.Install(signed), Is.False);
        chip.Unlock(Right);
        Assert.That(chip.Install(signed), Is.True);
        chip.Lock();
        Assert.That(chip.Install(signed), Is.False);
    }

    [Test]
    public void APhoneIsReadWithItsCodeAndNotWithout()
    {
        byte[][] stored = [[1, 2, 3], []];
        var phone = new LockedPhone(Right, maker.PublicKey, stored.Select(record => (ReadOnlyMemory<byte>)record), random);
        Assert.That(phone.Read(Wrong), Is.Null);
        Assert.That(phone.Read(Right)!.Select(record => record.ToArray()), Is.EqualTo(stored));
        Assert.That(phone.Storage[0].Span.IndexOf(stored[0]), Is.Negative);
    }

    private SecurityChip Chip(PhoneMaker? by = null, bool updatesWhileLocked = true) => new(Right, (by ?? maker).PublicKey, random, updatesWhileLocked);
}
