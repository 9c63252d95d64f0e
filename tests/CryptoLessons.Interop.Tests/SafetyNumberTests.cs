using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>Both ends show the same sixty digits, and go on showing them.</summary>
[TestFixtureSource(typeof(Pairing), nameof(Pairing.All))]
internal sealed class SafetyNumberTests(Pairing pairing)
{
    [Test]
    public void BothShowTheSameDigits([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        byte[] aliceId = new byte[16], bobId = new byte[duo.Random.Next(1, 40)];
        duo.Random.NextBytes(aliceId);
        duo.Random.NextBytes(bobId);
        string alice = duo.Alice.SafetyNumber(duo.Bob, aliceId, bobId), bob = duo.Bob.SafetyNumber(duo.Alice, bobId, aliceId);
        Assert.That(alice, Is.EqualTo(bob).And.Length.EqualTo(60));
        Assert.That(duo.Alice.SafetyNumber(duo.Bob, bobId, aliceId), Is.Not.EqualTo(alice), "with the identifiers exchanged");
        duo.Turn();
        Assert.That(duo.Bob.SafetyNumber(duo.Alice, bobId, aliceId), Is.EqualTo(alice), "it does not change with the ratchet");
        duo.End();
    }
}
