using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Deployments;

/// <summary>Where several states each have a copy of every key, the court of one orders what the court of another has not allowed.</summary>
internal sealed class ConflictingOrdersTests
{
    [Test]
    public void EachStateOpensWhatTheOtherRefusesAndNeitherCanStopIt()
    {
        var random = new SeededRandom(1);
        Script script = TestScripts.Between("AB");
        (Court Court, WholeKeyCustody Custody)[] states = [(new(random.Child("court 1")), new(random.Child("key 1"))), (new(random.Child("court 2")), new(random.Child("key 2")))];
        var deployment = new SignalDeployment<MessageKeyEscrow>(
            script.People,
            random,
            Profile.X3dh,
            new((streams, _) => new(
                new MessageKeyEscrow(streams.Signal(), states[0].Custody.PublicKey, streams.Mechanism), states[1].Custody.PublicKey, streams.Mechanism)),
            states[0].Court);
        var envelope = deployment.Send(script.Messages[0])[0];
        // The first state's court names one of the second state's officials; the second state's court names nobody.
        Warrant warrant = states[0].Court.Issue(envelope.To, envelope.Time, envelope.Time);
        Outcome[] outcomes = [.. states.Select(state => new Authority(state.Custody, state.Court.PublicKey)
            .Open(warrant, envelope, deployment.IdentityKeys[envelope.From], deployment.IdentityKeys[envelope.To], out _))];
        Assert.That(outcomes, Is.EqualTo(new[] { Outcome.Opened, Outcome.NotSigned }));
    }
}
