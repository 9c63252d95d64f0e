using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Adversary;

/// <summary>The judge: only what is right counts, and only once.</summary>
[TestFixture]
internal sealed class GameTests
{
    private static readonly Script Script = TestScripts.Between("ABAB");
    private static readonly Game Game = Play(Script, at: 2, target: "Alice");

    [Test]
    public void CountsARightGuessWhereItBelongs()
    {
        Verdict verdict = Game.Judge([Right(1), Right(2), Right(3), Right(5)]);
        Assert.That((verdict.Past, verdict.Future, verdict.Bystanders, verdict.Wrong.Count), Is.EqualTo((2, 1, 1, 0)));
    }

    [Test]
    public void AWrongGuessCountsAgainstTheAttack()
    {
        Verdict verdict = Game.Judge([Right(1), new(2, new byte[] { 1, 2, 3 }, new("a guess"))]);
        Assert.That((verdict.Recovered.Count, verdict.Wrong.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public void ASecondGuessForTheSameMessageCountsAgainstTheAttack()
    {
        Verdict verdict = Game.Judge([Right(1), Right(1)]);
        Assert.That((verdict.Recovered.Count, verdict.Wrong.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public void AGuessForAMessageThatDoesNotExistCountsAgainstTheAttack() =>
        Assert.That(Game.Judge([new(99, ReadOnlyMemory<byte>.Empty, new("a guess"))]).Wrong, Has.Count.EqualTo(1));

    [Test]
    public void TheCompromiseIsAtAMessageOfTheConversation()
    {
        Assert.That(() => Play(Script, at: 0, target: "Alice"), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Play(Script, at: 5, target: "Alice"), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void TheTargetTakesPartInTheConversation() => Assert.That(() => Play(Script, at: 2, target: "Carol"), Throws.ArgumentException);

    [Test]
    public void OneMessageIsInFlightAtTheCompromise() =>
        Assert.That(Game.Transcript.InFlight.Select(entry => entry.Message), Is.EqualTo(new[] { 2 }));

    [Test]
    public void AForkGoesItsOwnWay()
    {
        IDeployment original = Design.Named("message-key-escrow").Deploy(Script, new SeededRandom(3));
        IDeployment fork = original.Fork();
        Envelope[] here = [.. original.Send(Script.ByNumber[1])], there = [.. fork.Send(Script.ByNumber[1])];
        Assert.That(there[0].Message.Bytes.ToArray(), Is.EqualTo(here[0].Message.Bytes.ToArray()), "the same randomness is ahead of both");
        Assert.That(fork.Deliver(there[0], out _), Is.EqualTo(DecryptFailure.None));
        Assert.That(original.SeizeSessions("Bob").Sessions, Is.Empty, "what happens to the copy does not happen to the original");
        Assert.That(original.Deliver(here[0], out _), Is.EqualTo(DecryptFailure.None));
    }

    [Test]
    public void ASeizureIsACopy()
    {
        IDeployment deployment = Design.Named("strict").Deploy(Script, new SeededRandom(3));
        deployment.Deliver(deployment.Send(Script.ByNumber[1])[0], out _);
        deployment.SeizeDevice("Bob").Device!.Dispose();
        Assert.That(deployment.Deliver(deployment.Send(Script.ByNumber[2])[0], out _), Is.EqualTo(DecryptFailure.None));
    }

    private static Guess Right(int number) => new(number, Script.ByNumber[number].Plaintext, new("the truth"));

    private static Game Play(Script script, int at, string target) =>
        new(random => Design.Named("strict").Deploy(script, random), script, at, target, new SeededRandom(2));
}
