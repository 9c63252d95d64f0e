using System.Text.Json;
using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Recordings;
using NUnit.Framework;

namespace CryptoLessons.Tests.Recordings;

/// <summary>What the mass reader opens, and what it does not.</summary>
[NonParallelizable]
public class MassReaderTests : RecordingFixture
{
    private static DhKeyPair Nobodys => DhKeyPair.Generate(new SeededRandom(99));

    [Test]
    public void EveryMessageIsOpenedAndSaysWhatWasSaid()
    {
        Captured captured = Of();
        JsonElement[] lines = Lines(Whole(Write(captured), captured.Key!));
        JsonElement[] messages = [.. lines.Where(line => line.TryGetProperty("message", out _))];
        Assert.That(messages, Has.Length.EqualTo(captured.Envelopes.Count));
        string[] said = [.. BuiltInConversation.Load().Messages.Select(message => MessageContent.Show(MessageContent.Encode(message)))];
        Assert.That(messages.Where(line => Text(line, "from") is "Alice" or "Bob").Select(line => Text(line, "text")), Is.EqualTo(said));
        Assert.That(messages.Select(line => (Text(line, "from"), Text(line, "to"), line.GetProperty("time").GetDateTimeOffset())),
            Is.EqualTo(captured.Envelopes.Select(envelope => (envelope.From, envelope.To, envelope.Time))));
        Assert.That(messages.All(line => line.GetProperty("authenticated").GetBoolean()), Is.True);
    }

    [Test]
    public void AContentKeyOpensAndAuthenticatesNothing()
    {
        Captured captured = Of("content-key-escrow");
        RecordingFolder recordings = Write(captured);
        ReadingResult result = Read(recordings, captured.Key!);
        Assert.That((result.Tally[Reading.NotAuthenticated], result.Tally.Opened), Is.EqualTo((captured.Envelopes.Count, captured.Envelopes.Count)));
        Assert.That(Lines(Whole(recordings, captured.Key!)).Where(line => line.TryGetProperty("message", out _))
            .Any(line => line.GetProperty("authenticated").GetBoolean()), Is.False);
    }

    [TestCase("message-key-escrow")]
    [TestCase("content-key-escrow")]
    public void AnUnrelatedKeyOpensNothing(string design)
    {
        Captured captured = Of(design);
        ReadingResult result = Read(Write(captured), Nobodys);
        Assert.That((result.Tally.Opened, result.Tally[Reading.NoKey]), Is.EqualTo((0, captured.Envelopes.Count)));
    }

    [TestCase("strict")]
    [TestCase("session-secret-escrow")]
    public void WhereNoMessageHoldsAKeyNothingIsOpened(string design)
    {
        Captured captured = Of(design);
        ReadingResult result = Read(Write(captured), captured.Key ?? Nobodys);
        Assert.That((result.Tally.Opened, result.Tally[Reading.NoKey]), Is.EqualTo((0, captured.Envelopes.Count)));
    }

    [Test]
    public void WhatIsWrittenDoesNotDependOnTheNumberOfCores()
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured);
        byte[] one = Whole(recordings, captured.Key!, cores: 1);
        foreach (int cores in (int[])[2, 3, 16])
            Assert.That(Whole(recordings, captured.Key!, cores: cores), Is.EqualTo(one), $"{cores} cores");
    }

    [Test]
    public void APartOfManyBatchesIsOpenedToItsEnd()
    {
        Captured captured = Of();
        int many = (3 * BulkOpening.BatchSize) + 1;
        Envelope[] envelopes = [.. Enumerable.Range(0, many).Select(i => captured.Envelopes[i % captured.Envelopes.Count])];
        RecordingFolder recordings = Write(captured with { Envelopes = envelopes }, partSize: long.MaxValue);
        Assert.That(recordings.Parts, Has.Count.EqualTo(1));
        byte[] written = Whole(recordings, captured.Key!, cores: 3);
        Assert.That(Lines(written).Where(line => line.TryGetProperty("message", out _)).Select(line => line.GetProperty("message").GetInt32()),
            Is.EqualTo(Enumerable.Range(1, many)));
    }

    [Test]
    public void WhyAMessageWasNotOpenedIsCounted()
    {
        Captured captured = Of();
        Envelope genuine = captured.Envelopes[0], other = captured.Envelopes[3];
        Envelope[] awkward =
        [
            genuine,
            genuine with { From = "somebody else" },
            genuine with { To = "a server" },
            genuine with { Message = new(CiphertextType.Plain, new byte[] { 1, 2, 3 }) },
            genuine with { From = other.From, To = other.To },
            Of("strict").Envelopes[0],
        ];
        ReadingTally tally = Read(Write(captured with { Envelopes = awkward }), captured.Key!).Tally;
        Assert.That(
            (tally.Opened, tally[Reading.NoIdentityKey], tally[Reading.NotAMessage], tally[Reading.WrongKey], tally[Reading.NoKey]),
            Is.EqualTo((1, 2, 1, 1, 1)));
    }

    [Test]
    public void APartThatIsDamagedInTheMiddleIsToldAndThoseBeforeStay()
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured, 8);
        byte[] whole = Whole(recordings, captured.Key!);
        string damaged = recordings.Parts[2].Path;
        byte[] bytes = File.ReadAllBytes(damaged);
        byte[] spoiled = [.. bytes];
        spoiled[^(RecordingLayout.EndSize + 20)] ^= 1;
        File.WriteAllBytes(damaged, spoiled);

        using var output = new MemoryStream();
        ReadingResult result = Read(Open(), captured.Key!, output, cores: 2);
        Assert.That(result.Fault, Does.Contain("part-000003.recording").And.Contain("damaged"));
        Assert.That(result.Parts, Is.EqualTo(2));
        Assert.That(output.ToArray(), Is.EqualTo(whole[..(int)output.Length]), "what stands before is what a whole run writes");
        Assert.That(Lines(output.ToArray())[^1].GetProperty("finishedPart").GetInt32(), Is.EqualTo(2), "and nothing of the damaged one");

        File.WriteAllBytes(damaged, bytes);
        Assert.That(Read(Open(), captured.Key!, output).Before, Is.EqualTo(2));
        Assert.That(output.ToArray(), Is.EqualTo(whole));
    }

    [Test]
    public void APartThatIsReplacedDuringTheRunIsTold()
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured, 8);
        File.Copy(recordings.Parts[0].Path, recordings.Parts[1].Path, overwrite: true);
        Assert.That(Read(recordings, captured.Key!).Fault, Does.Contain("part-000002.recording").And.Contain("was changed"));
        File.Delete(recordings.Parts[1].Path);
        Assert.That(Read(recordings, captured.Key!).Fault, Does.Contain("part-000002.recording").And.Contain("cannot be read"));
    }

    [Test]
    public void MemoryDoesNotGrowWithTheRecording()
    {
        Captured captured = Of();
        Envelope[] many = [.. Enumerable.Range(0, 8000).Select(i => captured.Envelopes[i % captured.Envelopes.Count])];
        RecordingFolder recordings = Write(captured with { Envelopes = many }, partSize: 1 << 16);
        const long Limit = 300_000;
        int parts = 0;
        new MassReader(recordings, Nobodys, cores: 2).Run(progress: new Each(() => parts++));
        Assert.That(HeldMemory.LeastGrowth(Grown, Limit), Has.All.LessThan(Limit), "what was read in between was more than a million bytes");

        long[] Grown()
        {
            int part = 0;
            long early = 0, late = 0;
            new MassReader(recordings, Nobodys, cores: 2).Run(progress: new Each(() =>
            {
                part++;
                if (part == parts / 4)
                    early = HeldMemory.Now();
                else if (part == parts)
                    late = HeldMemory.Now();
            }));
            TestContext.Out.WriteLine($"{parts} parts: {early} bytes, then {late}");
            return [late - early];
        }
    }

    internal static JsonElement[] Lines(byte[] written) =>
    [
        .. System.Text.Encoding.UTF8.GetString(written).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        }),
    ];

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private sealed class Each(Action report) : IProgress<ReadingResult>
    {
        public void Report(ReadingResult value) => report();
    }
}
