using CryptoLessons.Protocol.Wire;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>The reader on bytes that no writer made: it answers, soon, and never reads past the end.</summary>
[TestFixture]
internal sealed class WireReaderTests
{
    private static (int Fields, bool Malformed) Read(byte[] bytes)
    {
        var reader = new WireReader(bytes);
        int fields = 0, at = 0;
        while (reader.Next(out WireField field))
        {
            Assert.That(field.Start, Is.EqualTo(at), "fields stand one behind the other");
            Assert.That(field.End, Is.GreaterThan(field.Start).And.LessThanOrEqualTo(bytes.Length));
            Assert.That(field.Number, Is.InRange(1, (1 << 29) - 1));
            if (field.Type == WireType.Bytes)
                Assert.That(field.Bytes.SequenceEqual(bytes.AsSpan(field.End - field.Bytes.Length, field.Bytes.Length)));
            else
                Assert.That(field.Bytes.IsEmpty);
            (fields, at) = (fields + 1, field.End);
        }
        Assert.That(reader.Malformed, Is.EqualTo(at != bytes.Length));
        Assert.That(reader.Next(out _), Is.False, "the end stays the end");
        return (fields, reader.Malformed);
    }

    private static void Refuses(params byte[] bytes) => Assert.That(Read(bytes).Malformed, Hex.Of(bytes));

    [Test]
    public void RandomBytesAreReadOrRefused() => SeededCheck.ForAll(5_000, SeededCheck.Bytes(60), bytes => Read(bytes));

    [Test]
    public void TheEmptyMessageHasNoFields() => Assert.That(Read([]), Is.EqualTo((0, false)));

    [Test]
    public void ATagWithoutANumberOrWithAnUnknownTypeIsMalformed()
    {
        Refuses(0x00, 0x00);
        Refuses(0x02, 0x00);
        Refuses(0x0E, 0x00);
        Refuses(0x0F, 0x00);
        Refuses(0x80, 0x80, 0x80, 0x80, 0x10, 0x00); // 2^32
        Refuses(0x88, 0x80, 0x80, 0x80, 0x10, 0x00); // 2^32 + 8
        Assert.That(Read([0xF8, 0xFF, 0xFF, 0xFF, 0x0F, 0x00]), Is.EqualTo((1, false)), "the largest number of all");
    }

    [Test]
    public void ANumberOfMoreThan64BitsIsMalformed()
    {
        Assert.That(Read([0x08, .. Hex.Repeat(0xFF, 9), 0x01]), Is.EqualTo((1, false)));
        Assert.That(Read([0x08, .. Hex.Repeat(0x80, 9), 0x00]), Is.EqualTo((1, false)));
        Refuses([0x08, .. Hex.Repeat(0xFF, 9), 0x02]);
        Refuses([0x08, .. Hex.Repeat(0xFF, 9), 0x81, 0x00]);
        Refuses([0x08, .. Hex.Repeat(0x80, 10), 0x00]);
        Refuses([0x08, .. Hex.Repeat(0xFF, 1_000)]);
    }

    [TestCase(1ul)]
    [TestCase(0x7FFF_FFFFul)]
    [TestCase(0x8000_0000ul)]
    [TestCase(0xFFFF_FFFFul)]
    [TestCase(0x1_0000_0000ul)]
    [TestCase(0x7FFF_FFFF_FFFF_FFFFul)]
    [TestCase(0x8000_0000_0000_0000ul)]
    [TestCase(ulong.MaxValue)]
    public void ALengthPastTheEndIsMalformed(ulong length)
    {
        byte[] claimed = SignalMessageParts.Encode(1, length)[1..];
        Refuses([0x0A, .. claimed]);
        Refuses([0x08, 0x01, 0x0A, .. claimed]);
        Refuses([0x0B, 0x0A, .. claimed, 0x0C]);
    }

    [Test]
    public void AMessageThatEndsInAFieldIsMalformed()
    {
        byte[] whole = [0x08, 0x96, 0x01, 0x12, 0x03, 1, 2, 3, 0x1D, 1, 2, 3, 4, 0x21, 1, 2, 3, 4, 5, 6, 7, 8, 0x2B, 0x08, 0x01, 0x2C];
        int[] ends = [0, 3, 8, 13, 22, 26];
        for (int length = 0; length <= whole.Length; length++)
            Assert.That(Read(whole[..length]).Malformed, Is.EqualTo(!ends.Contains(length)), $"{length}");
    }

    [Test]
    public void AGroupEndsWithItsOwnNumber()
    {
        Assert.That(Read([0x0B, 0x0C]), Is.EqualTo((1, false)));
        Assert.That(Read([0x0B, 0x13, 0x14, 0x0C, 0x08, 0x00]), Is.EqualTo((2, false)));
        Refuses(0x0B, 0x14);
        Refuses(0x0B, 0x13, 0x0C, 0x14);
        Refuses(0x0C);
        Refuses(0x08, 0x00, 0x0C);
        Refuses(0x0B);
    }

    [Test]
    public void GroupsMayStandInEachOtherAndNotWithoutEnd()
    {
        Assert.That(Read([.. Hex.Repeat(0x0B, 32), .. Hex.Repeat(0x0C, 32)]), Is.EqualTo((1, false)));
        Refuses([.. Hex.Repeat(0x0B, 100_000), .. Hex.Repeat(0x0C, 100_000)]);
        Refuses(Hex.Repeat(0x0B, 1_000_000));
    }
}
