using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Adversary;

/// <summary>The messages' own times are the clock: who gets no answer for more than thirty days opens a session anew.</summary>
[TestFixture]
internal sealed class LongSilenceTests
{
    [TestCase(30, 1)]
    [TestCase(31, 2)]
    public void AnUnansweredSessionIsOpenedAnewAfterThirtyDays(int days, int sessions)
    {
        IDeployment deployment = Design.Named("strict").Deploy(TestScripts.Between("AB"), new SeededRandom(1));
        Say(deployment, 1, TestScripts.Start);
        IDeployment copy = deployment.Fork();
        foreach (IDeployment each in (IDeployment[])[deployment, copy])
        {
            Say(each, 2, TestScripts.Start.AddDays(days));
            SessionRecord atBob = each.SeizeSessions("Bob").Sessions["Alice"];
            Assert.That(atBob.All.Count(), Is.EqualTo(sessions));
        }
    }

    [Test]
    public void AnAnsweredSessionLivesForEver()
    {
        IDeployment deployment = Design.Named("strict").Deploy(TestScripts.Between("AB"), new SeededRandom(1));
        Say(deployment, 1, TestScripts.Start);
        Say(deployment, 2, TestScripts.Start.AddDays(1), from: "Bob");
        Say(deployment, 3, TestScripts.Start.AddDays(400));
        Assert.That(deployment.SeizeSessions("Bob").Sessions["Alice"].All.Count(), Is.EqualTo(1));
    }

    private static void Say(IDeployment deployment, int number, DateTimeOffset time, string from = "Alice")
    {
        string to = from == "Alice" ? "Bob" : "Alice";
        Envelope envelope = deployment.Send(new(number, from, [to], time, BitConverter.GetBytes(number))).Single();
        Assert.That(deployment.Deliver(envelope, out byte[] shown), Is.EqualTo(DecryptFailure.None));
        Assert.That(shown, Is.EqualTo(BitConverter.GetBytes(number)));
    }
}
