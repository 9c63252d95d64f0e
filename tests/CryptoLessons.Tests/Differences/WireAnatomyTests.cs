using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Differences;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
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
            IsTiled(entry.Envelope);
    }

    [TestCaseSource(nameof(Designs))]
    public void EveryFieldHasAName(string design) => Assert.That(
        PlayedDesigns.Transcripts[design].Entries.SelectMany(entry => WireAnatomy.Of(entry.Envelope)).Select(range => range.Name),
        Has.None.Contains("unknown").And.None.Contains("no field"));

    [TestCase(CiphertextType.Plain, "Bob")]
    [TestCase(CiphertextType.PreKey, "Bob")]
    [TestCase(CiphertextType.SenderKey, "Bob")]
    [TestCase(CiphertextType.Plain, Addresses.BlobServer)]
    [TestCase(CiphertextType.Plain, Addresses.Console)]
    public void TheRangesTileAnyBytes(CiphertextType type, string to) =>
        SeededCheck.ForAll(2_000, SeededCheck.Bytes(80), bytes => IsTiled(To(to, new(type, bytes))));

    [TestCase(Postcard.Marker)]
    [TestCase(ChannelKey.Marker)]
    [TestCase(SecretChatMessage.Marker)]
    [TestCase(InterceptOrder.Marker)]
    public void TheRangesTileAnyBytesBehindAMarker(byte marker) =>
        SeededCheck.ForAll(1_000, SeededCheck.Bytes(80), bytes => IsTiled(To("Bob", new(CiphertextType.Plain, (byte[])[marker, .. bytes]))));

    [Test]
    public void TheRangesTileMessagesThatWereTamperedWith()
    {
        Envelope[] envelopes = [.. PlayedDesigns.Transcripts["message-key-escrow"].Entries.Select(entry => entry.Envelope)];
        SeededCheck.ForAll(1_000, Gen.Choose(0, envelopes.Length - 1).Zip(Gen.Choose(0, int.MaxValue)), choice =>
        {
            CiphertextMessage message = envelopes[choice.Item1].Message;
            byte[] bytes = message.Bytes.ToArray();
            bytes[choice.Item2 % bytes.Length] ^= (byte)(1 + (choice.Item2 % 255));
            IsTiled(To("Bob", message with { Bytes = bytes }));
            IsTiled(To("Bob", message with { Bytes = bytes.AsMemory(0, choice.Item2 % bytes.Length) }));
        });
    }

    [Test]
    public void FieldsTwiceAndFieldsUnknownHaveTheirPlaces()
    {
        byte[] bytes = new WireWriter().Raw(0x33).Bytes(4, 1, 2).Varint(96, 5).Bytes(4, 3).Raw(0xFF).Raw(new byte[8]).ToArray();
        Assert.That(WireAnatomy.Of(new CiphertextMessage(CiphertextType.Plain, bytes)).Select(range => (range.Path, range.Name, range.Value)), Is.EqualTo(((string, string, string)[])[
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
            // Where there are several fields of one kind, the first will do.
            var named = WireAnatomy.Of(entry.Envelope).DistinctBy(range => range.Name).ToDictionary(range => range.Name);
            if (transcript.Parse(entry) is not { } message)
            {
                Assert.That(named.Keys, Has.None.EqualTo("ratchet key"), "what is no message of Signal's is not called one");
                continue;
            }
            Assert.That(named["ratchet key"].Bytes.ToArray(), Is.EqualTo(message.Header.Dh.Serialize()));
            Assert.That(named["field 2, counter"].Value, Is.EqualTo($"{message.Header.N}"));
            Assert.That(named["field 3, previous counter"].Value, Is.EqualTo($"{message.Header.Pn}"));
            Assert.That(named["MAC"].Bytes.ToArray(), Is.EqualTo(message.Ciphertext.ToArray()[^8..]));
            if (message.PreKeyMessage is not { } outer)
                continue;
            Assert.That(named["prekey message: base key"].Bytes.ToArray(), Is.EqualTo(outer.PreKeys.BaseKey.Serialize()));
            Assert.That(named["prekey message: identity key"].Bytes.ToArray(), Is.EqualTo(outer.IdentityKey.Serialize()));
            Assert.That(named["prekey message: field 1, one-time prekey number"].Value, Is.EqualTo($"{outer.PreKeys.PreKeyId}"));
            Assert.That(named["prekey message: field 5, registration number"].Value, Is.EqualTo($"{outer.RegistrationId}"));
            Assert.That(named["prekey message: field 6, signed prekey number"].Value, Is.EqualTo($"{outer.PreKeys.SignedPreKeyId}"));
        }
    }

    [Test]
    public void APostcardIsItsMarkerAndItsText()
    {
        foreach (Envelope envelope in Played("postcard"))
            Assert.That(WireAnatomy.Of(envelope).Select(range => (range.Name, range.Bytes.Length)), Is.EqualTo(((string, int)[])[
                ("postcard: marker", 1), ("postcard: plain text", Postcard.Read(envelope.Message.Bytes.Span)!.Length)]));
    }

    [Test]
    public void AMessageOfASecretChatIsReadAsItsOwnParserReadsIt()
    {
        using var half = DhKeyPair.Generate(RandomSource.System);
        using SecretChatKey key = SecretChatKey.Agree(half, half.Public)!;
        byte[] written = SecretChatMessage.Write(7, key, half.Public, null, "hello"u8, RandomSource.System);
        var ranges = WireAnatomy.Of(new CiphertextMessage(CiphertextType.Plain, written)).ToDictionary(range => range.Name);
        Assert.That(ranges["secret chat: field 1, number of the key"].Value, Is.EqualTo("7"));
        Assert.That(ranges["secret chat: offered public key"].Bytes.ToArray(), Is.EqualTo(half.Public.U.ToArray()));
        Assert.That(
            ((string[])["nonce", "ciphertext", "tag"]).Select(part => ranges[$"secret chat: {part}"].Bytes.Length), Is.EqualTo((int[])[12, 5, 16]));
        Assert.That(Played("secret-chat"), Has.All.Matches<Envelope>(envelope => SecretChatMessage.TryParse(envelope.Message.Bytes, out SecretChatMessage? parsed)
            && WireAnatomy.Of(envelope).Single(range => range.Name.EndsWith("number of the key", StringComparison.Ordinal)).Value == $"{parsed.Number}"));
    }

    [Test]
    public void AMessageToAGroupIsReadAsItsOwnParserReadsIt()
    {
        Envelope[] sent = [.. Played("strict-group").Where(envelope => envelope.Message.Type == CiphertextType.SenderKey)];
        Assert.That(sent, Has.Length.EqualTo(76));
        foreach (Envelope envelope in sent)
        {
            Assert.That(SenderKeyMessage.Parse(envelope.Message.Bytes, out SenderKeyMessage? parsed), Is.EqualTo(DecryptFailure.None));
            var ranges = WireAnatomy.Of(envelope).ToDictionary(range => range.Name);
            Assert.That(ranges["sender key message: distribution id"].Bytes.ToArray(), Is.EqualTo(parsed!.DistributionId.ToByteArray(bigEndian: true)));
            Assert.That(ranges["sender key message: field 2, chain number"].Value, Is.EqualTo($"{parsed.ChainId}"));
            Assert.That(ranges["sender key message: field 3, iteration"].Value, Is.EqualTo($"{parsed.Iteration}"));
            Assert.That(ranges["sender key message: ciphertext"].Bytes.ToArray(), Is.EqualTo(parsed.Ciphertext.ToArray()));
            Assert.That(ranges["sender key message: signature"].Bytes.ToArray(), Is.EqualTo(parsed.Signature.ToArray()));
        }
    }

    [Test]
    public void AnOrderSaysWhoseMessages()
    {
        using var console = DhKeyPair.Generate(RandomSource.System);
        byte[] order = InterceptOrder.Sign("Bob", console, RandomSource.System).Serialize();
        Assert.That(WireAnatomy.Of(new CiphertextMessage(CiphertextType.Plain, order)).Select(range => (range.Name, range.Bytes.Length)), Is.EqualTo(((string, int)[])[
            ("order: marker", 1), ("order: field 1, customer", 2), ("order: customer", 3), ("order: field 2, signature", 2), ("order: signature", 64)]));
    }

    [TestCase(Addresses.BlobServer, "attachment: IV", "attachment: ciphertext", "attachment: HMAC", 16, 52, 32)]
    [TestCase(Addresses.BlobServer + "'", "attachment: IV", "attachment: ciphertext", "attachment: HMAC", 16, 52, 32)]
    [TestCase(Addresses.ListAdministrator, "report: ephemeral public key", "report: wrapped content", "report: tag", 32, 52, 16)]
    [TestCase(Addresses.Console, "copy: ephemeral public key", "copy: wrapped content", "copy: tag", 32, 52, 16)]
    public void WhatLooksRandomIsKnownByItsAddress(string to, string first, string second, string third, params int[] lengths)
    {
        byte[] bytes = new byte[lengths.Sum()];
        // Random bytes may begin as a postcard does.
        bytes[0] = Postcard.Marker;
        Assert.That(WireAnatomy.Of(To(to, new(CiphertextType.Plain, bytes))).Select(range => (range.Name, range.Bytes.Length)), Is.EqualTo(((string, int)[])[
            (first, lengths[0]), (second, lengths[1]), (third, lengths[2])]));
        Assert.That(WireAnatomy.Of(To("Bob", new(CiphertextType.Plain, bytes)))[0].Name, Is.EqualTo("postcard: marker"));
    }

    [Test]
    public void EachJurisdictionHasAFieldOfItsOwn()
    {
        foreach (Envelope envelope in Played("jurisdictions"))
            Assert.That(WireAnatomy.Of(envelope).Count(range => range.Name == "seal: wrapped message key"), Is.EqualTo(5));
    }

    private static IEnumerable<Envelope> Played(string design) => PlayedDesigns.Transcripts[design].Entries.Select(entry => entry.Envelope);

    private static Envelope To(string to, CiphertextMessage message) => new("Alice", to, TestScripts.Start, message);

    private static void IsTiled(Envelope envelope)
    {
        CiphertextMessage message = envelope.Message;
        IReadOnlyList<WireRange> ranges = WireAnatomy.Of(envelope);
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
