using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Which sender keys a member keeps, and what a new one takes away from whoever had the old one.</summary>
[TestFixture]
internal sealed class SenderKeyRotationTests
{
    private GroupMember alice = null!;
    private GroupMember bob = null!;
    private GroupMember mallory = null!;

    [SetUp]
    public void Form()
    {
        GroupMember[] three = GroupMember.Group("alice", "bob", "mallory");
        (alice, bob, mallory) = (three[0], three[1], three[2]);
    }

    [Test]
    public void CreatingADistributionTwiceMakesNoNewKey()
    {
        byte[] first = alice.Cipher.CreateDistribution(GroupMember.Garden);
        Assert.That(alice.Cipher.CreateDistribution(GroupMember.Garden), Is.EqualTo(first));
        alice.Send("one on");
        SenderKeyDistributionMessage before = Parse(first), after = Parse(alice.Cipher.CreateDistribution(GroupMember.Garden));
        Assert.That((after.ChainId, after.SigningKey, after.Iteration), Is.EqualTo((before.ChainId, before.SigningKey, before.Iteration + 1)));
        Assert.That(after.ChainKey.Bytes.SequenceEqual(SenderKeySchedule.Step(before.ChainKey).CK.Bytes));
    }

    [Test]
    public void AChainNumberHas31Bits()
    {
        uint[] numbers = [.. Enumerable.Range(0, 40).Select(_ => Parse(alice.Cipher.Rotate(GroupMember.Garden)).ChainId)];
        Assert.That(numbers, Has.All.LessThan(1u << 31).And.Some.GreaterThan(1u << 28));
        Assert.That(numbers, Is.Unique);
    }

    [Test]
    public void WhoWasRemovedDoesNotReadUnderTheNewKey()
    {
        byte[] late = alice.Send("late");
        alice.Hands(alice.Cipher.Rotate(GroupMember.Garden), bob);
        byte[] message = alice.Send("without Mallory");
        mallory.Refuses(alice, message, DecryptFailure.NoSenderKey);
        bob.Opens(alice, message, "without Mallory");
        bob.Opens(alice, late, "late");
        mallory.Opens(alice, late, "late");
    }

    [Test]
    public void WhoLeftIsForgotten()
    {
        byte[] message = mallory.Send("from Mallory");
        bob.Cipher.Forget("mallory", GroupMember.Garden);
        bob.Refuses(mallory, message, DecryptFailure.NoSenderKey);
        byte[] before = bob.Saved;
        bob.Cipher.Forget("mallory", GroupMember.Garden);
        bob.Cipher.Forget("nobody", GroupMember.Garden);
        Assert.That(bob.Saved, Is.EqualTo(before));
        bob.Opens(alice, alice.Send("still here"), "still here");
    }

    [Test]
    public void AKeySentOnceMoreDoesNotMakeTheChainGoBack()
    {
        byte[] distribution = alice.Cipher.CreateDistribution(GroupMember.Garden), first = alice.Send("first"), second = alice.Send("second");
        bob.Opens(alice, second, "second");
        alice.Hands(distribution, bob);
        bob.Refuses(alice, second, DecryptFailure.Duplicate);
        alice.GivesItsKeyTo(bob);
        bob.Opens(alice, first, "first");
        bob.Refuses(alice, first, DecryptFailure.Duplicate);
    }

    [Test]
    public void ALaterKeyOfAKnownChainDoesNotLoseWhatIsOnItsWay()
    {
        byte[] first = alice.Send("first");
        alice.GivesItsKeyTo(bob);
        bob.Opens(alice, first, "first");
    }

    [TestCase(5)]
    [TestCase(1)]
    [TestCase(2)]
    public void TheNewestKeysAreKeptAndTheNextOldestIsLost(int kept)
    {
        GroupMember[] pair = GroupMember.Group(RatchetLimits.Signal with { ReceivingChains = kept }, "alice", "bob");
        GroupMember sender = pair[0], reader = pair[1];
        byte[][] late = [.. Enumerable.Range(0, kept + 1).Select(i =>
        {
            byte[] message = sender.Send($"{i}");
            sender.Hands(sender.Cipher.Rotate(GroupMember.Garden), reader);
            return message;
        })];
        Assert.That(reader.Cipher.Snapshot().Others["alice"][GroupMember.Garden].States, Has.Count.EqualTo(kept));
        reader.Refuses(sender, late[0], DecryptFailure.NoSenderKey);
        reader.Refuses(sender, late[1], DecryptFailure.NoSenderKey);
        for (int i = 2; i <= kept; i++)
            reader.Opens(sender, late[i], $"{i}");
        reader.Opens(sender, sender.Send("now"), "now");
    }

    [Test]
    public void AKeySentOnceMoreIsTheNewestAgain()
    {
        byte[] first = alice.Cipher.CreateDistribution(GroupMember.Garden), late = alice.Send("late");
        for (int i = 0; i < 4; i++)
            alice.Hands(alice.Cipher.Rotate(GroupMember.Garden), bob);
        alice.Hands(first, bob);
        for (int i = 0; i < 4; i++)
            alice.Hands(alice.Cipher.Rotate(GroupMember.Garden), bob);
        bob.Opens(alice, late, "late");
    }

    [Test]
    public void ADifferentSigningKeyUnderAKnownChainNumberTakesItsPlace()
    {
        byte[] late = alice.Send("late");
        SenderKeyDistributionMessage known = Parse(alice.Cipher.CreateDistribution(GroupMember.Garden));
        SenderKeyDistributionMessage other = Parse(mallory.Cipher.CreateDistribution(GroupMember.Garden)) with { ChainId = known.ChainId };
        alice.Hands(other.Serialize(), bob);
        SenderKeyState state = bob.Cipher.Snapshot().Others["alice"][GroupMember.Garden].States.Single();
        Assert.That((state.ChainId, state.SigningKey), Is.EqualTo((known.ChainId, other.SigningKey)));
        bob.Refuses(alice, late, DecryptFailure.BadSignature);
    }

    private static SenderKeyDistributionMessage Parse(byte[] bytes)
    {
        Assert.That(SenderKeyDistributionMessage.Parse(bytes, out SenderKeyDistributionMessage? message), Is.EqualTo(DecryptFailure.None));
        return message!;
    }
}
