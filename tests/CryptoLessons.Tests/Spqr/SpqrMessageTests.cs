using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Tests.Protocol;
using FsCheck.Fluent;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>The bytes of a message: what is read, what is refused, and that nothing throws.</summary>
public class SpqrMessageTests
{
    private static readonly string Chunk = string.Concat(Enumerable.Repeat("ab", 32));

    [TestCase("01 01 01 00", 1ul, 1u, BraidMessageType.None, -1)]
    [TestCase("01 01 01 01 00 *", 1ul, 1u, BraidMessageType.Hdr, 0)]
    [TestCase("01 02 00 02 07 *", 2ul, 0u, BraidMessageType.Ek, 7)]
    [TestCase("01 ac02 ffffffff0f 03 ffff03 *", 300ul, uint.MaxValue, BraidMessageType.EkCt1Ack, 65535)]
    [TestCase("01 01 8001 04", 1ul, 128u, BraidMessageType.Ct1Ack, -1)]
    [TestCase("01 ffffffffffffffffff01 01 05 8001 *", ulong.MaxValue, 1u, BraidMessageType.Ct1, 128)]
    [TestCase("01 01 01 06 05 *", 1ul, 1u, BraidMessageType.Ct2, 5)]
    public void EachKindIsWrittenAndRead(string hex, ulong epoch, uint index, BraidMessageType type, int chunk)
    {
        byte[] bytes = Bytes(hex);
        Assert.That(SpqrMessage.TryParse(bytes, out SpqrMessage? message), Is.True);
        Assert.That((message!.Epoch, message.Index, message.Type, (int?)message.Chunk?.Index ?? -1), Is.EqualTo((epoch, index, type, chunk)));
        Assert.That(message.KeyEpoch, Is.EqualTo(epoch - 1));
        Assert.That(message.Serialize(), Is.EqualTo(bytes));
        if (message.Chunk is { } read)
            Assert.That(Hex.Of(read.Data), Is.EqualTo(Chunk));
    }

    [TestCase("", "nothing")]
    [TestCase("00 01 01 00", "version 0")]
    [TestCase("02 01 01 00", "version 2")]
    [TestCase("01", "no epoch")]
    [TestCase("01 00 01 00", "epoch 0")]
    [TestCase("01 8000 01 00", "epoch 0 in two bytes")]
    [TestCase("01 01", "no index")]
    [TestCase("01 80", "half an epoch")]
    [TestCase("01 01 8080808010 00", "an index of 33 bits")]
    [TestCase("01 01 01", "no type")]
    [TestCase("01 01 01 07", "type 7")]
    [TestCase("01 01 01 ff", "type 255")]
    [TestCase("01 01 01 01", "no chunk")]
    [TestCase("01 01 01 01 00", "an empty chunk")]
    [TestCase("01 01 01 01 00 abababababababababababababababababababababababababababababab", "a short chunk")]
    [TestCase("01 01 01 01 808004 *", "chunk 65,536")]
    [TestCase("01 8181818181818181818101 01 00", "an epoch of 11 bytes")]
    public void IsRefused(string hex, string reason)
    {
        Assert.That(SpqrMessage.TryParse(Bytes(hex), out SpqrMessage? message), Is.False, reason);
        Assert.That(message, Is.Null);
    }

    [TestCase("01 01 01 00 77", "01 01 01 00", Description = "bytes behind the message")]
    [TestCase("01 01 01 01 00 * 00", "01 01 01 01 00 *", Description = "bytes behind the chunk")]
    [TestCase("01 8100 818000 00", "01 01 01 00", Description = "numbers longer than they need to be")]
    [TestCase("01 8180808080808080807e 01 00", "01 01 01 00", Description = "bits beyond the 64th, all but the lowest of the tenth byte")]
    public void IsReadAsThoughItWereShorter(string hex, string canonical)
    {
        Assert.That(SpqrMessage.TryParse(Bytes(hex), out SpqrMessage? message), Is.True);
        Assert.That(message!.Serialize(), Is.EqualTo(Bytes(canonical)));
    }

    [Test]
    public void AnyBytesAreAValueAndWhatIsReadIsWrittenTheSameAgain() => SeededCheck.ForAll(3000, SeededCheck.Bytes(60), bytes =>
    {
        byte[] versioned = [1, .. bytes];
        if (!SpqrMessage.TryParse(versioned, out SpqrMessage? message))
            return;
        Assert.That(SpqrMessage.TryParse(message.Serialize(), out SpqrMessage? again), Is.True);
        Assert.That(again!.Serialize(), Is.EqualTo(message.Serialize()));
    });

    [Test]
    public void AnyMessageGoesThere() => SeededCheck.ForAll(
        500,
        SeededCheck.Number.SelectMany(epoch => Gen.Choose(0, 6).SelectMany(type => Gen.Choose(0, 65535).Select(chunk => (epoch, type, chunk)))),
        parts =>
        {
            var type = (BraidMessageType)parts.type;
            var message = BraidScene.Message(Math.Max(1, parts.epoch), type, new ErasureChunk((ushort)parts.chunk, Hex.Repeat(0xAB, 32)));
            Assert.That(SpqrMessage.TryParse(message.Serialize(), out SpqrMessage? read), Is.True);
            Assert.That(
                (read!.Epoch, read.Index, read.Type, read.Chunk?.Index), Is.EqualTo((message.Epoch, message.Index, type, message.Chunk?.Index)));
        });

    [Test]
    public void AMessageThatCannotBeIsTheCallersMistake()
    {
        var chunk = new ErasureChunk(0, new byte[32]);
        Assert.That(() => new SpqrMessage(0, 1, BraidMessageType.None), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => new SpqrMessage(1, 1, BraidMessageType.None, chunk), Throws.ArgumentException);
        Assert.That(() => new SpqrMessage(1, 1, BraidMessageType.Hdr), Throws.ArgumentException);
        Assert.That(() => new SpqrMessage(1, 1, (BraidMessageType)7, chunk), Throws.ArgumentException);
        Assert.That(() => new ErasureChunk(0, new byte[31]), Throws.ArgumentException);
    }

    private static byte[] Bytes(string hex) => Hex.Bytes(hex.Replace("*", Chunk, StringComparison.Ordinal));
}
