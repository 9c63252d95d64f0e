using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Messages to a group: who reads what, in whatever order it comes, and what is refused without a trace.</summary>
[TestFixture]
internal sealed class SenderKeyTests
{
    private GroupMember alice = null!;
    private GroupMember bob = null!;
    private GroupMember carol = null!;

    [SetUp]
    public void Form()
    {
        GroupMember[] three = GroupMember.Group("alice", "bob", "carol");
        (alice, bob, carol) = (three[0], three[1], three[2]);
    }

    [Test]
    public void OneMessageOpensForEveryMember()
    {
        foreach (GroupMember sender in (GroupMember[])[alice, bob, carol, alice])
        {
            byte[] message = sender.Send($"from {sender.Name}");
            foreach (GroupMember reader in (GroupMember[])[alice, bob, carol])
                if (reader != sender)
                    reader.Opens(sender, message, $"from {sender.Name}");
        }
    }

    [Test]
    public void AnEmptyMessageAndALongOneOpen()
    {
        string longText = new('x', 70_000);
        bob.Opens(alice, alice.Send(""), "");
        bob.Opens(alice, alice.Send(longText), longText);
    }

    [Test]
    public void OpensWhatArrivesInWhateverOrder()
    {
        Random random = PrintedSeed.NewRandom();
        (byte[] Message, string Text)[] sent = [.. Enumerable.Range(0, 60).Select(i => (alice.Send($"{i}"), $"{i}"))];
        foreach (GroupMember reader in (GroupMember[])[bob, carol])
        {
            random.Shuffle(sent);
            foreach (var (message, text) in sent[..40])
                reader.Opens(alice, message, text);
        }
    }

    [Test]
    public void AReplayIsADuplicate()
    {
        byte[] skipped = alice.Send("skipped"), message = alice.Send("once");
        bob.Opens(alice, message, "once");
        bob.Refuses(alice, message, DecryptFailure.Duplicate);
        bob.Opens(alice, skipped, "skipped");
        bob.Refuses(alice, skipped, DecryptFailure.Duplicate);
        bob.Refuses(alice, message, DecryptFailure.Duplicate);
        carol.Opens(alice, message, "once");
    }

    [Test]
    public void AUsedKeyLeavesTheState()
    {
        byte[] first = alice.Send("first");
        bob.Opens(alice, alice.Send("second"), "second");
        Assert.That(Chain(bob, alice).SkippedSeeds.Keys, Is.EqualTo(new[] { 0u }));
        bob.Opens(alice, first, "first");
        Assert.That(Chain(bob, alice).SkippedSeeds, Is.Empty);
        Assert.That(Chain(bob, alice).Iteration, Is.EqualTo(2));
    }

    [Test]
    public void AFlippedBitAnywhereIsRefusedAndThenTheOriginalOpens()
    {
        byte[] first = alice.Send("first"), message = alice.Send("second");
        for (int bit = 0; bit < 8 * message.Length; bit += 3)
        {
            byte[] flipped = [.. message];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            bob.RefusesSomehow(alice, flipped, $"bit {bit}");
        }
        bob.Opens(alice, message, "second");
        bob.Opens(alice, first, "first");
    }

    [Test]
    public void AnotherMembersSignatureIsRefused()
    {
        byte[] genuine = alice.Send("genuine");
        SenderKeyMessage message = Parse(genuine);
        using GroupCipherState carols = carol.Cipher.Snapshot();
        using var forger = new XEdDsaSigner(carols.Own[GroupMember.Garden].SigningKeyPair.Private);
        byte[] forged = SenderKeyMessage.Sign(
            message.DistributionId, message.ChainId, message.Iteration, message.Ciphertext.Span, forger, new SeededRandom(3)).Serialize();
        bob.Refuses(alice, forged, DecryptFailure.BadSignature);
        bob.Opens(alice, genuine, "genuine");
    }

    [Test]
    public void AMessageUnderAnotherSendersNameIsRefused()
    {
        byte[] message = alice.Send("from Alice");
        bob.Refuses(carol, message, DecryptFailure.NoSenderKey);
        bob.Opens(alice, message, "from Alice");
    }

    [Test]
    public void WithoutTheSendersKeyNothingOpens()
    {
        var dave = new GroupMember("dave");
        byte[] before = alice.Send("before");
        dave.Refuses(alice, before, DecryptFailure.NoSenderKey);
        alice.GivesItsKeyTo(dave);
        dave.Refuses(alice, before, DecryptFailure.Duplicate);
        dave.Opens(alice, alice.Send("after"), "after");
    }

    [Test]
    public void WhoJoinsReadsFromThereOn()
    {
        alice.SendIntoTheVoid(5);
        var dave = new GroupMember("dave");
        alice.GivesItsKeyTo(dave);
        Assert.That(Chain(dave, alice).Iteration, Is.EqualTo(5));
        dave.Opens(alice, alice.Send("welcome"), "welcome");
    }

    [Test]
    public void OnesOwnMessageOpensOnlyForWhoKeepsOnesOwnKeyAsAnother()
    {
        byte[] message = alice.Send("mine");
        alice.Refuses(alice, message, DecryptFailure.NoSenderKey);
        byte[] distribution = alice.Cipher.CreateDistribution(GroupMember.Garden);
        Assert.That(alice.Cipher.ProcessDistribution("alice", distribution), Is.EqualTo(DecryptFailure.None));
        alice.Opens(alice, alice.Send("mine too"), "mine too");
    }

    [Test]
    public void TwoGroupsHaveKeysOfTheirOwn()
    {
        Guid kitchen = Guid.Parse("00000000-0000-4000-8000-000000000001");
        alice.Hands(alice.Cipher.CreateDistribution(kitchen), bob);
        byte[] inKitchen = alice.Cipher.Encrypt(kitchen, "kitchen"u8), inGarden = alice.Send("garden");
        carol.Refuses(alice, inKitchen, DecryptFailure.NoSenderKey);
        bob.Opens(alice, inKitchen, "kitchen");
        bob.Opens(alice, inGarden, "garden");
        alice.Cipher.Forget(kitchen);
        Assert.That(alice.Cipher.HasSenderKey(kitchen), Is.False);
        Assert.That(() => alice.Cipher.Encrypt(kitchen, []), Throws.InvalidOperationException.With.Message.Contains("create a distribution first"));
        bob.Opens(alice, alice.Send("garden still"), "garden still");
    }

    private static SenderKeyMessage Parse(byte[] bytes)
    {
        Assert.That(SenderKeyMessage.Parse(bytes, out SenderKeyMessage? message), Is.EqualTo(DecryptFailure.None));
        return message!;
    }

    private static SenderChain Chain(GroupMember reader, GroupMember sender) =>
        reader.Cipher.Snapshot().Others[sender.Name][GroupMember.Garden].States[0].Chain;
}
