using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Deployments;

/// <summary>An interception port used beneath the layer that keeps the log: it reads everybody, and who compares the layers finds it.</summary>
internal sealed class InterceptInterfaceTests
{
    private const int At = 4;
    private static readonly Script Script = TestScripts.Between("ABABBAABBA");

    [Test]
    public void TheConsoleReadsEverybodyFromTheFirstOrderOn()
    {
        Game game = Play();
        ActiveVerdict verdict = game.PlayOn(new UseTheConsole(), game.EscrowLeak());
        // Message 11 is from Carol, who had not been heard of before: the console knows its customers.
        Assert.That(verdict.Reading.Recovered.Keys, Is.EqualTo(Enumerable.Range(At + 1, 11 - At)));
        Assert.That(verdict.Reading.Wrong, Is.Empty);
    }

    [Test]
    public void AnOrderThatAnotherKeySignedIsNotObeyed()
    {
        Game game = Play();
        ActiveVerdict verdict = game.PlayOn(new UseTheConsole(), game.EscrowLeak(Secrets.Unrelated));
        Assert.That((verdict.Reading.Recovered.Count, verdict.Noticed), Is.EqualTo((0, Noticed.No)));
    }

    [Test]
    public void WhoComparesTheTwoLayersFindsIt()
    {
        Game game = Play();
        Assert.That(game.PlayOn(new UseTheConsole(), game.EscrowLeak()).Noticed, Is.EqualTo(Noticed.IfCompared));
        Assert.That(game.Noticed, Is.EqualTo(Noticed.No), "and nothing is found where nobody attacks");
    }

    private static Game Play() => new(random => Design.Named("intercept-interface").Deploy(Script, random), Script, At, "Alice", new SeededRandom(1));
}
