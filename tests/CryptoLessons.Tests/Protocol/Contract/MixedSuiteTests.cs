using System.Text;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A sender under one suite and a receiver under any other understand each other; the witness understands both.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.Tolerant))]
internal sealed class MixedSuiteTests(Suite suite)
{
    [Test]
    public void AnySuiteTalksWithAnyOther()
    {
        foreach (Suite other in suite.Partners)
        {
            var pair = new RatchetPair(suite, other);
            byte[] late = pair.Alice.Send("late");
            pair.Turns(3);
            pair.Bob.Opens(late, "late");
            pair.Bob.Refuses(late, DecryptFailure.Duplicate);
        }
    }

    [Test]
    public void TheWitnessOpensWhatItSendsAndTheOtherWayRound()
    {
        var pair = new RatchetPair(suite);
        StraightlineRatchet bob = pair.BobWitness(RatchetLimits.Signal);
        for (int i = 0; i < 6; i++)
        {
            byte[] late = pair.Alice.Send("late");
            Assert.That(bob.Decrypt(pair.Alice.Send("to Bob"), pair.Bob.ReceivingAd), Is.EqualTo("to Bob"u8.ToArray()));
            Assert.That(bob.Decrypt(late, pair.Bob.ReceivingAd), Is.EqualTo("late"u8.ToArray()));
            pair.Alice.Opens(bob.Encrypt(Encoding.UTF8.GetBytes($"answer {i}"), pair.Bob.SendingAd), $"answer {i}");
        }
    }

    [Test]
    public void TheRatchetsBytesAreThoseOfTheHonestSuite()
    {
        var ours = new RatchetPair(suite);
        var honest = new RatchetPair(Suite.Honest);
        for (int i = 0; i < 5; i++)
        {
            SignalMessageParts one = SignalMessageParts.Read(ours.Alice.Send("text")), two = SignalMessageParts.Read(honest.Alice.Send("text"));
            Assert.That((one with { Further = [], Mac = [] }).ToArray(), Is.EqualTo((two with { Mac = [] }).ToArray()));
            ours.Turn();
            honest.Turn();
            Assert.That(ours.Alice.Saved, Is.EqualTo(honest.Alice.Saved));
            Assert.That(ours.Bob.Saved, Is.EqualTo(honest.Bob.Saved));
        }
    }
}
