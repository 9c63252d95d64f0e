using System.Buffers.Binary;
using CryptoLessons.Notebooks.Jupyter.Zmtp;
using NUnit.Framework;

namespace CryptoLessons.Tests.Jupyter;

public class FrameTests
{
    private const int Room = 1 << 20;

    [Test]
    public void ReadsWhatWasRecorded()
    {
        using var stream = new MemoryStream(Recorded.Message);
        Assert.That(Frame.Read(stream, Room), Is.EqualTo(new Frame(false, true, [.. "<IDS|MSG>"u8])).Using<Frame>(Same));
        Assert.That(Frame.Read(stream, Room), Is.EqualTo(new Frame(false, false, [.. Enumerable.Repeat((byte)'x', 300)])).Using<Frame>(Same));
        Assert.That(Frame.Read(stream, Room), Is.Null);
    }

    [Test]
    public void RefusesEveryTruncation()
    {
        for (int length = 0; length < Recorded.Dealer.Length; length++)
            Assert.That(Frame.Read(new MemoryStream(Recorded.Dealer[..length]), Room), Is.Null, $"{length} bytes");
        Assert.That(Frame.Read(new MemoryStream(Recorded.Dealer), Room), Is.Not.Null);
    }

    [Test]
    public void RefusesFlagsThatNobodyHasDefined() =>
        Assert.That(Enumerable.Range(0, 256).Where(flags => Frame.Read(new MemoryStream([(byte)flags, .. new byte[9]]), Room) is not null),
            Is.EqualTo((int[])[0, 1, 2, 3, 4, 6]), "message, more to come, the same with long lengths, command");

    [TestCase((ulong)Room + 1)]
    [TestCase((ulong)int.MaxValue)]
    [TestCase((ulong)int.MaxValue + 1)]
    [TestCase((ulong)uint.MaxValue + 2)]
    [TestCase((ulong)long.MaxValue)]
    [TestCase(ulong.MaxValue)]
    public void RefusesASizeBeyondItsRoom(ulong size) => Assert.That(Frame.Read(Announcing(2, size, new byte[2 * Room]), Room), Is.Null);

    [Test]
    public void TakesASizeThatFillsItsRoom() => Assert.That(Frame.Read(Announcing(2, Room, new byte[Room]), Room)!.Body, Has.Length.EqualTo(Room));

    [Test]
    public void RefusesALongCommandHoweverMuchRoomThereIs()
    {
        Assert.That(Frame.Read(Announcing(6, Frame.LongestCommand, new byte[Room]), Room), Is.Not.Null);
        Assert.That(Frame.Read(Announcing(6, Frame.LongestCommand + 1, new byte[Room]), Room), Is.Null);
    }

    [Test]
    public void TakesNoMemoryForWhatIsOnlyAnnounced()
    {
        using MemoryStream stream = Announcing(2, Connection.LongestMessage, []);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(Frame.Read(stream, Connection.LongestMessage), Is.Null);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(Connection.LongestMessage / 16));
    }

    [Test]
    public void WritesWhatItReads()
    {
        Random random = PrintedSeed.NewRandom();
        byte[][] message = [.. ((int[])[0, 1, 255, 256, 65535, 65536, 200_000]).Select(random.NextBytes)];
        using var stream = new MemoryStream(Frame.EncodeMessage(message));
        for (int i = 0; i < message.Length; i++)
            Assert.That(Frame.Read(stream, Room), Is.EqualTo(new Frame(false, i < message.Length - 1, message[i])).Using<Frame>(Same));
        Assert.That(stream.Position, Is.EqualTo(stream.Length));
    }

    [Test]
    public void RandomBytesAreAFrameOrNull()
    {
        Random random = PrintedSeed.NewRandom();
        int frames = 0;
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = random.NextBytes(random.Next(40));
            if (bytes.Length > 0)
                bytes[0] &= 7;
            if (Frame.Read(new MemoryStream(bytes), Room) is { } frame)
            {
                frames++;
                Assert.That(bytes, Has.Length.GreaterThan(frame.Body.Length));
            }
        }
        Assert.That(frames, Is.GreaterThan(0));
    }

    private static MemoryStream Announcing(byte flags, ulong size, byte[] body)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(length, size);
        return new MemoryStream([flags, .. length, .. body]);
    }

    private static bool Same(Frame one, Frame other) =>
        (one.IsCommand, one.HasMore) == (other.IsCommand, other.HasMore) && one.Body.AsSpan().SequenceEqual(other.Body);
}
