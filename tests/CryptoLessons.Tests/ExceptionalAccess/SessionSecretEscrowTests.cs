using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>The session's secret sealed at the handshake: what it opens (nothing), and what can be written with it.</summary>
[TestFixture]
internal sealed class SessionSecretEscrowTests
{
    private static DhKeyPair Authority => CryptoLessons.Tests.Protocol.Suite.Authority;
    private Device<SignalFunctions> alice = null!;
    private Device<SignalFunctions> bob = null!;

    [SetUp]
    public void Open()
    {
        var random = new SeededRandom(6);
        var handshake = new SessionSecretEscrow(X3dh.Functions, Authority.Public, random.Child("s"));
        alice = Device.Create(new SignalFunctions(random.Child("a")), random.Child("alice"), handshake: handshake);
        bob = Device.Create(new SignalFunctions(random.Child("b")), random.Child("bob"));
        Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
    }

    [Test]
    public void AGenuineReceiverIgnoresTheFieldAndTheAuthorityOpensIt()
    {
        PreKeySignalMessage[] sent = [Parse(alice.Encrypt("Bob", [1])), Parse(alice.Encrypt("Bob", [2]))];
        Assert.That(sent[0].Further.Length, Is.EqualTo(SessionSecretEscrow.Size + 2));
        Assert.That(sent[1].Further.Span.SequenceEqual(sent[0].Further.Span), "the same in every prekey message of the session");
        Assert.That(bob.Decrypt("Alice", new(CiphertextType.PreKey, sent[0].Serialize()), out _), Is.EqualTo(DecryptFailure.None));
        using SessionSecret? secret = SessionSecretEscrow.Open(sent[0], Authority);
        Assert.That(secret, Is.Not.Null);
        Assert.That(bob.Decrypt("Alice", new(CiphertextType.PreKey, sent[1].Serialize()), out _), Is.EqualTo(DecryptFailure.None));
        Assert.That(SessionSecretEscrow.Open(sent[0], DhKeyPair.Generate(new SeededRandom(9))), Is.Null);
    }

    [Test]
    public void TheSecretIsTheHandshakes()
    {
        PreKeySignalMessage sent = Parse(alice.Encrypt("Bob", [1]));
        using DeviceState held = bob.Snapshot();
        using SessionSecret accepted = X3dh.Functions.Accept(
            new(held.Identity, held.SignedPreKey.KeyPair, held.OneTimePreKeys.Single().KeyPair), new(sent.IdentityKey, sent.PreKeys.BaseKey))!;
        using SessionSecret opened = SessionSecretEscrow.Open(sent, Authority)!;
        Assert.That(Hazmat.Reveal(opened.RootKey), Is.EqualTo(Hazmat.Reveal(accepted.RootKey)));
        Assert.That(Hazmat.Reveal(opened.ChainKey), Is.EqualTo(Hazmat.Reveal(accepted.ChainKey)));
    }

    [Test]
    public void AnAnsweredSessionSendsTheFieldNoMore()
    {
        Assert.That(bob.Decrypt("Alice", alice.Encrypt("Bob", [1]), out _), Is.EqualTo(DecryptFailure.None));
        Assert.That(alice.Decrypt("Bob", bob.Encrypt("Alice", [2]), out _), Is.EqualTo(DecryptFailure.None));
        Assert.That(alice.Encrypt("Bob", [3]).Type, Is.EqualTo(CiphertextType.Plain));
    }

    [Test]
    public void WhoHoldsTheSecretReadsNothingAndWritesAtTheBeginning()
    {
        Script script = TestScripts.Between("ABABABABABAB");
        foreach (int at in (int[])[1, 2, 4])
        {
            var game = new Game(random => Design.Named("session-secret-escrow").Deploy(script, random), script, at, "Alice", new SeededRandom(1));
            var attack = new ReadWithLeakedSessionSecrets();
            Assert.That(attack.Run(game.EscrowLeak()), Is.Empty);
            Assert.That(game.Forge(attack, game.EscrowLeak()).Forged, Is.EqualTo(Forged.Hijack));
            Assert.That(game.Forge(attack, game.EscrowLeak(Secrets.Unrelated)).Forged, Is.EqualTo(Forged.None));
        }
    }

    private static PreKeySignalMessage Parse(CiphertextMessage message)
    {
        Assert.That(PreKeySignalMessage.Parse(message.Bytes, out PreKeySignalMessage? parsed), Is.EqualTo(DecryptFailure.None));
        return parsed!;
    }
}
