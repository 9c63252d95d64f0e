using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>What each state sends, what comes next, and what is drawn and agreed on for it.</summary>
public class BraidSendingTests
{
    private static IEnumerable<TestCaseData> Rows =>
    [
        Row<KeysUnsampled, KeysSampled>(BraidMessageType.Hdr, drawn: 64),
        Row<KeysSampled, KeysSampled>(BraidMessageType.Hdr),
        Row<HeaderSent, HeaderSent>(BraidMessageType.Ek),
        Row<Ct1Received, Ct1Received>(BraidMessageType.EkCt1Ack),
        Row<EkSentCt1Received, EkSentCt1Received>(BraidMessageType.Ct1Ack),
        Row<NoHeaderReceived, NoHeaderReceived>(BraidMessageType.None),
        Row<HeaderReceived, Ct1Sampled>(BraidMessageType.Ct1, drawn: 32),
        Row<Ct1Sampled, Ct1Sampled>(BraidMessageType.Ct1),
        Row<EkReceivedCt1Sampled, EkReceivedCt1Sampled>(BraidMessageType.Ct1),
        Row<Ct1Acknowledged, Ct1Acknowledged>(BraidMessageType.None),
        Row<Ct2Sampled, Ct2Sampled>(BraidMessageType.Ct2),
    ];

    [TestCaseSource(nameof(Rows))]
    public void SendsAndGoesOn(Type state, BraidMessageType kind, Type next, int drawn)
    {
        BraidState before = BraidScene.State(state);
        var random = new CountingRandom(new SeededRandom(1));
        BraidStep step = before.Send(random);
        Assert.That(step.Failure, Is.EqualTo(SpqrFailure.None));
        Assert.That(step.Message!.Type, Is.EqualTo(kind));
        Assert.That((step.Message.Epoch, step.Message.Index), Is.EqualTo((BraidScene.Epoch, 0)));
        Assert.That(step.Next, Is.TypeOf(next));
        Assert.That(step.Next.Epoch, Is.EqualTo(BraidScene.Epoch));
        Assert.That(random.Drawn, Is.EqualTo(drawn));
        bool agrees = before is HeaderReceived;
        Assert.That(step.EpochSecret, agrees ? Is.Not.Null : Is.Null);
        Assert.That(step.Next.Authenticator, agrees ? Is.Not.SameAs(before.Authenticator) : Is.SameAs(before.Authenticator));
    }

    [TestCaseSource(nameof(Rows))]
    public void ChunksFollowOneAnotherAndBehindTheLastTheyBeginAgain(Type state, BraidMessageType kind, Type next, int drawn)
    {
        BraidStep first = BraidScene.State(state).Send(new SeededRandom(1));
        BraidStep second = first.Next.Send(new SeededRandom(2));
        if (first.Message!.Chunk is { } chunk)
            Assert.That(second.Message!.Chunk!.Index, Is.EqualTo(chunk.Index + 1));
        if (drawn > 0)
            Assert.That(first.Message.Chunk!.Index, Is.Zero);
        Assert.That(second.Message!.Type, Is.EqualTo(kind));
        Assert.That(second.Next, Is.TypeOf(next));
    }

    [Test]
    public void TheVectorGoesOnWhereItWasWhenCt1IsAcknowledged()
    {
        SpqrMessage[] vector = [.. BraidScene.Transitions.Select(transition => transition.Message)
            .Where(message => message.Type is BraidMessageType.Ek or BraidMessageType.EkCt1Ack).TakeWhile((message, i) => message.Chunk!.Index == i)];
        Assert.That(
            vector.Select(message => message.Type).Distinct(), Is.EqualTo((BraidMessageType[])[BraidMessageType.Ek, BraidMessageType.EkCt1Ack]));
        Assert.That(vector, Has.Length.EqualTo(36));
    }

    [Test]
    public void BehindTheWholeVectorFollowsParity()
    {
        BraidState state = BraidScene.State(typeof(Ct1Received));
        var decoder = new ErasureDecoder(1152);
        byte[] vector = ((Ct1Received)state).KeyPair.Vector.ToArray();
        for (int i = 0; i < 80; i++)
        {
            BraidStep step = state.Send(new SeededRandom(1));
            if (step.Message!.Chunk!.Index >= 36)
                decoder = decoder.Add(step.Message.Chunk);
            state = step.Next;
        }
        Assert.That(decoder.Chunks, Has.Count.EqualTo(36), "a decoder takes as many as it needs");
        Assert.That(decoder.Decode(), Is.EqualTo(vector));
    }

    [Test]
    public void BothSidesHaveTheSameKeysBehindEachEpoch()
    {
        var random = new SeededRandom(3);
        using var authKey = new SpqrAuthKey(SpqrPair.AuthKeyBytes);
        BraidState alice = BraidState.Start(authKey, SpqrDirection.A2B), bob = BraidState.Start(authKey, SpqrDirection.B2A);
        var agreed = new List<string>();
        for (int round = 0; round < 150; round++)
        {
            Deliver(ref alice, ref bob);
            Deliver(ref bob, ref alice);
        }
        // In the last epoch the ct side may know what the ek side does not yet.
        agreed = agreed[..^(agreed.Count % 2)];
        Assert.That(agreed, Has.Count.GreaterThanOrEqualTo(6));
        Assert.That(agreed.Where((_, i) => i % 2 == 0), Is.EqualTo(agreed.Where((_, i) => i % 2 == 1)));
        Assert.That(agreed.Distinct().Count(), Is.EqualTo(agreed.Count / 2));

        void Deliver(ref BraidState from, ref BraidState to)
        {
            BraidStep sent = from.Send(random);
            Note(from.Epoch, sent);
            from = sent.Next;
            BraidStep received = to.Receive(sent.Message!);
            Note(to.Epoch, received);
            to = received.Next;
        }

        void Note(ulong epoch, BraidStep step)
        {
            Authenticator keys = step.Next.Authenticator;
            if (step.EpochSecret is { } secret)
                agreed.Add(string.Join(' ', epoch, Hex.Of(secret.Bytes), Hex.Of(keys.RootKey.Bytes), Hex.Of(keys.MacKey.Bytes)));
        }
    }

    private static TestCaseData Row<TState, TNext>(BraidMessageType kind, int drawn = 0) =>
        new TestCaseData(typeof(TState), kind, typeof(TNext), drawn).SetArgDisplayNames(typeof(TState).Name);
}
