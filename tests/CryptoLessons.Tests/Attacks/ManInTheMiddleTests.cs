using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Attacks;

/// <summary>The thief who stays on the wire from the theft on: reads everything, disturbs nothing, and cannot leave.</summary>
[TestFixture("x3dh")]
[TestFixture("triple")]
internal sealed class ManInTheMiddleTests(string profile)
{
    private const int Past = 20;
    private const int Future = 400;

    /// <summary>A random dialogue: 20 messages before the theft, 400 after it, both people speaking.</summary>
    private Game Play(string design, int seed, int future = Future, int past = Past)
    {
        var random = new Random(seed);
        string speakers = string.Concat(Enumerable.Range(0, past + future).Select(i => i < 2 ? "AB"[i] : "AB"[random.Next(2)]));
        Script script = TestScripts.Between(speakers);
        return new(streams => Deploy(design, script, streams), script, past, target: "Alice", new SeededRandom(seed));
    }

    private IDeployment Deploy(string design, Script script, SeededRandom streams) => Design.Named(design).Under(Profile.Named(profile)!).Deploy(script, streams);

    [Test]
    public void WhoNeverLeavesReadsFourHundredOfFourHundredAndNobodyNotices(
        [Values("strict", "content-key-escrow")] string design, [Values(1, 2, 3)] int seed)
    {
        Game game = Play(design, seed);
        ActiveVerdict verdict = game.PlayOn(new ManInTheMiddle(), game.SessionSeizure());
        Assert.That((verdict.Reading.Future, verdict.Reading.Bystanders, verdict.Reading.Wrong.Count), Is.EqualTo((Future, 0, 0)));
        // Of the past only the message that was in flight, when it was on its way to the phone that was copied.
        Assert.That(verdict.Reading.Past, Is.EqualTo(game.Transcript.InFlight[0].Envelope.To == "Alice" ? 1 : 0));
        // The message in flight at the theft, and Carol's and Dave's, if it comes after it.
        Assert.That(verdict.Deliveries, Has.Count.InRange(Future + 1, Future + 2));
        Assert.That(verdict.Deliveries.Where(delivery => delivery.Failure != DecryptFailure.None || !delivery.AsSaid), Is.Empty, "both ends see no error");
        Assert.That(verdict.Noticed, Is.EqualTo(Noticed.No));
    }

    [Test]
    public void ItDoesNotMatterHowFarAnAgreementOnAPostQuantumSecretIs([Range(2, 230, 19)] int past)
    {
        const int Stay = 60;
        Game game = Play("strict", seed: past, Stay, past);
        ActiveVerdict verdict = game.PlayOn(new ManInTheMiddle(), game.SessionSeizure());
        Assert.That((verdict.Reading.Future, verdict.Reading.Wrong.Count), Is.EqualTo((Stay, 0)));
        Assert.That(verdict.Deliveries.Where(delivery => delivery.Failure != DecryptFailure.None || !delivery.AsSaid), Is.Empty, "both ends see no error");
    }

    [Test]
    public void WhoOnlyListensHealsOutAfterTwoSteps([Values(1, 2, 3)] int seed)
    {
        Game game = Play("strict", seed);
        Verdict passive = game.Read(new ReadAfterSessionSeizure(), game.SessionSeizure());
        Assert.That(passive.Future, Is.InRange(1, Future / 4), "the same theft without the middle position");
    }

    [Test]
    public void WhoLeavesBreaksTheSessionTwentyTimesOfTwentyInEachDirection([Values(1, 2, 3)] int seed)
    {
        const int Stay = 60;
        var random = new Random(seed);
        string before = string.Concat(Enumerable.Range(0, Past + Stay).Select(i => i < 2 ? "AB"[i] : "AB"[random.Next(2)]));
        string after = string.Concat(Enumerable.Repeat("AB", 20));
        Script script = TestScripts.Between(before + after);
        var game = new Game(
            streams => Deploy("strict", script, streams), script, Past, target: "Alice", new SeededRandom(seed));
        ActiveVerdict verdict = game.PlayOn(new ManInTheMiddle(), game.SessionSeizure(), leavesAfter: Past + Stay);
        Delivery[] alone = [.. verdict.Deliveries.Where(delivery => !delivery.Intercepted && delivery.Message <= script.ConversationLength)];
        Assert.That(alone.CountBy(delivery => delivery.To).ToDictionary(), Is.EqualTo(new Dictionary<string, int> { ["Alice"] = 20, ["Bob"] = 20 }));
        Assert.That(alone.Select(delivery => delivery.Failure), Is.All.AnyOf(DecryptFailure.NotAuthentic, DecryptFailure.NoPostQuantumKey), "20 of 20 fail each way");
        Assert.That(verdict.Deliveries.Where(delivery => delivery.Intercepted).Select(delivery => delivery.Failure), Is.All.EqualTo(DecryptFailure.None));
        Assert.That(verdict.Reading.Future, Is.EqualTo(Stay));
        Assert.That(verdict.Noticed, Is.EqualTo(Noticed.Automatically));
    }

    [Test]
    public void WhoListensForARoundTripFirstIsLockedOut([Values(1, 2, 3)] int seed)
    {
        // The theft is in a turn of Alice's; Bob's answer is chain s+1, Alice's next chain s+2, and in Bob's after that the thief begins.
        Script script = TestScripts.Between(string.Concat(Enumerable.Repeat("BA", (Past / 2) + 20)));
        var game = new Game(
            streams => Deploy("strict", script, streams), script, Past, target: "Alice", new SeededRandom(seed));
        Assert.That(game.Read(new ReadAfterSessionSeizure(), game.SessionSeizure()).Recovered.Keys, Is.EqualTo(new[] { Past + 1 }), "by listening");
        ActiveVerdict late = game.PlayOn(new Late(new ManInTheMiddle(), from: Past + 3), game.SessionSeizure());
        Assert.That(late.Reading.Recovered, Is.Empty, "and nothing more by acting then");
        Assert.That(late.Deliveries.Select(delivery => (delivery.Failure, delivery.AsSaid)), Is.All.EqualTo((DecryptFailure.None, true)));
        ActiveVerdict inTime = game.PlayOn(new Late(new ManInTheMiddle(), from: Past + 1), game.SessionSeizure());
        Assert.That(inTime.Reading.Future, Is.EqualTo(40), "the control: the same thief who acts at once");
    }

    [Test]
    public void WithUnrelatedSecretsTheMiddleIsAWire([Values(1, 2)] int seed)
    {
        Game game = Play("strict", seed, future: 40);
        ActiveVerdict verdict = game.PlayOn(new ManInTheMiddle(), game.SessionSeizure(Secrets.Unrelated));
        Assert.That(verdict.Reading.Recovered, Is.Empty);
        Assert.That(verdict.Reading.Wrong, Is.Empty);
        Assert.That(verdict.Deliveries.Select(delivery => delivery.AsSaid), Is.All.True);
    }

    /// <summary>An attack that only listens up to a message.</summary>
    private sealed class Late(IActiveAttack<SessionSeizureView> attack, int from) : IActiveAttack<SessionSeizureView>
    {
        public IInterceptor Begin(SessionSeizureView view) => new Listener(attack.Begin(view)!, from);
    }

    private sealed class Listener(IInterceptor interceptor, int from) : IInterceptor
    {
        public IReadOnlyList<Guess> Guesses => interceptor.Guesses;

        public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing) =>
            passing.Message >= from ? interceptor.Intercept(passing) : [passing];
    }
}
