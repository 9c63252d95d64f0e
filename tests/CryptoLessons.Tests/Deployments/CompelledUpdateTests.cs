using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Deployments;

/// <summary>A provider ships one person another build: what it reads, and when the public log of builds gives it away.</summary>
internal sealed class CompelledUpdateTests
{
    private const int At = 4;
    private static readonly Script Script = TestScripts.Between("ABABBAABBA");

    [Test]
    public void AllThatTheTargetSendsAndReceivesFromThenOnIsRead()
    {
        Game game = Play();
        ActiveVerdict verdict = game.PlayOn(new ShipAnotherBuild(), game.EscrowLeak());
        Assert.That(verdict.Reading.Recovered.Keys, Is.EqualTo(Enumerable.Range(At + 1, 10 - At)));
        Assert.That(verdict.Reading.Wrong, Is.Empty);
        Assert.That(verdict.Deliveries.Select(delivery => delivery.AsSaid), Is.All.True, "and nobody else's phone minds");
    }

    [Test]
    public void WhatTheTargetReceivesLastIsNotReadUntilTheyWriteAgain()
    {
        Script silent = TestScripts.Between("ABABBB");
        var game = new Game(random => new UpdateDeployment(silent.People, random, Profile.X3dh), silent, at: 3, "Alice", new SeededRandom(1));
        Assert.That(game.PlayOn(new ShipAnotherBuild(), game.EscrowLeak()).Reading.Recovered, Is.Empty);
    }

    [Test]
    public void ABuildThatIsNotSignedIsNotInstalled()
    {
        Game game = Play();
        ActiveVerdict verdict = game.PlayOn(new ShipAnotherBuild(), game.EscrowLeak(Secrets.Unrelated));
        Assert.That((verdict.Reading.Recovered.Count, verdict.Noticed), Is.EqualTo((0, Noticed.No)));
    }

    [Test]
    public void ABuildThatIsNotInTheLogIsFoundByWhoeverCompares()
    {
        Game game = Play();
        Assert.That(game.PlayOn(new ShipAnotherBuild(), game.EscrowLeak()).Noticed, Is.EqualTo(Noticed.IfCompared));
        Assert.That(game.Noticed, Is.EqualTo(Noticed.No), "and nothing is found where nobody attacks");
    }

    [TestCase(true, Noticed.No)]
    [TestCase(false, Noticed.IfCompared)]
    public void ALogThatListsTheBuildTellsNobody(bool logged, Noticed expected)
    {
        var random = new SeededRandom(3);
        var deployment = new UpdateDeployment(Script.People, random, Profile.X3dh);
        using DhKeyPair spy = DhKeyPair.Generate(random.Child("spy"));
        var build = new AppBuild(2, spy.Public);
        if (logged)
            deployment.Log.Append(build.Hash());
        var update = (UpdateKeyLoot)deployment.Leak(AccessSecret.Escrow)!;
        deployment.Tap(new Shipper(SignedAnswer.Sign(build.Serialize(), update.Key, random)));
        foreach (var envelope in deployment.Send(Script.Messages[0]))
            Assert.That(deployment.Deliver(envelope, out _), Is.EqualTo(DecryptFailure.None));
        Assert.That(deployment.Noticed, Is.EqualTo(expected));
    }

    private static Game Play() => new(random => new UpdateDeployment(Script.People, random, Profile.X3dh), Script, At, "Alice", new SeededRandom(1));

    /// <summary>Ships everybody one build.</summary>
    private sealed class Shipper(byte[] build) : IInterceptor
    {
        public IReadOnlyList<Guess> Guesses => [];

        public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing) => [passing];

        public ReadOnlyMemory<byte> Answer(Download request, ReadOnlyMemory<byte> genuine) => request.Kind == DownloadKind.Build ? build : genuine;
    }
}
