using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Rollback;

/// <summary>Two versions in one app, and somebody on the wire who would like to have the older one spoken.</summary>
[TestFixture]
internal sealed class VersionRollbackTests
{
    private const int At = 4, Length = 10;

    private static readonly Script Script = TestScripts.Between("ABABBAABBA");

    private static readonly Script Three = TestScripts.Among(["Alice", "Bob", "Carol"], "ABCABCAABBCC");

    /// <summary>The downgrade succeeds if and only if the version is not bound, wherever it begins.</summary>
    [Test]
    public void TheDowngradeSucceedsIfAndOnlyIfTheVersionIsUnbound([Range(1, Length)] int at, [Values] bool bound)
    {
        Game game = Play(bound, Script, at, PrintedSeed.NewRandom().Next());
        ActiveVerdict verdict = game.PlayOn(new RollBackTheVersion(), game.EscrowLeak());
        int[] future = [.. Enumerable.Range(at + 1, Length - at)];
        Assert.That(verdict.Reading.Recovered.Keys.Where(IsTheirs), Is.EqualTo(bound ? [] : future));
        Assert.That(verdict.Reading.Recovered.Keys.All(IsTheirs), Is.EqualTo(bound || at > Length / 2), "whether bystanders are read too who write later");
        Assert.That(verdict.Reading.Wrong, Is.Empty);
        Assert.That(verdict.Deliveries.Select(delivery => delivery.AsSaid), Is.All.True, "every message arrives");
        bool asked = verdict.Deliveries.Any(delivery => delivery.Message != at);
        Assert.That(verdict.Noticed, Is.EqualTo(bound && asked ? Noticed.Automatically : Noticed.No));
        Assert.That(verdict.FirstDetected, Is.EqualTo(bound && asked ? 2 : null), "with the first message that is sent after the theft");
    }

    [Test]
    public void NobodyNoticesAnythingAndNothingIsSealedWhereNobodyAttacks([Values] bool bound)
    {
        Game game = Play(bound);
        Assert.That((game.Noticed, game.Arrived), Is.EqualTo((Noticed.No, Length)));
        Assert.That(Sealed(game.Transcript), Is.Empty);
        Assert.That(game.Read(new ReadWithLeakedMessageKeys(), game.EscrowLeak()).Recovered, Is.Empty, "the key alone");
    }

    [Test]
    public void APlaceOnTheWireWithoutTheKeyReadsNothing([Values] bool bound)
    {
        Game game = Play(bound);
        ActiveVerdict verdict = game.PlayOn(new RollBackTheVersion(), game.EscrowLeak(Secrets.Unrelated));
        Assert.That((verdict.Reading.Recovered.Count, verdict.Reading.Wrong.Count), Is.EqualTo((0, 0)));
        Assert.That(verdict.Noticed, Is.EqualTo(bound ? Noticed.Automatically : Noticed.No), "apps are rolled back all the same, or say that they are not");
    }

    [Test]
    public void WhoeverHasNoSuchKeyHasNoUseForThePlaceOnTheWire()
    {
        Game game = Design.Named("message-key-escrow").Play(Script, At, "Alice", new SeededRandom(1));
        Assert.That(game.TryPlayOn(new RollBackTheVersion(), game.EscrowLeak()), Is.Null);
    }

    /// <summary>The warrant opens the target's messages from then on, both directions, and none of the others' among themselves.</summary>
    [Test]
    public void AWarrantOpensWhatTheTargetSendsAndReceivesFromThenOn([Values] bool bound)
    {
        LawfulAccess lawful = Play(bound).ServeWarrant();
        Assert.That((lawful.Past, lawful.PastOf), Is.EqualTo((0, At)));
        Assert.That((lawful.Future, lawful.FutureOf), Is.EqualTo((bound ? 0 : Length - At, Length - At)));
        Assert.That(lawful.Others, Is.Zero);
        Assert.That(lawful.Parties, Is.EqualTo((string[])["court", "authority", "provider"]));
    }

    [Test]
    public void AProviderRollsBackTheTargetsCircleAlone()
    {
        IDeployment messenger = VersionRollback.Unbound.Deploy(Three, new SeededRandom(2));
        Warrant warrant = messenger.Court.Issue("Alice", TestScripts.Start, TestScripts.Start.AddDays(1));
        messenger.Tap(messenger.Intercept(warrant, Nothing(messenger))!.Ear);
        foreach (ScriptedMessage message in Three.Messages)
            foreach (Envelope envelope in messenger.Send(message))
            {
                bool concerns = envelope.From == "Alice" || envelope.To == "Alice";
                Assert.That(Sealed(Nothing(messenger).With([new(message.Number, envelope)])).Any(), Is.EqualTo(concerns), $"{envelope.From} to {envelope.To}");
                Assert.That(messenger.Deliver(envelope, out byte[] shown), Is.EqualTo(CryptoLessons.Protocol.Ratchet.DecryptFailure.None));
                Assert.That(shown, Is.EqualTo(message.Plaintext.ToArray()));
            }
    }

    [Test]
    public void AWarrantThatNoCourtSignedRollsNobodyBack()
    {
        IDeployment messenger = VersionRollback.Unbound.Deploy(Script, new SeededRandom(2));
        var court = new Court(new SeededRandom(3));
        Assert.That(messenger.Intercept(court.Issue("Alice", TestScripts.Start, TestScripts.Start), Nothing(messenger)), Is.Null);
    }

    /// <summary>Whoever leaves the wire leaves apps behind that speak strictly again: with each message they ask anew.</summary>
    [Test]
    public void ItEndsWhenTheAttackerLeavesTheWire()
    {
        Game game = Play(bound: false);
        ActiveVerdict verdict = game.PlayOn(new RollBackTheVersion(), game.EscrowLeak(), leavesAfter: 7);
        Assert.That(verdict.Reading.Recovered.Keys.Where(IsTheirs), Is.EqualTo(Enumerable.Range(At + 1, 7 - At)));
    }

    [Test]
    public void WhatIsNoOfferAtAllIsRefusedAndWeakensNothing([Values] bool bound)
    {
        IDeployment messenger = Of(bound).Deploy(Script, new SeededRandom(4));
        messenger.Tap(new Answering(Encoding.UTF8.GetBytes("the older one, please")));
        foreach (Envelope envelope in messenger.Send(Script.Messages[0]))
            Assert.That(Sealed(Nothing(messenger).With([new(1, envelope)])), Is.Empty);
        Assert.That(messenger.Noticed, Is.EqualTo(Noticed.Automatically));
    }

    [Test]
    public void TheThiefInTheMatrixReadsTheFutureOfTheUnboundDesign()
    {
        Cell cell = Compromise.Find("escrow-leak")!.Run(Play(bound: false));
        Assert.That(cell.Verdict.Recovered.Keys.Where(IsTheirs), Is.EqualTo(Enumerable.Range(At + 1, Length - At)));
        Assert.That((cell.Forged, cell.Noticed, cell.Control.Recovered.Count), Is.EqualTo((Forged.None, Noticed.No, 0)));
        Cell bound = Compromise.Find("escrow-leak")!.Run(Play(bound: true));
        Assert.That((bound.Verdict.Recovered.Count, bound.Noticed), Is.EqualTo((0, Noticed.Automatically)));
    }

    [Test]
    public void TheBoundTwinIsInNoList()
    {
        Assert.That(Design.All, Has.Member(VersionRollback.Unbound).And.No.Member(VersionRollback.Bound));
        Assert.That(Design.Find(VersionRollback.Bound.Id), Is.Null);
    }

    private static bool IsTheirs(int message) => message <= Length;

    private static Design Of(bool bound) => bound ? VersionRollback.Bound : VersionRollback.Unbound;

    private static Game Play(bool bound) => Play(bound, Script, At, seed: 1);

    private static Game Play(bool bound, Script script, int at, long seed) => Of(bound).Play(script, at, "Alice", new SeededRandom(seed));

    private static Transcript Nothing(IDeployment messenger) => new([], messenger.IdentityKeys, []);

    /// <summary>The envelopes in which a key is sealed, to whomever.</summary>
    private static IEnumerable<TranscriptEntry> Sealed(Transcript transcript) =>
        transcript.Entries.Where(entry => EscrowField.Ephemerals(transcript.Parse(entry)!.Ciphertext.Span).Count > 0);

    /// <summary>Answers whatever is asked about versions with the same bytes.</summary>
    private sealed class Answering(byte[] answer) : IInterceptor
    {
        public IReadOnlyList<Guess> Guesses => [];

        public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing) => [passing];

        public ReadOnlyMemory<byte> Answer(Download request, ReadOnlyMemory<byte> genuine) => request.Kind == DownloadKind.Versions ? answer : genuine;
    }
}
