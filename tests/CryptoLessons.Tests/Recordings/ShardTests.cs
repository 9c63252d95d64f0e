using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Recordings;
using NUnit.Framework;

namespace CryptoLessons.Tests.Recordings;

/// <summary>Shards are read apart and joined to what one run writes; what does not belong together is refused.</summary>
public class ShardTests : RecordingFixture
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(7)]
    public void ShardsMergedAreWhatOneRunWrites(int shards)
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured, 10);
        Assert.That(recordings.Parts, Has.Count.EqualTo(5), "of seven shards, two have nothing to read");
        var files = Enumerable.Range(1, shards).Reverse().Select(i => Shard(recordings, captured.Key!, new(i, shards))).ToArray();
        var (merge, complaint) = ShardMerge.Of(files);
        Assert.That(complaint, Is.Null);
        using var output = new MemoryStream();
        merge!.Write(output);
        Assert.That(output.ToArray(), Is.EqualTo(Whole(recordings, captured.Key!)));
        Assert.That(merge.Tally, Is.EqualTo(Read(recordings, captured.Key!).Tally));
    }

    [Test]
    public void WhatDoesNotBelongTogetherIsRefused()
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured, 6), others = Write(captured, 4, folder: "others");
        DhKeyPair key = captured.Key!, another = DhKeyPair.Generate(new SeededRandom(5));
        var (one, two) = (Shard(recordings, key, new(1, 2)), Shard(recordings, key, new(2, 2)));
        Refuses("both shard 1/2", one, one);
        Refuses("2/2 is missing", one);
        Refuses("authority's key", one, Shard(recordings, another, new(2, 2)));
        Refuses("other recordings", one, Shard(others, key, new(2, 2)));
        Refuses("do not belong to one run", one, Shard(recordings, key, new(2, 3)));
        Refuses("both shard 1/1", Shard(recordings, key, new(1, 1)), Shard(recordings, key, new(1, 1)));
        Refuses("is no output", one, ("notes", new MemoryStream("notes\n"u8.ToArray())));
        Refuses("nothing to merge");
        byte[] bytes = ((MemoryStream)two.Stream).ToArray();
        for (int length = 1; length < bytes.Length; length += 11)
        {
            string? complaint = ShardMerge.Of([one, ("cut", new MemoryStream(bytes[..length]))]).Complaint;
            Assert.That(complaint, Does.Contain("'cut' is no").Or.Contain("'cut' is not complete"), $"{length} bytes");
        }
        Refuses("not complete", one, ("more", new MemoryStream([.. bytes, .. "{}\n"u8])));
        bytes[^400] ^= 1;
        Refuses("not complete", one, ("spoiled", new MemoryStream(bytes)));
    }

    [TestCase("1/1", 1, 1)]
    [TestCase("2/8", 2, 8)]
    [TestCase("8/8", 8, 8)]
    public void AShareIsReadAsItIsWritten(string text, int number, int of)
    {
        Assert.That(CryptoLessons.Recordings.Shard.Parse(text), Is.EqualTo(new Shard(number, of)));
        Assert.That(new Shard(number, of).ToString(), Is.EqualTo(text));
    }

    [TestCase("")]
    [TestCase("1")]
    [TestCase("0/8")]
    [TestCase("9/8")]
    [TestCase("-1/8")]
    [TestCase("1/0")]
    [TestCase("1/2/3")]
    [TestCase(" 1/2")]
    [TestCase("1/99999999999")]
    public void WhatIsNoShareIsRefused(string text) => Assert.That(CryptoLessons.Recordings.Shard.Parse(text), Is.Null);

    private static void Refuses(string says, params (string Name, Stream Stream)[] files)
    {
        var (merge, complaint) = ShardMerge.Of(files);
        Assert.That(merge, Is.Null);
        Assert.That(complaint, Does.Contain(says));
    }

    private static (string Name, Stream Stream) Shard(RecordingFolder recordings, DhKeyPair key, Shard shard)
    {
        var output = new MemoryStream();
        Read(recordings, key, output, shard);
        return ($"shard {shard}", output);
    }
}
