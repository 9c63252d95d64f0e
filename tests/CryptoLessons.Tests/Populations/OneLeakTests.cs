using CryptoLessons.Population;
using NUnit.Framework;

namespace CryptoLessons.Tests.Populations;

/// <summary>What is extrapolated from few people is what is counted when more are played.</summary>
public class OneLeakTests
{
    [Test]
    public void FewPeopleForetellMore()
    {
        long seed = PrintedSeed.NewRandom().NextInt64();
        PopulationRequest few = Small.Request("client-scanning", leak: 4, users: 16, seed: seed, messages: 8);
        PopulationFigures counted = PopulationRunner.Run(few).Figures, more = Small.Run("client-scanning", leak: 4, users: 48, seed: seed + 1, messages: 8);
        var foretold = new OneLeak(48, few, counted);
        Assert.That(foretold.MessagesSent, Is.EqualTo(more.Messages));
        // Both are counts of a draw: what they share is the probability, and each has its error.
        Assert.That(counted.Read, Binomial.Within(counted.Messages, 1.0 / SmallTalk.Count), $"seed {seed}");
        Assert.That(more.Read, Binomial.Within(more.Messages, 1.0 / SmallTalk.Count), $"seed {seed}");
        Assert.That(foretold.MessagesRead, Is.EqualTo(counted.Read * 3.0).Within(1e-9));
    }

    [TestCase("message-key-escrow", 1.0)]
    [TestCase("epoch-escrow", 0.5)]
    [TestCase("strict", 0.0)]
    public void ShareTimesNumber(string design, double share)
    {
        PopulationRequest request = Small.Request(design, leak: 2.5m);
        var leak = new OneLeak(1e9, request, PopulationRunner.Run(request).Figures);
        Assert.That(leak.MessagesSent, Is.EqualTo(1e9 * 2 * 4));
        Assert.That(leak.MessagesRead, Is.EqualTo(share * leak.MessagesSent));
        Assert.That(leak.Weakened, Is.EqualTo(share > 0 ? 1e9 : 0));
        Assert.That(leak.WeakenedForEachWarrant, Is.EqualTo(leak.Weakened / 2));
    }

    [Test]
    public void WithoutAWarrantNobodyIsComparedWithIt() => Assert.That(
        new OneLeak(10, Small.Request("strict", 1), new() { Users = 2, PastOf = 1 }).WeakenedForEachWarrant, Is.Null);

    [Test]
    public void TheThiefsWorkIsMessagesTimesTime()
    {
        Assert.That(new ThiefsWork(86_400, 1e6).CoreDays, Is.EqualTo(1).Within(1e-12));
        Assert.That(new ThiefsWork(16e9, 437.1).CoreDays, Is.EqualTo(80.94).Within(0.01));
    }
}
