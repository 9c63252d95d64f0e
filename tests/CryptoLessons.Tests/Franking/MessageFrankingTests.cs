using System.Text;
using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess.Franking;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Franking;

[TestFixture]
internal sealed class MessageFrankingTests
{
    private SeededRandom random = null!;

    [SetUp]
    public void Seed() => random = new(PrintedSeed.NewRandom().Next());

    [Test]
    public void MessagesArriveInBothDirectionsAndCarryTheirCommitment()
    {
        var scene = new FrankingScene(random);
        foreach (bool fromBob in (bool[])[false, true, true, false])
        {
            Envelope envelope = scene.Send("the hall is free", fromBob);
            Assert.That(scene.Receive(envelope, out FrankedContent? said), Is.EqualTo(DecryptFailure.None));
            Assert.That(Encoding.UTF8.GetString(said!.Content.Span), Is.EqualTo("the hall is free"));
            Assert.That(MessageFranking.CommitmentOf(envelope.Message), Is.EqualTo(said.Commitment()));
        }
    }

    [Test]
    public void TheSameWordsHaveAnotherCommitmentEachTime()
    {
        var scene = new FrankingScene(random);
        Assert.That(Enumerable.Range(0, 10).Select(_ => Convert.ToHexString(MessageFranking.CommitmentOf(scene.Send("yes").Message)!)), Is.Unique);
    }

    [Test]
    public void TheFieldTakes34BytesAndTheKey32()
    {
        byte[] plaintext = FrankedContent.Create("1234567890"u8.ToArray(), random).Serialize();
        Assert.That(plaintext, Has.Length.EqualTo(10 + Secret.Size));
        int franked = Size(new MessageFranking(new SignalFunctions(random.Child("keys")))), plain = Size(new SignalFunctions(random.Child("keys")));
        Assert.That(franked - plain, Is.EqualTo(34));

        int Size(RatchetFunctions functions)
        {
            Device<RatchetFunctions> alice = Device.Create(functions, random.Child("Alice")), bob = Device.Create(functions, random.Child("Bob"));
            alice.StartSession("Bob", bob.Publish());
            Assert.That(bob.Decrypt("Alice", alice.Encrypt("Bob", plaintext), out _), Is.EqualTo(DecryptFailure.None));
            return bob.Encrypt("Alice", plaintext).Bytes.Length;
        }
    }

    [Test]
    public void ACommitmentThatWasChangedOnTheWayIsRefused()
    {
        var scene = new FrankingScene(random);
        Envelope genuine = scene.Send("at noon");
        byte[] bytes = genuine.Message.Bytes.ToArray();
        int at = bytes.AsSpan().IndexOf(MessageFranking.CommitmentOf(genuine.Message));
        bytes[at] ^= 1;
        Envelope changed = genuine with { Message = genuine.Message with { Bytes = bytes } };
        Assert.That(scene.Receive(changed, out _), Is.EqualTo(DecryptFailure.NotAuthentic));
        Assert.That(scene.Receive(genuine, out _), Is.EqualTo(DecryptFailure.None));
    }

    [Test]
    public void ASenderWhoCommitsToSomethingElseIsRefused()
    {
        var scene = new FrankingScene(random, sender: inner => new SpoiledField(inner, Secret.Size, random.Child("rubbish"), MessageFranking.Number));
        Envelope envelope = scene.Send("deny this");
        Assert.That(scene.Provider.Tag(envelope), Is.Not.Null, "the provider sees no difference");
        Assert.That(scene.Receive(envelope, out _), Is.EqualTo(DecryptFailure.NotAuthentic));
    }

    [Test]
    public void ASenderWhoCommitsToNothingIsRefusedAndHasNoTag()
    {
        var scene = new FrankingScene(random, sender: inner => inner);
        Envelope envelope = scene.Send("deny this");
        Assert.That(scene.Provider.Tag(envelope), Is.Null);
        Assert.That(scene.Receive(envelope, out _), Is.EqualTo(DecryptFailure.NotAuthentic));
    }

    [Test]
    public void AGenuineSignalReceiverIgnoresTheField()
    {
        var scene = new FrankingScene(random, recipient: inner => inner);
        Assert.That(scene.Receive(scene.Send("hello"), out FrankedContent? said), Is.EqualTo(DecryptFailure.None));
        Assert.That(said!.Content.ToArray(), Is.EqualTo("hello"u8.ToArray()));
    }

    [Test]
    public void EncryptingWhatHoldsNoOpeningKeyIsMisuse()
    {
        var device = Device.Create(new MessageFranking(new SignalFunctions(random)), random);
        device.StartSession("Bob", Device.Create(new SignalFunctions(random), random).Publish());
        Assert.That(() => device.Encrypt("Bob", new byte[Secret.Size - 1]), Throws.ArgumentException);
        Assert.That(() => device.Encrypt("Bob", new byte[Secret.Size]), Throws.Nothing, "and an empty message is one");
    }

    [Test]
    public void HostileBytesDoNotThrow()
    {
        var genuine = new FrankingScene(random).Send("a").Message;
        Random dice = PrintedSeed.NewRandom();
        foreach (CiphertextType type in Enum.GetValues<CiphertextType>())
            for (int length = 0; length < genuine.Bytes.Length; length++)
            {
                Assert.That(() => MessageFranking.CommitmentOf(new(type, genuine.Bytes[..length])), Throws.Nothing);
                Assert.That(() => MessageFranking.CommitmentOf(new(type, dice.NextBytes(length))), Throws.Nothing);
            }
    }
}
