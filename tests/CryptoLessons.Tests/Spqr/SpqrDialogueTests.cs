using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>Whole dialogues: the receiver's key is the sender's, always.</summary>
public class SpqrDialogueTests
{
    [Test]
    public void ADialogueWithoutLossPassesThreeEpochs()
    {
        var pair = new SpqrPair();
        pair.Talk(150);
        Assert.That(SpqrPair.Of(pair.Alice, state => state.Braid!.Epoch), Is.EqualTo(4));
        Assert.That(SpqrPair.Of(pair.Bob, state => state.Braid!.Epoch), Is.EqualTo(4));
    }

    [Test]
    public void TheFirstMessageOfTheInitiatorIsKnown()
    {
        byte[] first = SpqrPair.Send(new SpqrPair().Alice).Bytes;
        Assert.That(Hex.Of(first.AsSpan(0, 5)), Is.EqualTo("0101010100"));
        Assert.That(first, Has.Length.EqualTo(37));
    }

    [Test]
    public void WhoOnlyListensGoesNowhere()
    {
        var pair = new SpqrPair();
        for (int i = 0; i < 100; i++)
            SpqrPair.Deliver(pair.Alice, pair.Bob);
        Assert.That(SpqrPair.Of(pair.Bob, state => state.Braid), Is.TypeOf<HeaderReceived>());
        Assert.That(SpqrPair.Of(pair.Alice, state => state.Braid), Is.TypeOf<KeysSampled>());
    }

    [Test]
    public void LossAndReorderingDoNotPartTheKeys([Values(0.1, 0.35, 0.6)] double loss)
    {
        Random random = PrintedSeed.NewRandom();
        var pair = new SpqrPair(seed: random.NextInt64());
        var toBob = new List<SentMessage>();
        var toAlice = new List<SentMessage>();
        int rounds = 0;
        for (; rounds < 3000 && SpqrPair.Of(pair.Alice, state => state.Braid!.Epoch) < 4; rounds++)
        {
            Send(random, loss, pair.Alice, toBob);
            Send(random, loss, pair.Bob, toAlice);
            Arrive(random, pair.Bob, toBob);
            Arrive(random, pair.Alice, toAlice);
            if (rounds % 7 == 0)
                pair.Reload();
        }
        TestContext.Out.WriteLine($"{rounds} rounds");
        Assert.That(SpqrPair.Of(pair.Alice, state => state.Braid!.Epoch), Is.EqualTo(4));
        Assert.That(SpqrPair.Of(pair.Bob, state => state.Braid!.Epoch), Is.InRange(3, 4));
    }

    [Test]
    public void EveryStateGoesOnFromWhatWasSaved()
    {
        var pair = new SpqrPair();
        var seen = new HashSet<Type>();
        for (int i = 0; i < 100; i++)
        {
            SpqrPair.Deliver(pair.Alice, pair.Bob);
            pair.Reload();
            SpqrPair.Deliver(pair.Bob, pair.Alice);
            pair.Reload();
            seen.Add(SpqrPair.Of(pair.Alice, state => state.Braid!.GetType()));
            seen.Add(SpqrPair.Of(pair.Bob, state => state.Braid!.GetType()));
        }
        Assert.That(seen, Has.Count.GreaterThanOrEqualTo(9));
    }

    [Test]
    public void TheSameSeedGivesTheSameBytes()
    {
        SpqrPair first = new(seed: 5), second = new(seed: 5), third = new(seed: 6);
        foreach (SpqrPair pair in (SpqrPair[])[first, second, third])
            pair.Talk(60);
        Assert.That(SpqrPair.Saved(first.Alice), Is.EqualTo(SpqrPair.Saved(second.Alice)).And.Not.EqualTo(SpqrPair.Saved(third.Alice)));
    }

    [Test]
    public void ReceivingDrawsNoRandomness()
    {
        var pair = new SpqrPair();
        for (int i = 0; i < 100; i++)
        {
            SentMessage toBob = SpqrPair.Send(pair.Alice), toAlice = SpqrPair.Send(pair.Bob);
            long drawn = pair.AliceRandom.Drawn + pair.BobRandom.Drawn;
            SpqrPair.Accept(pair.Bob, toBob);
            SpqrPair.Accept(pair.Alice, toAlice);
            Assert.That(pair.AliceRandom.Drawn + pair.BobRandom.Drawn, Is.EqualTo(drawn));
        }
        Assert.That(pair.AliceRandom.Drawn, Is.GreaterThan(64));
    }

    private static void Send(Random random, double loss, SparsePostQuantumRatchet from, List<SentMessage> line)
    {
        for (int n = random.Next(3); n > 0; n--)
            if (SpqrPair.Send(from) is var sent && random.NextDouble() >= loss)
                line.Insert(random.Next(line.Count + 1), sent);
    }

    /// <summary>Some of what is on its way arrives, in any order; what is older than the epochs kept does not open any more.</summary>
    private static void Arrive(Random random, SparsePostQuantumRatchet at, List<SentMessage> line)
    {
        while (line.Count > 0 && random.Next(5) > 0)
        {
            SentMessage sent = line[^1];
            line.RemoveAt(line.Count - 1);
            if (SpqrPair.Of(at, state => state.Chains is { } chains && !chains.Epochs.ContainsKey(sent.Parsed.KeyEpoch)))
                SpqrPair.Refuse(at, sent.Bytes, SpqrFailure.EpochOutOfRange);
            else
                SpqrPair.Accept(at, sent);
        }
    }
}
