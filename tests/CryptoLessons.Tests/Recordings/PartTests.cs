using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Recordings;
using NUnit.Framework;

namespace CryptoLessons.Tests.Recordings;

/// <summary>One part: what is written comes back, and what is not whole is told.</summary>
[TestFixture]
internal sealed class PartTests
{
    private static readonly RecordingHead Head = new(
        "strict", "x3dh", new Dictionary<string, DhPublicKey> { ["Alice"] = Key(1), ["Bob \"the\" Bröt"] = Key(2), [""] = Key(3) });

    private static readonly DateTimeOffset Last = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.MaxValue.ToUnixTimeMilliseconds());

    private static readonly Envelope[] Envelopes =
    [
        new("Alice", "Bob \"the\" Bröt", new(2017, 3, 22, 9, 0, 0, 123, TimeSpan.Zero), new(CiphertextType.Plain, new byte[] { 1, 2, 3 })),
        new("", "server", DateTimeOffset.MinValue, new(CiphertextType.PreKey, ReadOnlyMemory<byte>.Empty), uint.MaxValue),
        new("x", "y", Last, new(CiphertextType.SenderKey, new byte[200_000]), 0),
    ];

    [Test]
    public void WhatIsWrittenComesBack()
    {
        using var reader = new PartReader(new MemoryStream(Part(Envelopes)));
        Assert.That((reader.Head!.Design, reader.Head.Profile), Is.EqualTo((Head.Design, Head.Profile)));
        Assert.That(reader.Head.IdentityKeys, Is.EquivalentTo(Head.IdentityKeys));
        foreach (Envelope envelope in Envelopes)
        {
            Assert.That(reader.Next(out ReadOnlyMemory<byte> fields), Is.True);
            Envelope read = RecordedEnvelope.Decode(fields)!;
            Assert.That(read with { Message = envelope.Message }, Is.EqualTo(envelope));
            Assert.That(read.Message.Type, Is.EqualTo(envelope.Message.Type));
            Assert.That(read.Message.Bytes.ToArray(), Is.EqualTo(envelope.Message.Bytes.ToArray()));
        }
        Assert.That((reader.Next(out _), reader.Fault), Is.EqualTo((false, (string?)null)));
        Assert.That(reader.Checksum, Has.Length.EqualTo(64));
    }

    [Test]
    public void APartMayHoldNothing() => Assert.That(FaultOf(Part([])), Is.Null);

    [Test]
    public void EveryTruncationIsTold()
    {
        byte[] whole = Part(Envelopes[..2]);
        Assert.That(FaultOf(whole), Is.Null);
        for (int length = 0; length < whole.Length; length++)
            Assert.That(
                FaultOf(whole[..length]),
                length < 4 ? Does.Contain("is no recording") : Does.Contain($"cut off after byte {length}").Or.Contain("damaged"),
                $"{length} bytes");
    }

    [Test]
    public void EveryFlippedBitIsTold()
    {
        byte[] part = Part(Envelopes[..2]);
        for (int bit = 0; bit < 8 * part.Length; bit++)
        {
            part[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(FaultOf(part), Is.Not.Null, $"bit {bit}");
            part[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.That(FaultOf(part), Is.Null);
    }

    [Test]
    public void WhatStandsBehindTheEndIsTold() =>
        Assert.That(FaultOf([.. Part(Envelopes[..1]), 0]), Does.Contain("goes on behind its end mark"));

    [Test]
    public void AnotherVersionIsToldByItsNumber()
    {
        byte[] part = Part([]);
        part[3] = 2;
        Assert.That(FaultOf(part), Does.Contain("version 2"));
    }

    [Test]
    public void ALengthThatNobodyCouldHoldNeedsNoMemory()
    {
        byte[] part = [.. Part([])[..^RecordingLayout.EndSize], 0x12, 0xFF, 0xFF, 0xFF, 0xFF, 0x01];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(FaultOf(part), Does.Contain("cut off"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1 << 20));
    }

    [Test]
    public void AReadThatFailsIsTold() =>
        Assert.That(FaultOf(new FailingStream(Part(Envelopes), room: 50)), Does.Contain("cannot be read: " + FailingStream.Message));

    [Test]
    public void RandomBytesBehindTheBeginningAreTold()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 1000; i++)
            Assert.That(FaultOf([.. RecordingLayout.Beginning, .. random.NextBytes(random.Next(300))]), Is.Not.Null);
    }

    [Test]
    public void RandomBytesAreNoEnvelope()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 1000; i++)
            Assert.That(RecordedEnvelope.Decode(random.NextBytes(random.Next(300))), Is.Null);
    }

    /// <summary>A part that consists of these envelopes.</summary>
    internal static byte[] Part(IEnumerable<Envelope> envelopes, RecordingHead? head = null)
    {
        using var stream = new MemoryStream();
        using var writer = new PartWriter(stream, head ?? Head);
        foreach (Envelope envelope in envelopes)
            writer.Write(envelope);
        writer.Complete();
        Assert.That(writer.Length, Is.EqualTo(stream.Length));
        return stream.ToArray();
    }

    private static string? FaultOf(byte[] part) => FaultOf(new MemoryStream(part));

    private static string? FaultOf(Stream part)
    {
        using var reader = new PartReader(part);
        while (reader.Next(out _))
        {
        }
        Assert.That(reader.Checksum, reader.Fault is null ? Is.Not.Empty : Is.Empty);
        return reader.Fault;
    }

    private static DhPublicKey Key(int seed) => DhKeyPair.Generate(new SeededRandom(seed)).Public;
}
