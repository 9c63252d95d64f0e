using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Recordings;
using NUnit.Framework;

namespace CryptoLessons.Tests.Recordings;

/// <summary>However a run ends, the next goes on: what comes out in the end is what one run writes.</summary>
public class ResumptionTests : RecordingFixture
{
    [Test]
    public void KilledAtEveryByteItEndsWithTheSameFile()
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured, 6);
        Assert.That(recordings.Parts, Has.Count.EqualTo(3));
        byte[] whole = Whole(recordings, captured.Key!);
        for (int length = 0; length <= whole.Length; length++)
        {
            using MemoryStream output = Holding(whole[..length]);
            ReadingResult result = Read(recordings, captured.Key!, output);
            Assert.That(output.ToArray(), Is.EqualTo(whole), $"killed after {length} bytes");
            string[] lines = Encoding.UTF8.GetString(whole, 0, length).Split('\n')[..^1];
            Assert.That(result.Before, Is.EqualTo(lines.Count(line => line.Contains("finishedPart", StringComparison.Ordinal))));
            Assert.That((result.Parts, result.Tally.Messages), Is.EqualTo((3, 6)));
        }
    }

    [Test]
    public void ADiskThatIsFullAnywhereKeepsWhatIsFinished()
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured, 6);
        byte[] whole = Whole(recordings, captured.Key!);
        for (int room = 0; room < whole.Length; room += 7)
        {
            var full = new FailingStream([], room);
            var reader = new MassReader(recordings, captured.Key!, cores: 2);
            Assert.That(() => reader.Run(full), Throws.InstanceOf<IOException>(), $"room for {room} bytes");
            byte[] held = full.Content;
            Assert.That(held, Is.EqualTo(whole[..held.Length]), "nothing that a whole run does not write");
            using MemoryStream output = Holding(held);
            Read(recordings, captured.Key!, output);
            Assert.That(output.ToArray(), Is.EqualTo(whole));
        }
    }

    [Test]
    public void WhatWasLostInAFinishedPartIsDoneAgain()
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured, 6);
        byte[] whole = Whole(recordings, captured.Key!);
        int second = Encoding.UTF8.GetString(whole).IndexOf("\"message\":2", StringComparison.Ordinal);
        byte[] spoiled = [.. whole];
        spoiled.AsSpan(second, 4).Clear();
        using MemoryStream output = Holding(spoiled);
        Assert.That(Read(recordings, captured.Key!, output).Before, Is.Zero, "as a disk leaves it that lost its power");
        Assert.That(output.ToArray(), Is.EqualTo(whole));
    }

    [Test]
    public void AFinishedRunIsNotDoneAgain()
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured, 6);
        using MemoryStream output = Holding(Whole(recordings, captured.Key!));
        ReadingResult result = Read(recordings, captured.Key!, output);
        Assert.That((result.Before, result.Rate.Messages, result.Tally.Opened), Is.EqualTo((3, 0, 6)));
    }

    [Test]
    public void AStoppedRunKeepsWhatIsFinishedAndTheNextGoesOn()
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured);
        byte[] whole = Whole(recordings, captured.Key!);
        using var output = new MemoryStream();
        using var stopping = new CancellationTokenSource();
        var (stopped, _) = new MassReader(recordings, captured.Key!, cores: 2).Run(output, new StopAfter(3, stopping), stopping.Token);
        Assert.That(stopped!.Parts, Is.GreaterThanOrEqualTo(3).And.LessThan(recordings.Parts.Count));
        Assert.That(output.ToArray(), Is.EqualTo(whole[..(int)output.Length]));
        ReadingResult rest = Read(recordings, captured.Key!, output);
        Assert.That(rest.Before, Is.EqualTo(stopped.Parts));
        Assert.That(output.ToArray(), Is.EqualTo(whole));
    }

    [Test]
    public void AnotherRunsOutputIsLeftAsItIs()
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured, 6);
        byte[] whole = Whole(recordings, captured.Key!);
        using var another = DhKeyPair.Generate(new SeededRandom(5));
        Refuses(recordings, another, null, whole, "another authority's key");
        Refuses(recordings, captured.Key!, new(1, 2), whole, "shard 1/1");
        File.Copy(In("recordings/part-000001.recording"), In("recordings/part-000004.recording"));
        Refuses(Open(), captured.Key!, null, whole, "other recordings");
    }

    [TestCase("{")]
    [TestCase("notes\n")]
    [TestCase("{\"readByCryptoLessons\":2}\n")]
    [TestCase("\n")]
    public void ForeignFilesAreLeftAsTheyAre(string content)
    {
        Captured captured = Of();
        string padded = content == "{" ? "{\"readByCryptoLessons\":1,\"authority\":\"\\ud800\"}" + new string(' ', 500) : content;
        byte[] bytes = Encoding.UTF8.GetBytes(padded);
        Refuses(Write(captured, 2), captured.Key!, null, bytes, "holds something else");
    }

    private static void Refuses(RecordingFolder recordings, DhKeyPair key, Shard? shard, byte[] held, string says)
    {
        using MemoryStream output = Holding(held);
        var (result, complaint) = new MassReader(recordings, key, shard).Run(output);
        Assert.That(result, Is.Null);
        Assert.That(complaint, Does.Contain(says));
        Assert.That(output.ToArray(), Is.EqualTo(held));
    }

    private static MemoryStream Holding(byte[] bytes)
    {
        var stream = new MemoryStream();
        stream.Write(bytes);
        return stream;
    }

    private sealed class StopAfter(int parts, CancellationTokenSource stopping) : IProgress<ReadingResult>
    {
        public void Report(ReadingResult value)
        {
            if (value.Parts == parts)
                stopping.Cancel();
        }
    }
}
