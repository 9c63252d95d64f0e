using System.Buffers.Binary;
using System.Text;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Tests.Protocol;
using FsCheck.Fluent;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scanning;

/// <summary>Pictures come from strangers: any bytes give a picture or none, never an exception, and never more memory than they deserve.</summary>
[TestFixture]
internal sealed class HostilePictureTests
{
    private static readonly byte[][] Files =
    [
        TinyPng.File(5, 4, 8, 0, TinyPng.Filter([.. Enumerable.Range(0, 4).Select(y => (byte[])[1, 2, 3, 4, (byte)y])], 1, 0, 1, 2, 3)),
        TinyPng.File(3, 2, 8, 6, TinyPng.Filter([new byte[12], new byte[12]], 4, 4), parts: 2),
        TinyPng.File(9, 2, 2, 3, [0, 0x1B, 0x1B, 0, 1, 0x1B, 0x1B, 0], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        new GreyImage(4, 4, new byte[16]).ToPng(),
        "P5 2 2 255 abcd"u8.ToArray(), "P6\n# c\n1 2 15\nabcdef"u8.ToArray(),
    ];

    [Test]
    public void AnyBytesGiveAPictureOrNone() => SeededCheck.ForAll(3_000,
        from start in Gen.Elements([[], TinyPng.Signature, "P5 "u8.ToArray(), "P6 9 9 255 "u8.ToArray(), TinyPng.Of(TinyPng.Header(9, 9, 8, 0))])
        from rest in SeededCheck.Bytes(60)
        select (byte[])[.. start, .. rest],
        file => Assert.That(() => GreyImage.Read(file), Throws.Nothing));

    [Test]
    public void AChangedFileGivesAPictureOrNone()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 5_000; i++)
        {
            byte[] file = random.Mutate(Files[random.Next(Files.Length)], Files);
            Assert.That(() => GreyImage.Read(file), Throws.Nothing, Convert.ToHexString(file));
        }
    }

    /// <summary>Wrong checksums stop most changes at the door; here each chunk's data is changed and its checksum made right.</summary>
    [Test]
    public void SoDoesAChangedChunkWithARightChecksum()
    {
        Random random = PrintedSeed.NewRandom();
        var (read, refused) = (0, 0);
        for (int i = 0; i < 10_000; i++)
        {
            byte[][] chunks = [.. Chunks(Files[random.Next(4)]).Select(chunk => random.Next(3) > 0 ? TinyPng.Chunk(chunk.Type, chunk.Data)
                : TinyPng.Chunk(chunk.Type, random.Mutate(chunk.Data, [chunk.Data, []])))];
            byte[] file = TinyPng.Of(chunks);
            GreyImage? image = null;
            Assert.That(() => image = GreyImage.Read(file), Throws.Nothing, Convert.ToHexString(file));
            _ = image is null ? refused++ : read++;
        }
        Assert.That(read, Is.GreaterThan(500));
        Assert.That(refused, Is.GreaterThan(500));
    }

    [TestCase(0, 1)]
    [TestCase(1, 0)]
    [TestCase(-1, 1)]
    [TestCase(65_536, 1)]
    [TestCase(1, int.MaxValue)]
    [TestCase(10_000, 10_000)]
    public void ASizeBeyondTheBoundIsRefused(int width, int height) =>
        Assert.That(GreyImage.Read(TinyPng.File(width, height, 8, 0, new byte[1 << 20])), Is.Null);

    [Test]
    public void AShortFileThatPromisesALargePictureTakesNoMemory()
    {
        byte[] png = TinyPng.File(8192, 8192, 8, 0, new byte[100]), pgm = "P5 8192 8192 255 "u8.ToArray();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That((GreyImage.Read(png), GreyImage.Read(pgm)), Is.EqualTo(((GreyImage?)null, (GreyImage?)null)));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100_000));
    }

    [Test]
    public void TheLargestPictureIsRead()
    {
        byte[] file = TinyPng.File(8192, 8192, 1, 0, new byte[8192 * 1025]);
        Assert.That(GreyImage.Read(file)?.Pixels.Length, Is.EqualTo(GreyImage.MaxPixels));
    }

    [Test]
    public void RowsThatAreTooFewOrTooManyAreRefused()
    {
        Assert.That(GreyImage.Read(TinyPng.File(2, 2, 8, 0, [0, 1, 2])), Is.Null);
        Assert.That(GreyImage.Read(TinyPng.File(2, 2, 8, 0, [0, 1, 2, 0, 3, 4])), Is.Not.Null);
        Assert.That(GreyImage.Read(TinyPng.File(2, 2, 8, 0, [0, 1, 2, 0, 3, 4, 0])), Is.Null);
    }

    [Test]
    public void AFilterThatThereIsNotIsRefused() => Assert.That(GreyImage.Read(TinyPng.File(1, 1, 8, 0, [5, 1])), Is.Null);

    [Test]
    public void AStreamThatIsCutOffOrSumsUpWronglyIsRefused()
    {
        byte[] stream = TinyPng.Deflate([0, 1, 2]), wrongSum = [.. stream[..^1], (byte)(stream[^1] ^ 1)];
        byte[] withDictionary = [0x78, 0xBB, .. stream[2..]];
        foreach (byte[] data in (byte[][])[stream[..^6], stream[..3], wrongSum, withDictionary, []])
            Assert.That(GreyImage.Read(WithChunk("IDAT", data)), Is.Null, $"{data.Length} bytes");
        Assert.That(GreyImage.Read(WithChunk("IDAT", stream)), Is.Not.Null);
    }

    [Test]
    public void APaletteThatIsMissingTooShortOrNoneIsRefused()
    {
        byte[] rows = [0, 0, 1];
        Assert.That(GreyImage.Read(TinyPng.File(2, 1, 8, 3, rows, new byte[6])), Is.Not.Null);
        foreach (byte[]? palette in (byte[]?[])[null, [], new byte[3], new byte[5], new byte[771]])
            Assert.That(GreyImage.Read(TinyPng.File(2, 1, 8, 3, rows, palette)), Is.Null);
    }

    [Test]
    public void AnUnknownChunkThatMustBeUnderstoodIsRefused()
    {
        byte[] pixels = TinyPng.Chunk("IDAT", TinyPng.Deflate([0, 1, 2]));
        Assert.That(GreyImage.Read(WithChunk("NEWS", [], pixels)), Is.Null);
        Assert.That(GreyImage.Read(WithChunk("nEWS", [], pixels)), Is.Not.Null);
    }

    [Test]
    public void APictureThatItsMakerGotWrongIsMisuse() => Assert.That(() => new GreyImage(2, 2, new byte[3]), Throws.ArgumentException);

    private static byte[] WithChunk(string type, byte[] data, params byte[] more) =>
        TinyPng.Of(TinyPng.Header(2, 1, 8, 0), TinyPng.Chunk(type, data), more, TinyPng.Chunk("IEND", []));

    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] file)
    {
        for (int at = TinyPng.Signature.Length; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            yield return (Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }
    }
}
