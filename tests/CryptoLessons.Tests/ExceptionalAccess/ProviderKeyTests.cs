using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>The keys of providers that read what they carry: of the channel to a phone, and of their disks.</summary>
[TestFixture]
internal sealed class ProviderKeyTests
{
    private static readonly byte[] Content = "See you at noon."u8.ToArray();

    private SeededRandom random = null!;
    private ChannelKey channel = null!;
    private StorageKey storage = null!;

    [SetUp]
    public void Keys()
    {
        random = new SeededRandom(PrintedSeed.NewRandom().Next());
        (channel, storage) = (ChannelKey.Generate(random), StorageKey.Generate(random));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(10_000)]
    public void OpensWhatItSealed(int length)
    {
        byte[] content = new byte[length];
        Assert.That(channel.Open("Alice", "provider", channel.Seal("Alice", "provider", content, random)), Is.EqualTo(content));
        Assert.That(storage.Open(storage.Seal(content, random)), Is.EqualTo(content));
    }

    [Test]
    public void TheSameContentTwiceIsNotTheSameBytes()
    {
        byte[] message = channel.Seal("a", "b", Content, random), stored = storage.Seal(Content, random);
        Assert.That(channel.Seal("a", "b", Content, random), Is.Not.EqualTo(message));
        Assert.That(storage.Seal(Content, random), Is.Not.EqualTo(stored));
    }

    [Test]
    public void OtherNamesOpenNothingNotEvenTheSameLettersCutElsewhere()
    {
        byte[] message = channel.Seal("Al", "ice", Content, random);
        foreach (var (from, to) in ((string, string)[])[("ice", "Al"), ("A", "lice"), ("Alice", ""), ("", "Alice"), ("Al", "Ice"), ("Al", "ice\0")])
            Assert.That(channel.Open(from, to, message), Is.Null, $"{from}|{to}");
    }

    [Test]
    public void AnotherKeyOpensNothing()
    {
        Assert.That(ChannelKey.Generate(random).Open("a", "b", channel.Seal("a", "b", Content, random)), Is.Null);
        Assert.That(StorageKey.Generate(random).Open(storage.Seal(Content, random)), Is.Null);
    }

    [Test]
    public void AFlippedBitOrAMissingByteOpensNothing()
    {
        byte[] message = channel.Seal("a", "b", Content, random), stored = storage.Seal(Content, random);
        for (int bit = 0; bit < 8 * message.Length; bit++)
        {
            Assert.That(channel.Open("a", "b", Flipped(message, bit)), Is.Null, $"bit {bit}");
            if (bit < 8 * stored.Length)
                Assert.That(storage.Open(Flipped(stored, bit)), Is.Null, $"bit {bit}");
        }
        for (int length = 0; length < message.Length; length++)
        {
            Assert.That(channel.Open("a", "b", message.AsSpan(0, length)), Is.Null);
            Assert.That(storage.Open(stored.AsSpan(0, Math.Min(length, stored.Length - 1))), Is.Null);
        }

        static byte[] Flipped(byte[] bytes, int bit)
        {
            byte[] flipped = [.. bytes];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            return flipped;
        }
    }

    [Test]
    public void ACopyOutlivesItsOriginal()
    {
        byte[] message = channel.Seal("a", "b", Content, random), stored = storage.Seal(Content, random);
        using ChannelKey channelCopy = channel.Copy();
        using StorageKey storageCopy = storage.Copy();
        channel.Dispose();
        storage.Dispose();
        Assert.That(channelCopy.Open("a", "b", message), Is.EqualTo(Content));
        Assert.That(storageCopy.Open(stored), Is.EqualTo(Content));
    }

    [Test]
    public void AChannelsKeyLiesLockedOnTheDisks()
    {
        byte[] locked = storage.Seal(channel, random);
        using var unlocked = new ChannelKey(storage.Open(locked)!);
        Assert.That(unlocked.Open("a", "b", channel.Seal("a", "b", Content, random)), Is.EqualTo(Content));
        Assert.That(locked.AsSpan().IndexOf(Hazmat.Reveal(channel).AsSpan(0, 8)), Is.Negative);
    }

    [Test]
    public void AllPartsTogetherAreTheKeyAndAllButOneAreNot([Range(2, 5)] int count)
    {
        IReadOnlyList<StorageKey> parts = StorageKeyParts.Generate(count, random);
        using StorageKey whole = StorageKeyParts.Join(parts);
        byte[] stored = whole.Seal(Content, random);
        using StorageKey otherOrder = StorageKeyParts.Join([.. parts.Reverse()]);
        Assert.That(otherOrder.Open(stored), Is.EqualTo(Content));
        for (int missing = 0; missing < count; missing++)
        {
            using StorageKey rest = StorageKeyParts.Join([.. parts.Where((_, i) => i != missing)]);
            Assert.That(rest.Open(stored), Is.Null, $"without part {missing}");
            Assert.That(parts[missing].Open(stored), Is.Null, $"part {missing} alone");
            using StorageKey wrong = StorageKeyParts.Join([.. parts.Select((part, i) => i == missing ? StorageKey.Generate(random) : part)]);
            Assert.That(wrong.Open(stored), Is.Null, $"with a wrong part {missing}");
        }
        using StorageKey twice = StorageKeyParts.Join([.. parts, parts[0]]);
        Assert.That(twice.Open(stored), Is.Null, "one part twice");
    }

    [Test]
    public void JoiningLeavesThePartsAsTheyWere()
    {
        IReadOnlyList<StorageKey> parts = StorageKeyParts.Generate(3, random);
        string[] before = [.. parts.Select(part => Hex.Of(Hazmat.Reveal(part)))];
        StorageKeyParts.Join(parts).Dispose();
        Assert.That(parts.Select(part => Hex.Of(Hazmat.Reveal(part))), Is.EqualTo(before));
    }

    [TestCase(1)]
    [TestCase(0)]
    [TestCase(-1)]
    public void FewerThanTwoPartsAreTheCallersMistake(int count) =>
        Assert.That(() => StorageKeyParts.Generate(count, random), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void EverybodyReadsAPostcardAndNobodyTakesAnythingElseForOne()
    {
        Assert.That(Postcard.Read(Postcard.Write(Content)), Is.EqualTo(Content));
        Assert.That(Postcard.Read(Postcard.Write([])), Is.Empty);
        Assert.That(Postcard.Read([]), Is.Null);
        Assert.That(Postcard.Read(new RatchetPair(Suite.Honest).Alice.Send("text")), Is.Null);
        Assert.That(Postcard.Read(channel.Seal("a", "b", Content, random)), Is.Null);
    }
}
