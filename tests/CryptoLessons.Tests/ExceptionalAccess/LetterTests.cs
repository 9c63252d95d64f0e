using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Wire;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>What a phone hands to a provider that passes messages on.</summary>
[TestFixture]
internal sealed class LetterTests
{
    private static byte[]? ReadAndWrite(byte[] bytes) => Letter.TryParse(bytes, out Letter? letter) ? letter.Serialize() : null;

    [Test]
    public void ReadsWhatItWrote()
    {
        string[] to = ["Bob", "", "<i>\u202E\u0000", new('x', 10_000)];
        Assert.That(Letter.TryParse(new Letter(to, new byte[] { 1, 2 }).Serialize(), out Letter? read));
        Assert.That(read!.To, Is.EqualTo(to));
        Assert.That(read.Content.ToArray(), Is.EqualTo((byte[])[1, 2]));
    }

    [Test]
    public void EachLetterHasOneWriting() => StrictFormat.Check(
        [new Letter(["Bob", "Çelik"], "See you."u8.ToArray()).Serialize(), new Letter([], Array.Empty<byte>()).Serialize()], ReadAndWrite);

    [Test]
    public void RefusesALetterWithoutContentAndOneWithTwo()
    {
        Assert.That(ReadAndWrite(new WireWriter().Bytes(1, "Bob"u8).ToArray()), Is.Null);
        Assert.That(ReadAndWrite(new WireWriter().Bytes(1, "Bob"u8).Bytes(2, [1]).Bytes(2, [2]).ToArray()), Is.Null);
    }
}
