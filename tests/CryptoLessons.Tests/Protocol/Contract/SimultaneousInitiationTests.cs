using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>Two devices that open sessions with each other at the same time end up in one and the same.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.OfDevices))]
internal sealed class SimultaneousInitiationTests(Suite suite)
{
    private const int Schedules = 20;

    [TestCase(1, true)]
    [TestCase(1, false)]
    [TestCase(3, true)]
    [TestCase(3, false)]
    public void RandomSchedulesConverge(int sessionsEach, bool oneTimePreKeys)
    {
        Random random = PrintedSeed.NewRandom();
        int apart = 0;
        for (int i = 0; i < Schedules; i++)
        {
            var schedule = new CrossingSchedule(random, suite, sessionsEach, oneTimePreKeys);
            schedule.Cross();
            if (i % 2 == 0)
                schedule.DeliverTheRest();
            apart += schedule.Converged ? 0 : 1;
            AssertConverges(schedule, $"schedule {i}");
            // In the other half the crossing messages come so late that the two agreed already.
            schedule.DeliverTheRest();
            schedule.RepeatEverything();
            AssertConverges(schedule, $"schedule {i}, after what came late");
        }
        TestContext.Out.WriteLine($"{apart} of {Schedules} schedules left the two in different sessions");
    }

    [Test]
    public void FirstMessagesThatCrossConverge()
    {
        var (alice, bob) = Initiate();
        CiphertextMessage toBob = alice.Send(bob, "to Bob"), toAlice = bob.Send(alice, "to Alice");
        DhPublicKey? alices = alice.CurrentWith(bob), bobs = bob.CurrentWith(alice);
        bob.Opens(alice, toBob, "to Bob");
        alice.Opens(bob, toAlice, "to Alice");
        Assert.That((alice.CurrentWith(bob), bob.CurrentWith(alice)), Is.EqualTo((bobs, alices)), "each sends in the other's");
        alice.RoundTrip(bob);
        Assert.That((alice.CurrentWith(bob), bob.CurrentWith(alice)), Is.EqualTo((bobs, bobs)), "whoever writes next decides");
        Assert.That(new[] { alice.Send(bob, "text").Type, bob.Send(alice, "text").Type }, Is.All.EqualTo(CiphertextType.Plain));
    }

    [Test]
    public void AnOwnSessionKeepsSendingPreKeyMessagesUntilTheOthersArrives()
    {
        var (alice, bob) = Initiate();
        CiphertextMessage[] toBob = [alice.Send(bob, "m0"), alice.Send(bob, "m1")];
        bob.Opens(alice, toBob[1], "m1");
        CiphertextMessage answer = bob.Send(alice, "answer");
        Assert.That(answer.Type, Is.EqualTo(CiphertextType.Plain), "Alice's session needs no answer of Alice's");
        alice.Opens(bob, answer, "answer");
        bob.Opens(alice, toBob[0], "m0");
        Assert.That(alice.CurrentWith(bob), Is.EqualTo(bob.CurrentWith(alice)));
    }

    private (DeviceParty Alice, DeviceParty Bob) Initiate()
    {
        var (alice, bob) = (new DeviceParty(suite, "alice"), new DeviceParty(suite, "bob"));
        alice.Starts(bob, bob.Publish());
        bob.Starts(alice, alice.Publish());
        return (alice, bob);
    }

    private static void AssertConverges(CrossingSchedule schedule, string what)
    {
        schedule.Alice.RoundTrip(schedule.Bob);
        Assert.That(schedule.Converged, what);
        schedule.Bob.RoundTrip(schedule.Alice);
        Assert.That(schedule.Converged, what);
        Assert.That(schedule.Alice.Send(schedule.Bob, "text").Type, Is.EqualTo(CiphertextType.Plain), what);
        Assert.That(schedule.Bob.Send(schedule.Alice, "text").Type, Is.EqualTo(CiphertextType.Plain), what);
    }
}
