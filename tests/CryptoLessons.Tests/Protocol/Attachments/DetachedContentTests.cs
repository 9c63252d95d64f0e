using CryptoLessons.Protocol.Attachments;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Attachments;

/// <summary>An attachment is taken out of a message and put back, and nothing of it stays behind.</summary>
[TestFixture]
internal sealed class DetachedContentTests
{
    private static readonly byte[] Picture = [.. Enumerable.Range(0, 3_000).Select(i => (byte)(i * 7))];

    private SeededRandom random = null!;

    [SetUp]
    public void Seed() => random = new SeededRandom(PrintedSeed.NewRandom().Next());

    private static byte[] Content(byte[] picture) =>
        new WireWriter().Bytes(1, "Look."u8).Bytes(2, "p.png"u8).Bytes(3, picture).Varint(9, 5).ToArray();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(127)]
    [TestCase(3_000)]
    public void WhatWasTakenOutComesBackByteForByte(int size)
    {
        byte[] content = Content(Picture[..size]);
        var (detached, blob) = DetachedContent.Detach(content, random);
        Assert.That(detached, Is.Not.EqualTo(content));
        Assert.That(DetachedContent.Attach(detached, [blob!]), Is.EqualTo(content));
    }

    [Test]
    public void NeitherMessageNorBlobShowsThePicture()
    {
        var (detached, blob) = DetachedContent.Detach(Content(Picture), random);
        Assert.That(detached.AsSpan().IndexOf(Picture.AsSpan(0, 16)), Is.Negative);
        Assert.That(blob.AsSpan().IndexOf(Picture.AsSpan(0, 16)), Is.Negative);
        Assert.That(detached, Has.Length.LessThan(200));
    }

    [Test]
    public void ThePictureTwiceGivesTwoBlobs()
    {
        byte[] one = DetachedContent.Detach(Content(Picture), random).Blob!, two = DetachedContent.Detach(Content(Picture), random).Blob!;
        Assert.That(one, Is.Not.EqualTo(two));
    }

    [Test]
    public void AContentWithoutAttachmentStaysAsItIs()
    {
        byte[] content = new WireWriter().Bytes(1, "Noon."u8).ToArray();
        var (detached, blob) = DetachedContent.Detach(content, random);
        Assert.That((detached, blob), Is.EqualTo((content, (byte[]?)null)));
        Assert.That(DetachedContent.Attach(content, []), Is.EqualTo(content));
    }

    [Test]
    public void BytesThatAreNoContentStayAsTheyAre()
    {
        foreach (byte[] content in (byte[][])[[], [0xFF], "plain text"u8.ToArray(), [.. Content(Picture), 0x0A]])
        {
            Assert.That(DetachedContent.Detach(content, random), Is.EqualTo((content, (byte[]?)null)));
            Assert.That(DetachedContent.Attach(content, []), Is.EqualTo(content));
        }
    }

    [Test]
    public void TheRightBlobIsFoundAmongMany()
    {
        var (detached, blob) = DetachedContent.Detach(Content(Picture), random);
        byte[] other = DetachedContent.Detach(Content([1, 2, 3]), random).Blob!;
        Assert.That(DetachedContent.Attach(detached, [other, Array.Empty<byte>(), blob!]), Is.EqualTo(Content(Picture)));
    }

    [Test]
    public void AMissingSwappedTruncatedOrSpoiledBlobOpensNothing()
    {
        var (detached, blob) = DetachedContent.Detach(Content(Picture), random);
        byte[] other = DetachedContent.Detach(Content(Picture), random).Blob!;
        Assert.That(blob, Is.Not.Null);
        Assert.That(DetachedContent.Attach(detached, []), Is.Null, "missing");
        Assert.That(DetachedContent.Attach(detached, [other]), Is.Null, "the blob of another message");
        Assert.That(DetachedContent.Attach(detached, [blob.AsMemory(0, blob!.Length - 1)]), Is.Null, "truncated");
        for (int i = 0; i < blob.Length; i += 97)
        {
            byte[] spoiled = [.. blob];
            spoiled[i] ^= 1;
            Assert.That(DetachedContent.Attach(detached, [spoiled]), Is.Null, $"byte {i}");
        }
    }

    [Test]
    public void AnyBytesGiveAnAnswer()
    {
        var (detached, blob) = DetachedContent.Detach(Content(Picture[..40]), random);
        Random mutations = PrintedSeed.NewRandom();
        for (int i = 0; i < 1_000; i++)
        {
            byte[] mutated = mutations.Mutate(detached, [detached, Content([7])]);
            DetachedContent.Attach(mutated, [blob!]);
            var (again, taken) = DetachedContent.Detach(mutated, random);
            if (taken is null)
                Assert.That(again, Is.EqualTo(mutated));
        }
    }

    [Test]
    public void OnlyTheFirstAttachmentIsTakenOut()
    {
        byte[] content = new WireWriter().Bytes(3, [1]).Bytes(3, [2]).ToArray();
        var (detached, blob) = DetachedContent.Detach(content, random);
        Assert.That(detached.AsSpan().EndsWith((byte[])[0x1A, 1, 2]));
        Assert.That(DetachedContent.Attach(detached, [blob!]), Is.EqualTo(content));
    }
}
