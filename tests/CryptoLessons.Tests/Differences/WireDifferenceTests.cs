using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Differences;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Differences;

/// <summary>What differs on the wire is computed from the bytes, and is the mechanism's field and what must follow from it.</summary>
internal sealed class WireDifferenceTests
{
    private static readonly Transcript StrictTranscript = PlayedDesigns.Transcripts["strict"];

    [Test]
    public void MessageKeyEscrowChangesItsFieldTheMacAndTheLengthAroundThem()
    {
        WireDifference wire = Between(StrictTranscript, PlayedDesigns.Transcripts["message-key-escrow"]);
        Assert.That(wire.Envelopes, Has.Count.EqualTo(40));
        Assert.That(wire.Parts.Where(part => part.OnlyInB > 0).Select(part => (part.Name, part.Equal, part.Different, part.OnlyInA, part.OnlyInB)), Is.EqualTo(
            ((string[])["field 15, sealed message key", "seal: ephemeral public key", "seal: wrapped message key", "seal: tag"])
            .Select(name => (name, 0, 0, 0, 40))));
        Assert.That(wire.Parts.Where(part => part.Different > 0).Select(part => (part.Name, part.Equal, part.Different)), Is.EqualTo(((string, int, int)[])[
            ("prekey message: field 4, plain message", 0, 2), ("MAC", 0, 40)]));
        Assert.That(wire.Parts.Where(part => part.OnlyInA > 0), Is.Empty);
    }

    [Test]
    public void TwoKindsOfKeyInTheSameFieldStandSideBySide()
    {
        WireDifference wire = Between(PlayedDesigns.Transcripts["message-key-escrow"], PlayedDesigns.Transcripts["content-key-escrow"]);
        Assert.That(wire.Parts.Where(part => part.OnlyInA + part.OnlyInB > 0), Is.Empty);
        Assert.That(wire.Parts.Single(part => part.Name == "seal: wrapped message key and seal: wrapped content key").Different, Is.EqualTo(40));
        // Both draw their ephemeral keys from the mechanism's stream, and nothing else draws from it.
        Assert.That(wire.Parts.Single(part => part.Name == "seal: ephemeral public key").Equal, Is.EqualTo(40));
    }

    [Test]
    public void SessionSecretEscrowAddsItsFieldToPreKeyMessagesAndChangesNothingElse()
    {
        WireDifference wire = Between(StrictTranscript, PlayedDesigns.Transcripts["session-secret-escrow"]);
        Assert.That(wire.Parts.Where(part => !part.IsAlwaysEqual), Is.EqualTo(
            ((string[])["prekey message: field 15, sealed session secret", "seal: ephemeral public key", "seal: wrapped session secret", "seal: tag"])
            .Select(name => new PartTally(name, 0, 0, 0, 2))));
    }

    [Test]
    public void AMechanismThatDrawsFromTheRatchetsStreamIsFoundOut()
    {
        static IDeployment Deploy(Script script, SeededRandom random)
        {
            var custody = new WholeKeyCustody(random.Child("authority"));
            return new SignalDeployment<MessageKeyEscrow>(
                script.People,
                random,
                Profile.X3dh,
                new((streams, _) => new MessageKeyEscrow(streams.Signal(), custody.PublicKey, streams.Ratchet)),
                new Court(random.Child("court")));
        }

        Transcript clumsy = PlayedDesigns.Play(Design.Named("message-key-escrow") with { Deployed = (script, random, _) => Deploy(script, random) });
        Assert.That(Between(StrictTranscript, clumsy).Parts.Single(part => part.Name == "ratchet key").Different, Is.Positive);
    }

    [Test]
    public void OneSeedTwiceIsTheSameAndAnotherSeedIsNot()
    {
        Design strict = Design.Named("strict");
        Assert.That(Between(StrictTranscript, PlayedDesigns.Play(strict)).Parts.Select(part => part.IsAlwaysEqual), Has.All.True);
        Assert.That(
            Between(StrictTranscript, PlayedDesigns.Play(strict, seed: 1)).Parts.Single(part => part.Name == "ratchet key"),
            Is.EqualTo(new PartTally("ratchet key", 0, 40, 0, 0)));
    }

    [Test]
    public void TheExamplesAreTheFirstOfTheirKinds() => Assert.That(
        Between(StrictTranscript, StrictTranscript).Examples.Select(example => (example.Envelope.Either.Message, example.Kind)), Is.EqualTo(((int, string)[])[
            (1, "the first message of a session"), (2, "the first that goes on in its sender's chain"), (3, "the first after a turn")]));

    [Test]
    public void LengthsAreThoseOfTheEnvelopes()
    {
        WireDifference wire = Between(StrictTranscript, PlayedDesigns.Transcripts["message-key-escrow"]);
        Assert.That(wire.LengthA, Is.EqualTo(StrictTranscript.Entries.Where(entry => entry.Message <= 40).Sum(entry => entry.Envelope.Message.Bytes.Length)));
        // A prekey message's own length field grows by one byte too.
        Assert.That(wire.LengthB - wire.LengthA, Is.EqualTo((40 * 82) + 2));
    }

    [Test]
    public void AnEnvelopeThatOnlyOneDesignSendsStandsAlone()
    {
        TranscriptEntry first = StrictTranscript.Entries[0];
        Transcript With(params TranscriptEntry[] entries) => new(entries, StrictTranscript.IdentityKeys, []);
        TranscriptEntry ghost = first with { Envelope = first.Envelope with { To = "ghost" } };
        WireDifference wire = Between(With(first), With(first, first, ghost));
        Assert.That(wire.Envelopes.Select(envelope => (envelope.A is null, envelope.B is null)), Is.EqualTo(((bool, bool)[])[
            (false, false), (true, false), (true, false)]));
        Assert.That(wire.Parts.Select(part => (part.Equal, part.OnlyInB)), Has.All.EqualTo((1, 2)));
        Assert.That((wire.LengthA * 3, wire.Envelopes[1].LengthA), Is.EqualTo((wire.LengthB, 0)));
    }

    [Test]
    public void EachRangeStandsOnceAndInItsOrder()
    {
        IReadOnlyList<WireRange> a = Ranges("1", "2", "3", "4"), b = Ranges("0", "3", "2", "4", "5");
        IReadOnlyList<RangeDifference> aligned = RangeDifference.Align(a, b);
        Assert.That(aligned.Select(range => range.A).OfType<WireRange>(), Is.EqualTo(a));
        Assert.That(aligned.Select(range => range.B).OfType<WireRange>(), Is.EqualTo(b));
        Assert.That(aligned.Select(range => range.Likeness), Is.EqualTo((Likeness[])[
            Likeness.OnlyInB, Likeness.OnlyInA, Likeness.OnlyInA, Likeness.Equal, Likeness.OnlyInB, Likeness.Equal, Likeness.OnlyInB]));
    }

    [TestCase("postcard")]
    [TestCase("transport-only")]
    [TestCase("secret-chat")]
    public void MessengersThatShareNoLayoutShareNoPart(string design) => Assert.That(
        Between(StrictTranscript, PlayedDesigns.Transcripts[design]).Parts.Where(part => part.Equal + part.Different > 0), Is.Empty);

    [Test]
    public void WhatOnlyOneDesignSendsIsAnExampleOfItsOwn() => Assert.That(
        Between(StrictTranscript, PlayedDesigns.Transcripts["strict-group"]).Examples.Select(example => example.Kind), Is.SupersetOf((string[])[
            "the first message of a session", "the first of its kind, an encrypted attachment", "the first of its kind, a message under a sender key"]));

    [TestCaseSource(typeof(Design), nameof(Design.All))]
    public void EveryRangeOfEveryDesignStandsOnceBesideStrict(Design design)
    {
        foreach (EnvelopeDifference envelope in Between(StrictTranscript, PlayedDesigns.Transcripts[design.Id]).Envelopes)
        {
            Assert.That(envelope.Ranges().Sum(range => range.A?.Bytes.Length ?? 0), Is.EqualTo(envelope.LengthA));
            Assert.That(envelope.Ranges().Sum(range => range.B?.Bytes.Length ?? 0), Is.EqualTo(envelope.LengthB));
        }
    }

    private static WireDifference Between(Transcript a, Transcript b) => WireDifference.Between(a, b, PlayedDesigns.Conversation.Messages.Count);

    private static IReadOnlyList<WireRange> Ranges(params string[] paths) => [.. paths.Select((path, i) => new WireRange(path, path, "", 0, i, new byte[1]))];
}
