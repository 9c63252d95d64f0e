using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Messages that arrive: in order and out of it, with some lost on the way.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.All))]
internal sealed class DeliveryTests(Suite suite)
{
    private RatchetPair pair = null!;

    private RatchetParty Alice => pair.Alice;

    private RatchetParty Bob => pair.Bob;

    [SetUp]
    public void Agree() => pair = new(suite);

    [Test]
    public void ADialogueGoesBackAndForth()
    {
        for (int i = 0; i < 20; i++)
        {
            Bob.Opens(Alice.Send($"question {i}"), $"question {i}");
            Alice.Opens(Bob.Send($"answer {i}"), $"answer {i}");
        }
    }

    [Test]
    public void BurstsOfAnyLengthArrive()
    {
        for (int burst = 1; burst < 8; burst++)
        {
            for (int i = 0; i < burst; i++)
                Bob.Opens(Alice.Send($"{i} of {burst}"), $"{i} of {burst}");
            for (int i = 0; i < 8 - burst; i++)
                Alice.Opens(Bob.Send($"{i} of {burst}"), $"{i} of {burst}");
        }
    }

    [Test]
    public void TheResponderMayWriteFirstUnderItsSignedPreKey()
    {
        byte[] first = Bob.Send("first");
        Assert.That(SignalMessageParts.Read(first).RatchetKey, Is.EqualTo(pair.SignedPreKey.Public.Serialize()));
        Alice.Opens(Bob.Send("second"), "second");
        Alice.Opens(first, "first");
        pair.Turns(2);
    }

    [Test]
    public void BothMayWriteAtOnce()
    {
        for (int i = 0; i < 6; i++)
        {
            byte[] toBob = Alice.Send("crossing"), toAlice = Bob.Send("crossing too");
            Bob.Opens(toBob, "crossing");
            Alice.Opens(toAlice, "crossing too");
        }
    }

    [Test]
    public void EveryLengthComesBackAsItWasSent([Range(0, 49)] int length)
    {
        byte[] plaintext = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        byte[] message = Alice.Ratchet.Encrypt(plaintext, Alice.SendingAd);
        Assert.That(Bob.Receive(message, out byte[] opened), Is.EqualTo(DecryptFailure.None));
        Assert.That(opened, Is.EqualTo(plaintext));
        Assert.That(SignalMessageParts.Read(message).Ciphertext, Has.Length.EqualTo(((length / suite.BlockSize) + 1) * suite.BlockSize), "1 byte to a block of padding");
    }

    [Test]
    public void AMegabyteArrives()
    {
        byte[] plaintext = new byte[1 << 20];
        pair.Seed.Child("plaintext").Fill(plaintext);
        Assert.That(Bob.Receive(Alice.Ratchet.Encrypt(plaintext, Alice.SendingAd), out byte[] opened), Is.EqualTo(DecryptFailure.None));
        Assert.That(opened.AsSpan().SequenceEqual(plaintext));
    }

    [Test]
    public void LostMessagesDoNotStopTheConversation()
    {
        for (int i = 0; i < 12; i++)
        {
            Alice.SendIntoTheVoid(i % 4);
            Bob.Opens(Alice.Send("arrives"), "arrives");
            Bob.SendIntoTheVoid((i + 2) % 5);
            Alice.Opens(Bob.Send("arrives too"), "arrives too");
        }
    }

    [Test]
    public void AWholeLostTurnDoesNotStopTheConversation()
    {
        pair.Turn();
        Alice.SendIntoTheVoid(3);
        Bob.SendIntoTheVoid(3);
        pair.Turns(2);
    }

    [Test]
    public void ABurstArrivesInAnyOrder()
    {
        Random random = PrintedSeed.NewRandom();
        for (int round = 0; round < 10; round++)
        {
            int[] order = [.. Enumerable.Range(0, 12)];
            byte[][] messages = [.. order.Select(i => Alice.Send($"{round}.{i}"))];
            random.Shuffle(order);
            foreach (int i in order)
                Bob.Opens(messages[i], $"{round}.{i}");
            Alice.Opens(Bob.Send("all there"), "all there");
        }
    }

    [Test]
    public void AMessageMayBeLateByFourTurns()
    {
        pair.Turn();
        byte[] late = Alice.Send("late"), later = Alice.Send("later");
        Bob.Opens(Alice.Send("in time"), "in time");
        Alice.Opens(Bob.Send("answer"), "answer");
        pair.Turns(4);
        Bob.Opens(later, "later");
        Bob.Opens(late, "late");
        pair.Turn();
    }

    [Test]
    public void AnOldChainGoesOnPastWhereItWasLeft()
    {
        byte[] a0 = Alice.Send("a0"), a1 = Alice.Send("a1"), a2 = Alice.Send("a2"), a3 = Alice.Send("a3");
        Bob.Opens(a0, "a0");
        Alice.Opens(Bob.Send("b0"), "b0");
        Bob.Opens(Alice.Send("c0"), "c0");
        Bob.Opens(a3, "a3");
        Bob.Opens(a1, "a1");
        Bob.Opens(a2, "a2");
        pair.Turn();
    }

    [Test]
    public void ALateMessageDoesNotTurnTheSendingChain()
    {
        byte[] late = Alice.Send("late");
        pair.Turns(2);
        byte[] before = SignalMessageParts.Read(Bob.Send("before")).RatchetKey;
        long drawn = Bob.Drawn;
        Bob.Opens(late, "late");
        Assert.That(Bob.Drawn, Is.EqualTo(drawn));
        Assert.That(SignalMessageParts.Read(Bob.Send("after")).RatchetKey, Is.EqualTo(before));
    }

    [Test]
    public void EveryTurnHasAFreshRatchetKeyAndEveryChainBeginsAtZero()
    {
        HashSet<string> seen = [];
        for (int i = 0; i < 10; i++)
        {
            byte[] first = Alice.Send("first"), second = Alice.Send("second");
            var (head, next) = (SignalMessageParts.Read(first), SignalMessageParts.Read(second));
            Assert.That(seen.Add(Convert.ToHexString(head.RatchetKey)));
            Assert.That(next.RatchetKey, Is.EqualTo(head.RatchetKey));
            Assert.That((head.Counter, next.Counter), Is.EqualTo((0u, 1u)));
            Bob.Opens(first, "first");
            Bob.Opens(second, "second");
            Alice.Opens(Bob.Send("answer"), "answer");
        }
    }
}
