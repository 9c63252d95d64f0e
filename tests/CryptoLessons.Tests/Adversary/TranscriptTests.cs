using System.Collections;
using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Adversary;

/// <summary>What all views share cannot be changed by an attack that casts it.</summary>
[TestFixture]
internal sealed class TranscriptTests
{
    [Test]
    public void ATranscriptCannotBeWrittenTo()
    {
        Script script = TestScripts.Between("AB");
        var game = new Game(random => Design.Named("strict").Deploy(script, random), script, 1, "Alice", new SeededRandom(1));
        Transcript transcript = game.Wiretap().Transcript;
        Assert.Multiple(() =>
        {
            Assert.That(((IList)transcript.Entries).IsReadOnly, Is.True, "entries");
            Assert.That(((IList)transcript.InFlight).IsReadOnly, Is.True, "in flight");
            Assert.That(transcript.InFlight, Is.Not.InstanceOf<TranscriptEntry[]>(), "in flight");
            Assert.That(((IDictionary)transcript.IdentityKeys).IsReadOnly, Is.True, "identity keys");
        });
    }
}
