using CryptoLessons.ExceptionalAccess.Scanning;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scanning;

/// <summary>dHash in exact integers, beside one written straight down in floating point.</summary>
[TestFixture]
internal sealed class PerceptualHashTests
{
    [Test]
    public void AgreesWithMeansInFloatingPoint()
    {
        Random random = PrintedSeed.NewRandom();
        int compared = 0;
        for (int i = 0; i < 200; i++)
        {
            int width = random.Next(1, 70), height = random.Next(1, 70);
            var image = new GreyImage(width, height, random.NextBytes(width * height));
            PerceptualHash hash = PerceptualHash.Of(image);
            for (int row = 0; row < 8; row++)
                for (int column = 0; column < 8; column++)
                {
                    double difference = Mean(image, row, column + 1) - Mean(image, row, column);
                    // Exactly equal means come out equal or nearly so in floating point, and say nothing there.
                    if (Math.Abs(difference) < 1e-9)
                        continue;
                    compared++;
                    Assert.That(hash[row, column], Is.EqualTo(difference > 0), $"{width} x {height}, row {row}, column {column}");
                }
        }
        Assert.That(compared, Is.GreaterThan(10_000));
    }

    [Test]
    public void CellMeansAreThoseInFloatingPoint()
    {
        Random random = PrintedSeed.NewRandom();
        var image = new GreyImage(31, 17, random.NextBytes(31 * 17));
        CellGrid cells = CellGrid.Of(image);
        for (int row = 0; row < 8; row++)
            for (int column = 0; column < 9; column++)
                Assert.That((double)cells[row, column] / cells.Area, Is.EqualTo(Mean(image, row, column)).Within(1e-9));
    }

    [Test]
    public void ABitIsOneWhereThePictureGetsLighterToTheRight()
    {
        byte[] ramp = [.. Enumerable.Range(0, 72).Select(i => (byte)(10 * (i % 9)))];
        Assert.That(PerceptualHash.Of(new GreyImage(9, 8, ramp)), Is.EqualTo(new PerceptualHash(ulong.MaxValue)));
        Assert.That(PerceptualHash.Of(new GreyImage(9, 8, [.. ramp.Reverse()])), Is.EqualTo(new PerceptualHash(0)));
        Assert.That(PerceptualHash.Of(new GreyImage(9, 8, new byte[72])), Is.EqualTo(new PerceptualHash(0)), "equal cells give 0");
    }

    [Test]
    public void TheTopLeftCellGivesTheHighestBit()
    {
        byte[] pixels = new byte[72];
        pixels[0] = 0;
        pixels.AsSpan(1, 8).Fill(1);
        var hash = PerceptualHash.Of(new GreyImage(9, 8, pixels));
        Assert.That(hash.ToString(), Is.EqualTo("8000000000000000"));
        Assert.That((hash[0, 0], hash[0, 1], hash[7, 7]), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void DistanceCountsBits()
    {
        Assert.That(new PerceptualHash(0b1011).DistanceTo(new PerceptualHash(0b0001)), Is.EqualTo(2));
        Assert.That(new PerceptualHash(ulong.MaxValue).DistanceTo(new PerceptualHash(0)), Is.EqualTo(PerceptualHash.Size));
        Assert.That(new PerceptualHash(77).DistanceTo(new PerceptualHash(77)), Is.Zero);
    }

    [Test]
    public void DoesNotDependOnSizeOrBrightness()
    {
        Random random = PrintedSeed.NewRandom();
        byte[] cells = [.. Enumerable.Range(0, 72).Select(_ => (byte)random.Next(200))];
        var small = new GreyImage(9, 8, cells);
        var large = new GreyImage(90, 40, [.. Enumerable.Range(0, 90 * 40).Select(i => (byte)(cells[(i / 90 / 5 * 9) + (i % 90 / 10)] + 50))]);
        Assert.That(PerceptualHash.Of(large), Is.EqualTo(PerceptualHash.Of(small)));
    }

    private static double Mean(GreyImage image, int row, int column)
    {
        double left = column * image.Width / 9.0, right = (column + 1) * image.Width / 9.0;
        double top = row * image.Height / 8.0, bottom = (row + 1) * image.Height / 8.0;
        double sum = 0;
        for (int y = 0; y < image.Height; y++)
            for (int x = 0; x < image.Width; x++)
                sum += image.Row(y)[x] * Math.Max(0, Math.Min(x + 1, right) - Math.Max(x, left))
                    * Math.Max(0, Math.Min(y + 1, bottom) - Math.Max(y, top));
        return sum / ((right - left) * (bottom - top));
    }
}
