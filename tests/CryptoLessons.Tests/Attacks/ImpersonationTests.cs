using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Attacks;

/// <summary>Stolen identity keys: sessions in the owner's name, and sessions towards the owner in anybody's name.</summary>
[TestFixture]
internal sealed class ImpersonationTests
{
    private const string Text = "This was never said.";

    private static readonly Script Script = TestScripts.Between("AABABBAABABAB");
    private static readonly Game Game = Play(at: 6);

    [Test]
    public void AnIdentityKeyAloneOpensASessionInItsOwnersNameUnderTheSameSafetyNumber()
    {
        IDeployment deployment = Deployment(out DeviceLoot alice);
        string before = SafetyNumberAt(deployment, "Bob", "Alice");
        ForgedEnvelope forged = ImpersonateTheOwner.Forge(Directory(deployment), "Alice", alice.Device!.Identity, ["Bob"], Bytes(Text)).Single();
        Assert.That(forged.Kind, Is.EqualTo(Forged.Impersonate));
        Assert.That(deployment.Deliver(forged.Envelope, out byte[] shown), Is.EqualTo(DecryptFailure.None));
        Assert.That(shown, Is.EqualTo(Bytes(Text).ToArray()));
        Assert.That(SafetyNumberAt(deployment, "Bob", "Alice"), Is.EqualTo(before).And.EqualTo(SafetyNumberAt(deployment, "Alice", "Bob")));
    }

    [Test]
    public void WhoeverHoldsThePhoneIsAnybodyTowardsItsOwner()
    {
        ForgedEnvelope forged = new ImpersonateToTheOwner().Run(Game.DeviceSeizure(), Bytes(Text)).Single();
        Assert.That((forged.Envelope.From, forged.Envelope.To), Is.EqualTo(("Bob", "Alice")));
        Assert.That(Game.Forge(new ImpersonateToTheOwner(), Game.DeviceSeizure()).Forged, Is.EqualTo(Forged.Impersonate));
    }

    [Test]
    public void UnrelatedKeysImpersonateNobody()
    {
        DeviceSeizureView unrelated = Game.DeviceSeizure(Secrets.Unrelated);
        Assert.That(new ImpersonateTheOwner().Run(unrelated, Bytes(Text)), Is.Not.Empty, "it is tried");
        Assert.That(new ImpersonateToTheOwner().Run(unrelated, Bytes(Text)), Is.Not.Empty, "it is tried");
        Assert.That(Game.Forge(new ImpersonateTheOwner(), unrelated), Is.EqualTo((Forged.None, Noticed.No)));
        Assert.That(Game.Forge(new ImpersonateToTheOwner(), unrelated), Is.EqualTo((Forged.None, Noticed.No)));
    }

    [Test]
    public void TheOwnerNoticesOnlyWhoIsAnsweredInASessionThatTheOwnerDoesNotKnow()
    {
        // Message 6 is Bob's. When Bob writes next, he answers the thief; when Alice writes first, her message makes the old session current again.
        Game bobNext = Play(at: 5), aliceNext = Play(at: 6);
        Assert.That(bobNext.Forge(new ImpersonateTheOwner(), bobNext.DeviceSeizure()), Is.EqualTo((Forged.Impersonate, Noticed.Automatically)));
        Assert.That(aliceNext.Forge(new ImpersonateTheOwner(), aliceNext.DeviceSeizure()), Is.EqualTo((Forged.Impersonate, Noticed.No)));
    }

    [Test]
    public void AnotherIdentityKeyIsRefusedAndOnceAcceptedShowsInTheSafetyNumber()
    {
        IDeployment deployment = Deployment(out _);
        string before = SafetyNumberAt(deployment, "Bob", "Alice");
        using var stranger = DhKeyPair.Generate(new SeededRandom(9));
        ForgedEnvelope forged = ImpersonateTheOwner.Forge(Directory(deployment), "Alice", stranger, ["Bob"], Bytes(Text)).Single();
        Assert.That(deployment.Deliver(forged.Envelope, out _), Is.EqualTo(DecryptFailure.UntrustedIdentity));
        var shown = new SafetyNumber(2, Bytes("Bob").Span, deployment.IdentityKeys["Bob"], Bytes("Alice").Span, stranger.Public);
        Assert.That(shown.Digits, Is.Not.EqualTo(before));
    }

    /// <summary>What one person's phone would show for another.</summary>
    private static string SafetyNumberAt(IDeployment deployment, string person, string peer)
    {
        DeviceState phone = deployment.SeizeDevice(person).Device!;
        return new SafetyNumber(2, Bytes(person).Span, phone.Identity.Public, Bytes(peer).Span, phone.TrustedIdentities[peer]).Digits;
    }

    private static Game Play(int at) => new(
        random => Design.Named("strict").Deploy(Script, random), Script, at, target: "Alice", new SeededRandom(3));

    private static IDeployment Deployment(out DeviceLoot alice)
    {
        IDeployment deployment = Design.Named("strict").Deploy(Script, new SeededRandom(4));
        foreach (ScriptedMessage message in Script.Messages)
            foreach (var envelope in deployment.Send(message))
                Assert.That(deployment.Deliver(envelope, out _), Is.EqualTo(DecryptFailure.None));
        alice = deployment.SeizeDevice("Alice");
        return deployment;
    }

    private static Transcript Directory(IDeployment deployment) => new([], deployment.IdentityKeys, [], deployment.Directory);

    private static ReadOnlyMemory<byte> Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
