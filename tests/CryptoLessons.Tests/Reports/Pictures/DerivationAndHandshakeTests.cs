using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Reports.Pictures;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports.Pictures;

/// <summary>Steps and keys are those of the run, and none is left out.</summary>
[TestFixture]
internal sealed class DerivationAndHandshakeTests
{
    [Test]
    public void EveryStepIsABoxAndTheWordsStandAtTheEnd()
    {
        Guess guess = SeizedGame.Member.Recovered[20];
        var picture = new DrawnPicture(DerivationPath.Draw(guess));
        string words = MessageContent.Show(guess.Plaintext.Span);
        Assert.That(picture.Lettering[1..^1], Is.EqualTo(guess.How.Steps));
        Assert.That(picture.Lettering[^1], Is.EqualTo($"\u201C{words}\u201D"));
        Assert.That(picture.All("path").Count(path => (string?)path.Attribute("class") == "p-head"), Is.EqualTo(guess.How.Steps.Count - 1), "an arrow between two");
        foreach (string step in guess.How.Steps)
            Assert.That(picture.Exhibit.Text.Split('\n'), Has.Some.EndsWith(step));
        Assert.That(picture.Exhibit.Text, Does.EndWith($"\"{words}\""));
    }

    [Test]
    public void OfFiftyStepsTwentyAreDrawnAndTheRestCounted()
    {
        var guess = new Guess(1, new byte[] { 1 }, new Derivation([.. Enumerable.Range(1, 50).Select(i => $"step {i}")]));
        var picture = new DrawnPicture(DerivationPath.Draw(guess));
        Assert.That(picture.Lettering.Count(text => text.StartsWith("step ", StringComparison.Ordinal)), Is.EqualTo(20));
        Assert.That(picture.Exhibit.Text, Does.Contain("Shown are the first 20 of 50 steps."));
        Assert.That(picture.Lettering, Does.Contain("Shown are the first 20 of 50 steps."));
    }

    [Test]
    public void TheHandshakesKeysAreThoseOfTheRun()
    {
        foreach (Transcript wire in (Transcript[])[SeizedGame.Wire, SeizedGame.PostQuantumWire])
        {
            TranscriptEntry opening = wire.Entries.First(entry => entry.Envelope.Message.Type == CiphertextType.PreKey);
            PreKeySignalMessage message = wire.Parse(opening)!.PreKeyMessage!;
            var picture = new DrawnPicture(HandshakeDiagram.Draw(wire));
            string all = string.Join('\n', picture.Lettering);
            foreach (var key in (ReadOnlySpan<DhPublicKey>)
                [message.IdentityKey, message.PreKeys.BaseKey, wire.IdentityKeys[opening.Envelope.To], wire.Directory[opening.Envelope.To].SignedPreKey])
                foreach (string shown in (string[])[all, picture.Exhibit.Text])
                    Assert.That(shown, Does.Contain(Convert.ToHexStringLower(key.U[..4])));
            Assert.That(all, Does.Contain(FormattableString.Invariant($"{opening.Envelope.Message.Bytes.Length} bytes")));
            Assert.That(all.Contains("PQPK_B", StringComparison.Ordinal), Is.EqualTo(message.PreKeys.Kyber is not null));
            Assert.That(picture.Title, Does.StartWith(message.PreKeys.Kyber is null ? "X3DH: Alice" : "PQXDH: Alice"));
            Assert.That(all.Contains("SPQR key", StringComparison.Ordinal), Is.EqualTo(wire.Profile == Profile.Triple));
        }
    }

    [Test]
    public void WithoutAOneTimePreKeyThereIsNoFourthAgreement()
    {
        Transcript wire = SeizedGame.Wire;
        TranscriptEntry opening = wire.Entries.First(entry => entry.Envelope.Message.Type == CiphertextType.PreKey);
        PreKeySignalMessage message = wire.Parse(opening)!.PreKeyMessage!;
        byte[] without = (message with { PreKeys = message.PreKeys with { PreKeyId = null } }).Serialize();
        var changed = opening with { Envelope = opening.Envelope with { Message = new(CiphertextType.PreKey, without) } };
        Assert.That(HandshakeDiagram.Draw(wire).Text, Does.Contain("DH4").And.Contain("OPK_B"));
        Assert.That(HandshakeDiagram.Draw(wire, changed).Text, Does.Contain("DH3").And.Not.Contain("DH4").And.Not.Contain("OPK_B"));
    }

    [Test]
    public void WhereNoSessionWasOpenedASentenceSaysSo() =>
        Assert.That(HandshakeDiagram.Draw(new Transcript([], SeizedGame.Wire.IdentityKeys, [])).Text, Is.EqualTo("No handshake went over the wire."));

    [Test]
    public void TheTextHasEveryLineOfThePicture()
    {
        var picture = new DrawnPicture(HandshakeDiagram.Draw(SeizedGame.PostQuantumWire));
        foreach (string line in picture.Lettering[1..])
            Assert.That(picture.Exhibit.Text, Does.Contain(line));
    }
}
