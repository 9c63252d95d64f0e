using CryptoLessons.Attacks.Scanning;
using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scanning;

/// <summary>An innocent picture gets any hash that a list may hold, and changes no more than it must.</summary>
[TestFixture]
internal sealed class FrameByCollisionTests
{
    [Test]
    public void AnyPictureReachesAnyListedHash()
    {
        var random = new SeededRandom(PrintedSeed.NewRandom().Next());
        var psnrs = new List<double>();
        for (int pair = 0; pair < 200; pair++)
        {
            GreyImage innocent = SyntheticPicture.Draw(random, 90 + pair, 64 + (pair % 37));
            PerceptualHash listed = PerceptualHash.Of(SyntheticPicture.Draw(random, 72, 64));
            AlteredPicture? framed = FrameByCollision.Collide(innocent, listed);
            Assert.That(framed, Is.Not.Null, $"pair {pair}");
            Assert.That(PerceptualHash.Of(GreyImage.Read(framed!.Picture.ToPng())!), Is.EqualTo(listed), $"pair {pair}");
            Assert.That(framed.BitsFlipped, Is.EqualTo(PerceptualHash.Of(innocent).DistanceTo(listed)));
            Assert.That(framed.Psnr, Is.EqualTo(Psnr.Between(innocent, framed.Picture)));
            psnrs.Add(framed.Psnr);
        }
        psnrs.Sort();
        TestContext.Out.WriteLine($"200 pairs: PSNR {psnrs[0]:F1} dB at least, median {psnrs[100]:F1} dB");
    }

    [Test]
    public void AListWithAThresholdIsMetAtLessCost()
    {
        var random = new SeededRandom(PrintedSeed.NewRandom().Next());
        GreyImage innocent = SyntheticPicture.Draw(random, 180, 160);
        PerceptualHash listed = PerceptualHash.Of(SyntheticPicture.Draw(random, 180, 160));
        double psnr = 0;
        foreach (int threshold in (int[])[0, 4, 10])
        {
            AlteredPicture framed = FrameByCollision.Collide(innocent, listed, threshold)!;
            Assert.That(PerceptualHash.Of(framed.Picture).DistanceTo(listed), Is.AtMost(threshold));
            Assert.That(framed.Psnr, Is.GreaterThan(psnr));
            psnr = framed.Psnr;
        }
    }

    [Test]
    public void NoiseBlackAndWhiteAndTheWorstHashesAreNoObstacle()
    {
        Random random = PrintedSeed.NewRandom();
        GreyImage[] pictures =
        [
            new(64, 48, random.NextBytes(64 * 48)), new(64, 48, new byte[64 * 48]), new(64, 48, [.. Enumerable.Repeat((byte)255, 64 * 48)]),
            new(64, 48, [.. Enumerable.Range(0, 64 * 48).Select(_ => (byte)(random.Next(2) * 255))]),
            new(64, 48, [.. Enumerable.Range(0, 64 * 48).Select(i => (byte)(i % 64 * 4))]),
        ];
        foreach (ulong bits in (ulong[])[0, ulong.MaxValue, 0xAAAAAAAAAAAAAAAA, 0xFF00FF00FF00FF00, (ulong)random.NextInt64()])
            foreach (GreyImage picture in pictures)
                Assert.That(PerceptualHash.Of(FrameByCollision.Collide(picture, new(bits))!.Picture), Is.EqualTo(new PerceptualHash(bits)));
    }

    [Test]
    public void EverySizeFrom18By16OnIsLargeEnough()
    {
        Random random = PrintedSeed.NewRandom();
        for (int width = 18; width < 40; width++)
            for (int height = 16; height < 40; height += random.Next(1, 5))
            {
                var picture = new GreyImage(width, height, random.NextBytes(width * height));
                Assert.That(FrameByCollision.Collide(picture, new((ulong)random.NextInt64())), Is.Not.Null, $"{width} x {height}");
            }
    }

    [Test]
    public void APictureWithFewerPixelsThanCellsIsTooSmall() =>
        Assert.That(FrameByCollision.Collide(new(4, 4, new byte[16]), new(ulong.MaxValue)), Is.Null);

    [Test]
    public void APictureThatHasTheHashAlreadyStaysAsItIs()
    {
        GreyImage picture = SyntheticPicture.Draw(new SeededRandom(PrintedSeed.NewRandom().Next()), 72, 64);
        AlteredPicture same = FrameByCollision.Collide(picture, PerceptualHash.Of(picture))!;
        Assert.That((same.BitsFlipped, same.Psnr), Is.EqualTo((0, double.PositiveInfinity)));
    }

    /// <summary>On a picture of 72 even cells the change is that of the nearest point by another way: Dykstra's alternating projections.</summary>
    [Test]
    public void ItIsTheLeastChange()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 20; i++)
        {
            byte[] cells = [.. Enumerable.Range(0, 72).Select(_ => (byte)random.Next(40, 216))];
            GreyImage picture = OfCells(cells);
            var listed = new PerceptualHash((ulong)random.NextInt64());
            double[] means = [.. cells.Select(cell => (double)cell)];
            double least = Enumerable.Range(0, 8).Sum(row => Projected(means[(9 * row)..(9 * (row + 1))], column => listed[row, column])) / 72;
            double change = 255 * 255 / Math.Pow(10, FrameByCollision.Collide(picture, listed)!.Psnr / 10);
            // Whole levels in every pixel cost up to a quarter more than fractions would; eighths of a level in the means, next to nothing.
            Assert.That(change, Is.InRange(least - 0.5, least + 0.5 + (least / 50)));
        }
    }

    [Test]
    public void AFramedPictureIsReportedByAnUnchangedPhone()
    {
        var random = new SeededRandom(11);
        var administrator = new ListAdministrator(random.Child("administrator"));
        var phone = new ClientScanner(administrator.PublicKey, random.Child("phone"));
        PerceptualHash listed = PerceptualHash.Of(SyntheticPicture.Draw(random.Child("listed"), 160, 160));
        Assert.That(phone.Accept(administrator.Sign(new ScanList(threshold: 0, random.Child("salt")).WithPicture(listed))), Is.True);
        byte[] innocent = BuiltInConversation.Load().Messages.First(message => message.Attachment is not null).Attachment!.Bytes.ToArray();
        Assert.That(phone.Scan("", innocent), Is.Empty, "control: the picture as it was");
        byte[] framed = FrameByCollision.Collide(GreyImage.Read(innocent)!, listed)!.Picture.ToPng();
        Assert.That(phone.Scan("", framed), Is.EqualTo(new[] { new ScanMatch(ScanMatchKind.Picture, listed.ToString(), 0) }));
    }

    /// <summary>A picture of 72 even cells.</summary>
    public static GreyImage OfCells(byte[] cells) =>
        new(9 * 16, 8 * 16, [.. Enumerable.Range(0, 9 * 16 * 8 * 16).Select(pixel => cells[(pixel / 144 / 16 * 9) + (pixel % 144 / 16)])]);

    private static double Projected(double[] means, Func<int, bool> lighter)
    {
        double[] point = [.. means];
        var correction = new double[8];
        for (int round = 0; round < 20_000; round++)
            for (int i = 0; i < 8; i++)
            {
                // The half-space of bit i, in the direction in which its difference must not be negative.
                int sign = lighter(i) ? 1 : -1;
                double difference = (sign * (point[i + 1] - point[i])) - (2 * correction[i]), push = Math.Max(0, -difference / 2);
                double change = push - correction[i];
                (point[i], point[i + 1], correction[i]) = (point[i] - (sign * change), point[i + 1] + (sign * change), push);
            }
        return point.Zip(means, (a, b) => (a - b) * (a - b)).Sum();
    }
}
