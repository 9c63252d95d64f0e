using CryptoLessons.ExceptionalAccess.SeizedPhone;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.SeizedPhone;

[TestFixture]
internal sealed class PasscodeTests
{
    [TestCase(1, 10)]
    [TestCase(4, 10_000)]
    [TestCase(6, 1_000_000)]
    public void ThereAreAsManyAsDigitsAllow(int digits, int expected) => Assert.That(Passcode.Count(digits), Is.EqualTo(expected));

    [Test]
    public void AllOfThemDifferWhenTyped() =>
        Assert.That(Passcode.All(3).Select(code => Convert.ToHexString(code.Typed())), Is.Unique.And.Exactly(1000).Items);

    [Test]
    public void LeadingZerosAreTyped() => Assert.That(new Passcode(42, 4).Typed(), Is.EqualTo("0042"u8.ToArray()));

    [Test]
    public void PrintsNoDigit() => Assert.That(new Passcode(5173, 4).ToString(), Is.EqualTo("Passcode(secret, 4 digits)"));

    [TestCase(-1, 4)]
    [TestCase(10_000, 4)]
    [TestCase(0, 0)]
    [TestCase(0, 10)]
    public void OutOfRangeThrows(int number, int digits) => Assert.That(() => new Passcode(number, digits), Throws.InstanceOf<ArgumentOutOfRangeException>());

    /// <summary>Each first digit among 10,000 draws: a binomial of 1 in 10, six standard deviations on either side.</summary>
    [Test]
    public void DrawsEachDigitAsOftenAsTheOthers()
    {
        const int Draws = 10_000;
        var random = new SeededRandom(PrintedSeed.NewRandom().Next());
        int[] counts = new int[10];
        for (int i = 0; i < Draws; i++)
            counts[Passcode.Random(4, random).Typed()[0] - '0']++;
        Assert.That(counts, Is.All.InRange(Draws / 10 - 180, Draws / 10 + 180));
    }
}
