using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>What a thief of a phone does with the sender keys in it: a member's key reads on for good, its owner's also writes.</summary>
[TestFixture]
internal sealed class StolenSenderKeyTests
{
    private GroupMember alice = null!;
    private GroupMember bob = null!;

    [SetUp]
    public void Form()
    {
        GroupMember[] pair = GroupMember.Group("alice", "bob");
        (alice, bob) = (pair[0], pair[1]);
    }

    [Test]
    public void WithAMembersStateEveryLaterMessageOpensAndNoEarlierOne()
    {
        byte[] read = alice.Send("read before"), late = alice.Send("not arrived yet");
        bob.Opens(alice, read, "read before");
        bob.Opens(alice, alice.Send("ahead"), "ahead");
        using GroupCipherState loot = bob.Cipher.Snapshot();
        SenderKeyState stolen = loot.Others["alice"][GroupMember.Garden].Find(Parse(read).ChainId)!;
        bob.Opens(alice, late, "not arrived yet");
        alice.SendIntoTheVoid(10);
        Assert.That(Open(stolen.Chain, Parse(alice.Send("much later"))), Is.EqualTo("much later"));
        Assert.That(Open(stolen.Chain, Parse(late)), Is.EqualTo("not arrived yet"), "its seed was kept for it");
        Assert.That(Open(stolen.Chain, Parse(read)), Is.Null, "its key is gone");
    }

    [Test]
    public void WithAMembersStateNothingCanBeSignedForTheSender()
    {
        using GroupCipherState loot = bob.Cipher.Snapshot();
        SenderKeyState stolen = loot.Others["alice"][GroupMember.Garden].States[0];
        byte[] ciphertext = SenderKeySchedule.Encrypt(SenderKeySchedule.Step(stolen.Chain.ChainKey).Seed, "forged"u8);
        using var bobs = new XEdDsaSigner(loot.Own[GroupMember.Garden].SigningKeyPair.Private);
        SenderKeyMessage forged = SenderKeyMessage.Sign(GroupMember.Garden, stolen.ChainId, 0, ciphertext, bobs, new SeededRandom(1));
        bob.Refuses(alice, forged.Serialize(), DecryptFailure.BadSignature);
    }

    [Test]
    public void WithTheOwnersStateAMessageIsForgedAndTheOwnersNextIsADuplicate()
    {
        using GroupCipherState loot = alice.Cipher.Snapshot();
        OwnSenderKey stolen = loot.Own[GroupMember.Garden];
        using var signer = new XEdDsaSigner(stolen.SigningKeyPair.Private);
        byte[] ciphertext = SenderKeySchedule.Encrypt(SenderKeySchedule.Step(stolen.ChainKey).Seed, "forged"u8);
        bob.Opens(alice, SenderKeyMessage.Sign(GroupMember.Garden, stolen.ChainId, stolen.Iteration, ciphertext, signer, new SeededRandom(1)).Serialize(), "forged");
        bob.Refuses(alice, alice.Send("genuine"), DecryptFailure.Duplicate);
        bob.Opens(alice, alice.Send("the next"), "the next");
    }

    [Test]
    public void ANewKeyEndsIt()
    {
        using GroupCipherState loot = alice.Cipher.Snapshot();
        alice.Hands(alice.Cipher.Rotate(GroupMember.Garden), bob);
        SenderKeyMessage message = Parse(alice.Send("healed"));
        using SenderKeyDistributionMessage old = loot.Own[GroupMember.Garden].Distribution(GroupMember.Garden);
        Assert.That(message.ChainId, Is.Not.EqualTo(old.ChainId));
        Assert.That(message.IsSignedBy(old.SigningKey), Is.False);
        var thief = new GroupMember("thief");
        alice.Hands(old.Serialize(), thief);
        thief.Refuses(alice, message.Serialize(), DecryptFailure.NoSenderKey);
    }

    /// <summary>The seed of a message from what is public about a stolen chain, and what it opens; null when there is none.</summary>
    private static string? Open(SenderChain stolen, SenderKeyMessage message)
    {
        MessageSeed? seed = stolen.SkippedSeeds.GetValueOrDefault(message.Iteration);
        ChainKey ck = stolen.ChainKey;
        for (uint i = stolen.Iteration; seed is null && i <= message.Iteration; i++)
        {
            (ck, MessageSeed next) = SenderKeySchedule.Step(ck);
            seed = i == message.Iteration ? next : null;
        }
        return seed is not null && SenderKeySchedule.Decrypt(seed, message.Ciphertext.Span) is { } opened ? Encoding.UTF8.GetString(opened) : null;
    }

    private static SenderKeyMessage Parse(byte[] bytes)
    {
        Assert.That(SenderKeyMessage.Parse(bytes, out SenderKeyMessage? message), Is.EqualTo(DecryptFailure.None));
        return message!;
    }
}
