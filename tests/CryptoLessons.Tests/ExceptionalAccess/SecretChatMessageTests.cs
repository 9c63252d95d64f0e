using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>A secret chat's message on the wire.</summary>
[TestFixture]
internal sealed class SecretChatMessageTests
{
    private readonly SeededRandom random = new(41);

    [TestCase(0u)]
    [TestCase(uint.MaxValue)]
    public void SaysWhatWasWritten(uint number)
    {
        using var key = new SecretChatKey(Hex.Count(1, 32));
        using var half = DhKeyPair.Generate(random);
        foreach (var (offer, answer) in ((DhPublicKey?, DhPublicKey?)[])[(null, null), (half.Public, null), (null, half.Public), (half.Public, half.Public)])
        {
            Assert.That(SecretChatMessage.TryParse(SecretChatMessage.Write(number, key, offer, answer, "text"u8, random), out SecretChatMessage? parsed));
            Assert.That((parsed!.Number, parsed.Offer, parsed.Answer), Is.EqualTo((number, offer, answer)));
            Assert.That(parsed.Open(key), Is.EqualTo("text"u8.ToArray()));
            using var another = new SecretChatKey(Hex.Count(2, 32));
            Assert.That(parsed.Open(another), Is.Null);
        }
    }

    [Test]
    public void AnOfferAnswerOrNumberOfAnotherMessageIsNotAuthentic()
    {
        using var key = new SecretChatKey(Hex.Count(1, 32));
        using var half = DhKeyPair.Generate(random);
        byte[] plain = SecretChatMessage.Write(0, key, null, null, "text"u8, random), offer = SecretChatMessage.Write(0, key, half.Public, null, "text"u8, random);
        byte[] spliced = [.. offer[..37], .. plain[3..]];
        Assert.That(SecretChatMessage.TryParse(spliced, out SecretChatMessage? parsed));
        Assert.That(parsed!.Offer, Is.EqualTo(half.Public), "the splice is well formed");
        Assert.That(parsed.Open(key), Is.Null);
        byte[] renumbered = [.. plain];
        renumbered[2] = 1;
        Assert.That(SecretChatMessage.TryParse(renumbered, out parsed));
        Assert.That(parsed!.Open(key), Is.Null);
    }

    [Test]
    public void AnyBytesGiveAnAnswer()
    {
        using var key = new SecretChatKey(Hex.Count(1, 32));
        using var half = DhKeyPair.Generate(random);
        byte[] sample = SecretChatMessage.Write(7, key, half.Public, half.Public, "text"u8, random);
        Random mutations = PrintedSeed.NewRandom();
        for (int i = 0; i < 3_000; i++)
        {
            byte[] mutated = mutations.Mutate(sample, [sample]);
            if (SecretChatMessage.TryParse(mutated, out SecretChatMessage? parsed) && !mutated.AsSpan().SequenceEqual(sample))
                Assert.That(parsed.Open(key), Is.Null);
        }
        SeededCheck.ForAll(1_000, SeededCheck.Bytes(80),
            bytes => Assert.That(SecretChatMessage.TryParse((byte[])[0x53, .. bytes], out SecretChatMessage? parsed), Is.EqualTo(parsed is not null)));
    }

    [Test]
    public void NoSignalMessageIsOneAndTheOtherWayRound()
    {
        Assert.That(SecretChatMessage.TryParse(new RatchetPair(Suite.Honest).Alice.Send("text"), out _), Is.False);
        using var key = new SecretChatKey(Hex.Count(1, 32));
        byte[] message = SecretChatMessage.Write(0, key, null, null, "text"u8, random);
        Assert.That(new RatchetPair(Suite.Honest).Bob.Receive(message, out _), Is.Not.EqualTo(CryptoLessons.Protocol.Ratchet.DecryptFailure.None));
    }
}
