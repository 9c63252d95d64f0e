using System.Text;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Random conversations in which the library and the witness must write the same bytes and accept the same messages.</summary>
[TestFixture]
internal sealed class StraightlineAgreementTests
{
    private sealed record End(RatchetParty Party, StraightlineRatchet Witness)
    {
        public List<byte[]> Inbox { get; } = [];
    }

    [Test]
    public void WithSignalsLimits([Range(0, 19)] int run) => Converse(run, RatchetLimits.Signal);

    [Test]
    public void WithSmallLimits([Range(0, 19)] int run) => Converse(run, new(ForwardJump: 6, SkippedSeeds: 3, ReceivingChains: 2));

    private static void Converse(int run, RatchetLimits limits)
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i <= run; i++)
            random = new Random(random.Next());
        var pair = new RatchetPair(Suite.Honest, limits, seed: random.Next());
        End alice = new(pair.Alice, pair.AliceWitness(limits)), bob = new(pair.Bob, pair.BobWitness(limits));
        int opened = 0, refused = 0;
        for (int step = 0; step < 300; step++)
        {
            var (from, to) = random.Next(2) == 0 ? (alice, bob) : (bob, alice);
            if (random.Next(2) == 0)
                Send(from, to, random);
            else if (from.Inbox.Count > 0)
                _ = Deliver(from, random) ? opened++ : refused++;
        }
        TestContext.Out.WriteLine($"opened {opened}, refused {refused}");
        Assert.That(opened, Is.GreaterThan(20));
        Assert.That(refused, Is.Positive);
    }

    private static void Send(End from, End to, Random random)
    {
        byte[] text = Encoding.UTF8.GetBytes(new string('x', random.Next(40)));
        byte[] message = from.Party.Ratchet.Encrypt(text, from.Party.SendingAd);
        Assert.That(message, Is.EqualTo(from.Witness.Encrypt(text, from.Party.SendingAd)));
        if (random.Next(5) > 0)
            to.Inbox.Add(message);
    }

    /// <summary>Delivers the newest message or any other, sometimes twice, sometimes damaged.</summary>
    private static bool Deliver(End end, Random random)
    {
        int place = random.Next(3) == 0 ? random.Next(end.Inbox.Count) : end.Inbox.Count - 1;
        byte[] message = [.. end.Inbox[place]];
        int fate = random.Next(8);
        if (fate == 0)
            message[random.Next(message.Length)] ^= (byte)(1 << random.Next(8));
        else if (fate > 1)
            end.Inbox.RemoveAt(place);
        DecryptFailure failure = end.Party.Receive(message, out byte[] plaintext);
        byte[]? expected = end.Witness.Decrypt(message, end.Party.ReceivingAd);
        Assert.That(failure == DecryptFailure.None, Is.EqualTo(expected is not null), $"{failure}");
        Assert.That(plaintext, Is.EqualTo(expected ?? []));
        return expected is not null;
    }
}
