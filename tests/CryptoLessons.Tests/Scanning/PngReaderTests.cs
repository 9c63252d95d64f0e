using CryptoLessons.ExceptionalAccess.Scanning;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scanning;

/// <summary>PNG files of every kind that we read, made by hand, and the kinds that we do not.</summary>
[TestFixture]
internal sealed class PngReaderTests
{
    private const int Width = 13;
    private const int Height = 11;

    // Colour type, depth, samples of a pixel.
    private static readonly object[] Kinds =
    [
        new[] { 0, 1, 1 }, new[] { 0, 2, 1 }, new[] { 0, 4, 1 }, new[] { 0, 8, 1 }, new[] { 0, 16, 1 }, new[] { 2, 8, 3 }, new[] { 2, 16, 3 },
        new[] { 3, 1, 1 }, new[] { 3, 2, 1 }, new[] { 3, 4, 1 }, new[] { 3, 8, 1 },
        new[] { 4, 8, 2 }, new[] { 4, 16, 2 }, new[] { 6, 8, 4 }, new[] { 6, 16, 4 },
    ];

    [TestCaseSource(nameof(Kinds))]
    public void EveryColourTypeAndDepthIsReadUnderEveryFilter(int[] kind)
    {
        Random random = PrintedSeed.NewRandom();
        var (colour, depth, channels) = (kind[0], kind[1], kind[2]);
        byte[] palette = random.NextBytes(3 << Math.Min(depth, 8));
        int[][] samples = [.. Enumerable.Range(0, Width * channels * Height).Select(_ => random.Next(1 << depth)).Chunk(Width * channels)];
        byte[][] rows = [.. samples.Select(row => Pack(row, depth))];
        byte[] expected = [.. samples.SelectMany(row => row.Chunk(channels)).Select(pixel => Grey(pixel, colour, depth, palette))];
        foreach (int[] filters in (int[][])[[0], [1], [2], [3], [4], [4, 2, 0, 3, 1]])
        {
            byte[] filtered = TinyPng.Filter(rows, Math.Max(1, depth * channels / 8), filters);
            GreyImage? image = GreyImage.Read(TinyPng.File(Width, Height, depth, colour, filtered, colour == 3 ? palette : null, parts: 3));
            Assert.That(image, Is.Not.Null);
            Assert.That((image!.Width, image.Height), Is.EqualTo((Width, Height)));
            Assert.That(image.Pixels.ToArray(), Is.EqualTo(expected));
        }
    }

    [TestCase(1, 1)]
    [TestCase(1, 300)]
    [TestCase(300, 1)]
    [TestCase(640, 480)]
    public void WhatWeWriteWeReadAgain(int width, int height)
    {
        var image = new GreyImage(width, height, PrintedSeed.NewRandom().NextBytes(width * height));
        GreyImage? read = GreyImage.Read(image.ToPng());
        Assert.That(read, Is.Not.Null);
        Assert.That((read!.Width, read.Height), Is.EqualTo((width, height)));
        Assert.That(read.Pixels.SequenceEqual(image.Pixels), Is.True);
    }

    [Test]
    public void ChunksThatMeanNothingHereAndBytesBehindTheEndAreIgnored()
    {
        byte[] plain = TinyPng.File(2, 1, 8, 0, [0, 7, 9]);
        byte[] decorated = TinyPng.Of(
            TinyPng.Header(2, 1, 8, 0), TinyPng.Chunk("tEXt", "Comment\0pond"u8.ToArray()),
            TinyPng.Chunk("IDAT", TinyPng.Deflate([0, 7, 9])), TinyPng.Chunk("IEND", []));
        Assert.That(GreyImage.Read(plain)!.Pixels.ToArray(), Is.EqualTo((byte[])[7, 9]));
        Assert.That(GreyImage.Read([.. decorated, 1, 2, 3])!.Pixels.ToArray(), Is.EqualTo((byte[])[7, 9]));
    }

    [TestCase(0, 3)]
    [TestCase(1, 8)]
    [TestCase(2, 4)]
    [TestCase(3, 16)]
    [TestCase(4, 4)]
    [TestCase(5, 8)]
    [TestCase(6, 2)]
    public void ADepthThatTheColourTypeDoesNotHaveIsRefused(int colour, int depth) =>
        Assert.That(GreyImage.Read(TinyPng.File(1, 1, depth, colour, new byte[9], new byte[3])), Is.Null);

    [Test]
    public void InterlacedPicturesAreNotRead() => Assert.That(GreyImage.Read(TinyPng.File(1, 1, 8, 0, [0, 7], interlace: 1)), Is.Null);

    [Test]
    public void AnyChangedBitOfAFileThatCountsIsSeen()
    {
        byte[] file = TinyPng.File(3, 2, 8, 0, [0, 1, 2, 3, 0, 4, 5, 6]);
        Assert.That(GreyImage.Read(file), Is.Not.Null);
        for (int bit = 0; bit < 8 * file.Length; bit++)
        {
            byte[] changed = [.. file];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(GreyImage.Read(changed), Is.Null, $"bit {bit}");
        }
    }

    private static byte[] Pack(int[] samples, int depth)
    {
        string bits = string.Concat(samples.Select(sample => Convert.ToString(sample, 2).PadLeft(depth, '0')));
        return [.. bits.PadRight((bits.Length + 7) / 8 * 8, '0').Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }

    private static byte Grey(int[] pixel, int colour, int depth, byte[] palette)
    {
        int[] values = colour == 3 ? [.. palette.Skip(3 * pixel[0]).Take(3)]
            : [.. pixel.Select(sample => depth == 16 ? sample >> 8 : sample * 255 / ((1 << depth) - 1))];
        return (byte)(colour is 0 or 4 ? values[0] : Math.Floor((0.299m * values[0]) + (0.587m * values[1]) + (0.114m * values[2]) + 0.5m));
    }
}
