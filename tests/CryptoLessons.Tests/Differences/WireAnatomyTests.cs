using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Differences;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;
using CryptoLessons.Tests.Protocol;
using FsCheck.Fluent;
using NUnit.Framework;

namespace CryptoLessons.Tests.Differences;

/// <summary>A message taken apart is the whole message, each byte once, and each part is called what the protocol's own parser reads there.</summary>
internal sealed class WireAnatomyTests
{
    private static IEnumerable<string> Designs => Design.All.Select(design => design.Id);

    [TestCaseSource(nameof(Designs))]
    public void TheRangesTileEveryMessage(string design)
    {
        IReadOnlyList<TranscriptEntry> entries = PlayedDesigns.Transcripts[design].Entries;
        Assert.That(entries, Has.Count.GreaterThanOrEqualTo(76));
        foreach (TranscriptEntry entry in entries)
            IsTiled(entry.Envelope.Message);
    }

    [TestCaseSource(nameof(Designs))]
    public void EveryFieldHasAName(string design) => Assert.That(
        PlayedDesigns.Transcripts[design].Entries.SelectMany(entry => WireAnatomy.Of(entry.Envelope.Message)).Select(range => range.Name),
        Has.None.Contains("unknown").And.None.Contains("no field"));

    [TestCase(CiphertextType.Plain)]
    [TestCase(CiphertextType.PreKey)]
    public void TheRangesTileAnyBytes(CiphertextType type) =>
        SeededCheck.ForAll(2_000, SeededCheck.Bytes(80), bytes => IsTiled(new(type, bytes)));

    [Test]
    public void TheRangesTileMessagesThatWereTamperedWith()
    {
        Envelope[] envelopes = [.. PlayedDesigns.Transcripts["message-key-escrow"].Entries.Select(entry => entry.Envelope)];
        SeededCheck.ForAll(1_000, Gen.Choose(0, envelopes.Length - 1).Zip(Gen.Choose(0, int.MaxValue)), choice =>
        {
            CiphertextMessage message = envelopes[choice.Item1].Message;
            byte[] bytes = message.Bytes.ToArray();
            bytes[choice.Item2 % bytes.Length] ^= (byte)(1 + (choice.Item2 % 255));
            IsTiled(message with { Bytes = bytes });
            IsTiled(message with { Bytes = bytes.AsMemory(0, choice.Item2 % bytes.Length) });
        });
    }

    [Test]
    public void FieldsTwiceAndFieldsUnknownHaveTheirPlaces()
    {
        byte[] bytes = new WireWriter().Raw(0x33).Bytes(4, 1, 2).Varint(96, 5).Bytes(4, 3).Raw(0xFF).Raw(new byte[8]).ToArray();
        Assert.That(WireAnatomy.Of(new(CiphertextType.Plain, bytes)).Select(range => (range.Path, range.Name, range.Value)), Is.EqualTo(((string, string, string)[])[
            ("version", "version", "3"),
            ("4", "field 4, ciphertext", "2 bytes"), ("4/part 1", "ciphertext", ""),
            ("96", "field 96, unknown", "5"),
            ("4(2)", "field 4, ciphertext", "1 bytes"), ("4(2)/part 1", "ciphertext", ""),
            ("rest", "bytes that are no field", ""),
            ("MAC", "MAC", "")]));
    }

    [TestCaseSource(nameof(Designs))]
    public void TheProtocolsOwnParserReadsTheSameThere(string design)
    {
        Transcript transcript = PlayedDesigns.Transcripts[design];
        foreach (TranscriptEntry entry in transcript.Entries)
        {
            InterceptedMessage message = transcript.Parse(entry)!;
            var named = WireAnatomy.Of(entry.Envelope.Message).ToDictionary(range => range.Name);
            Assert.That(named["ratchet key"].Bytes.ToArray(), Is.EqualTo(message.Header.Dh.Serialize()));
            Assert.That(named["field 2, counter"].Value, Is.EqualTo($"{message.Header.N}"));
            Assert.That(named["field 3, previous counter"].Value, Is.EqualTo($"{message.Header.Pn}"));
            Assert.That(named["MAC"].Bytes.ToArray(), Is.EqualTo(message.Ciphertext.ToArray()[^8..]));
            if (message.PreKeyMessage is not { } outer)
                continue;
            Assert.That(named["base key"].Bytes.ToArray(), Is.EqualTo(outer.PreKeys.BaseKey.Serialize()));
            Assert.That(named["identity key"].Bytes.ToArray(), Is.EqualTo(outer.IdentityKey.Serialize()));
            Assert.That(named["prekey message: field 1, one-time prekey number"].Value, Is.EqualTo($"{outer.PreKeys.PreKeyId}"));
            Assert.That(named["prekey message: field 5, registration number"].Value, Is.EqualTo($"{outer.RegistrationId}"));
            Assert.That(named["prekey message: field 6, signed prekey number"].Value, Is.EqualTo($"{outer.PreKeys.SignedPreKeyId}"));
        }
    }

    private static void IsTiled(CiphertextMessage message)
    {
        IReadOnlyList<WireRange> ranges = WireAnatomy.Of(message);
        int at = 0;
        foreach (WireRange range in ranges)
        {
            Assert.That(range.Start, Is.EqualTo(at));
            Assert.That(range.Bytes.Length, Is.Positive);
            at += range.Bytes.Length;
        }
        Assert.That(at, Is.EqualTo(message.Bytes.Length));
        Assert.That(ranges.SelectMany(range => range.Bytes.ToArray()), Is.EqualTo(message.Bytes.ToArray()));
        Assert.That(ranges.Select(range => range.Path), Is.Unique);
    }
}
