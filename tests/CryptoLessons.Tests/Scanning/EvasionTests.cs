using CryptoLessons.Attacks.Scanning;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scanning;

/// <summary>A listed picture gets beyond any threshold, at the least change; what nobody did on purpose leaves it where it was.</summary>
[TestFixture]
internal sealed class EvasionTests
{
    [Test]
    public void AListedPictureEscapesEveryThreshold()
    {
        var random = new SeededRandom(PrintedSeed.NewRandom().Next());
        foreach (int threshold in (int[])[0, 4, 10, 31, 63])
        {
            var psnrs = new List<double>();
            for (int i = 0; i < 8; i++)
            {
                GreyImage picture = SyntheticPicture.Draw(random, 100 + (17 * i), 120 - (3 * i));
                PerceptualHash listed = PerceptualHash.Of(picture);
                AlteredPicture escaped = Evasion.Escape(picture, listed, threshold)!;
                Assert.That(PerceptualHash.Of(GreyImage.Read(escaped.Picture.ToPng())!).DistanceTo(listed), Is.GreaterThan(threshold));
                Assert.That(escaped.BitsFlipped, Is.GreaterThan(threshold));
                psnrs.Add(escaped.Psnr);
            }
            psnrs.Sort();
            TestContext.Out.WriteLine($"threshold {threshold}: PSNR {psnrs[0]:F1} dB at least, median {psnrs[4]:F1} dB");
        }
    }

    [Test]
    public void AHigherThresholdCostsMore()
    {
        GreyImage picture = SyntheticPicture.Draw(new SeededRandom(PrintedSeed.NewRandom().Next()), 180, 160);
        double[] psnrs = [.. new[] { 2, 20, 40, 60 }.Select(threshold => Evasion.Escape(picture, PerceptualHash.Of(picture), threshold)!.Psnr)];
        Assert.That(psnrs, Is.Ordered.Descending);
    }

    /// <summary>To flip one bit, the two cells that differ least must meet in the middle.</summary>
    [Test]
    public void OneBitCostsWhatTheNearestTwoCellsAreApart()
    {
        Random random = PrintedSeed.NewRandom();
        byte[] cells = [.. Enumerable.Range(0, 72).Select(i => (byte)(random.Next(20, 30) * (i % 9 % 2 == 0 ? 1 : 6)))];
        GreyImage picture = FrameByCollisionTests.OfCells(cells);
        double nearest = Enumerable.Range(0, 72).Where(i => i % 9 < 8).Min(i => Math.Abs(cells[i] - cells[i + 1]));
        AlteredPicture escaped = Evasion.Escape(picture, PerceptualHash.Of(picture), threshold: 0)!;
        Assert.That(escaped.BitsFlipped, Is.EqualTo(1));
        Assert.That(255 * 255 / Math.Pow(10, escaped.Psnr / 10), Is.EqualTo(nearest * nearest / 2 / 72).Within(0.5));
    }

    [Test]
    public void APictureThatIsFarAwayAlreadyStaysAsItIs()
    {
        GreyImage picture = SyntheticPicture.Draw(new SeededRandom(PrintedSeed.NewRandom().Next()), 72, 64);
        AlteredPicture same = Evasion.Escape(picture, new(~PerceptualHash.Of(picture).Bits), threshold: 10)!;
        Assert.That((same.BitsFlipped, same.Psnr), Is.EqualTo((0, double.PositiveInfinity)));
    }

    [Test]
    public void AMirrorEscapesAndAMirrorOfAMirrorDoesNot()
    {
        // Light from left to right: hash and mirrored hash have no bit in common.
        var ramp = new GreyImage(90, 16, [.. Enumerable.Range(0, 90 * 16).Select(i => (byte)(2 * (i % 90)))]);
        Assert.That(PerceptualHash.Of(Evasion.Mirror(ramp)).DistanceTo(PerceptualHash.Of(ramp)), Is.EqualTo(64));
        Assert.That(PerceptualHash.Of(Evasion.Mirror(Evasion.Mirror(ramp))), Is.EqualTo(PerceptualHash.Of(ramp)));
    }

    [Test]
    public void TheSameChangeEverywhereDoesNotEscape()
    {
        var random = new SeededRandom(PrintedSeed.NewRandom().Next());
        for (int i = 0; i < 20; i++)
        {
            GreyImage picture = SyntheticPicture.Draw(random, 160, 120);
            var between = new GreyImage(160, 120, [.. picture.Pixels.ToArray().Select(grey => (byte)(20 + (grey * 3 / 4)))]);
            var lighter = new GreyImage(160, 120, [.. between.Pixels.ToArray().Select(grey => (byte)(grey + 40))]);
            Assert.That(PerceptualHash.Of(lighter), Is.EqualTo(PerceptualHash.Of(between)));
        }
    }

    [Test]
    public void AThresholdThatNothingEscapesIsMisuse() =>
        Assert.That(() => Evasion.Escape(new(20, 20, new byte[400]), new(0), 64), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void PsnrIsThatOfThePapers()
    {
        GreyImage black = new(10, 10, new byte[100]), grey = new(10, 10, [.. Enumerable.Repeat((byte)255, 100)]);
        Assert.That(Psnr.Between(black, grey), Is.Zero);
        Assert.That(Psnr.Between(black, black), Is.EqualTo(double.PositiveInfinity));
        Assert.That(Psnr.Between(black, new(10, 10, [.. Enumerable.Repeat((byte)1, 100)])), Is.EqualTo(48.13).Within(0.005));
        Assert.That(() => Psnr.Between(black, new(5, 20, new byte[100])), Throws.ArgumentException);
    }
}
