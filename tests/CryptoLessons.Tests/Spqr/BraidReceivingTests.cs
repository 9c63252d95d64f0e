using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Protocol.Wire;
using NUnit.Framework;
using static CryptoLessons.Protocol.Spqr.BraidMessageType;

namespace CryptoLessons.Tests.Spqr;

/// <summary>What each state does with each kind of message of an earlier epoch, of its own, and of a later one.</summary>
public class BraidReceivingTests
{
    // State, kind, next state, and whether the chunk is the last one missing.
    private static readonly (Type State, BraidMessageType Kind, Type Next, bool Last)[] Reactions =
    [
        (typeof(KeysSampled), Ct1, typeof(HeaderSent), false),
        (typeof(HeaderSent), Ct1, typeof(HeaderSent), false),
        (typeof(HeaderSent), Ct1, typeof(Ct1Received), true),
        (typeof(Ct1Received), Ct2, typeof(EkSentCt1Received), false),
        (typeof(EkSentCt1Received), Ct2, typeof(EkSentCt1Received), false),
        (typeof(EkSentCt1Received), Ct2, typeof(NoHeaderReceived), true),
        (typeof(NoHeaderReceived), Hdr, typeof(NoHeaderReceived), false),
        (typeof(NoHeaderReceived), Hdr, typeof(HeaderReceived), true),
        (typeof(Ct1Sampled), Ek, typeof(Ct1Sampled), false),
        (typeof(Ct1Sampled), Ek, typeof(EkReceivedCt1Sampled), true),
        (typeof(Ct1Sampled), EkCt1Ack, typeof(Ct1Acknowledged), false),
        (typeof(Ct1Sampled), EkCt1Ack, typeof(Ct2Sampled), true),
        (typeof(EkReceivedCt1Sampled), Ct1Ack, typeof(Ct2Sampled), false),
        (typeof(EkReceivedCt1Sampled), EkCt1Ack, typeof(Ct2Sampled), false),
        (typeof(Ct1Acknowledged), Ek, typeof(Ct1Acknowledged), false),
        (typeof(Ct1Acknowledged), Ek, typeof(Ct2Sampled), true),
        (typeof(Ct1Acknowledged), EkCt1Ack, typeof(Ct1Acknowledged), false),
        (typeof(Ct1Acknowledged), EkCt1Ack, typeof(Ct2Sampled), true),
    ];

    private static IEnumerable<TestCaseData> ReactionCases => Reactions.Select(row => new TestCaseData(row.State, row.Kind, row.Next, row.Last)
        .SetArgDisplayNames(row.State.Name, $"{row.Kind}", row.Next.Name, row.Last ? "last" : "more"));

    private static IEnumerable<TestCaseData> EveryCase => BraidScene.States.SelectMany(state => Enum.GetValues<BraidMessageType>()
        .Select(kind => new TestCaseData(state, kind).SetArgDisplayNames(state.Name, $"{kind}")));

    private static IEnumerable<TestCaseData> OtherCases => EveryCase
        .Where(row => !Reactions.Any(reaction => reaction.State.Equals(row.Arguments[0]) && reaction.Kind.Equals(row.Arguments[1])));

    [TestCaseSource(nameof(ReactionCases))]
    public void ReactsToAMessageOfItsEpoch(Type state, BraidMessageType kind, Type next, bool last)
    {
        BraidTransition genuine = Find(state, last);
        BraidStep step = genuine.Before.Receive(BraidScene.Message(BraidScene.Epoch, kind, genuine.Message.Chunk));
        Assert.That(step.Failure, Is.EqualTo(SpqrFailure.None));
        Assert.That(step.Message, Is.Null);
        Assert.That(step.Next, Is.TypeOf(next).And.Not.SameAs(genuine.Before));
        bool over = (state, next) == (typeof(EkSentCt1Received), typeof(NoHeaderReceived));
        Assert.That(step.Next.Epoch, Is.EqualTo(over ? BraidScene.Epoch + 1 : BraidScene.Epoch));
        Assert.That(step.EpochSecret, over ? Is.Not.Null : Is.Null);
    }

    [TestCaseSource(nameof(OtherCases))]
    public void NothingElseChangesIt(Type state, BraidMessageType kind)
    {
        BraidState before = BraidScene.State(state);
        Stays(before, before.Receive(BraidScene.Message(BraidScene.Epoch, kind)), SpqrFailure.None);
    }

    [TestCaseSource(nameof(EveryCase))]
    public void IgnoresAnEarlierEpoch(Type state, BraidMessageType kind)
    {
        BraidState before = BraidScene.State(state);
        Stays(before, before.Receive(BraidScene.Message(BraidScene.Epoch - 1, kind)), SpqrFailure.None);
    }

    [TestCaseSource(nameof(EveryCase))]
    public void RefusesALaterEpochButForTheOneThatWaitsForIt(Type state, BraidMessageType kind)
    {
        BraidState before = BraidScene.State(state);
        BraidStep step = before.Receive(BraidScene.Message(BraidScene.Epoch + 1, kind));
        if (before is not Ct2Sampled)
        {
            Stays(before, step, SpqrFailure.EpochOutOfRange);
            return;
        }
        Assert.That(step.Failure, Is.EqualTo(SpqrFailure.None));
        Assert.That(step.Next, Is.TypeOf<KeysUnsampled>());
        Assert.That(step.Next.Epoch, Is.EqualTo(BraidScene.Epoch + 1));
        Assert.That(step.Next.Authenticator, Is.SameAs(before.Authenticator));
    }

    [TestCaseSource(nameof(EveryCase))]
    public void RefusesAnEpochAfterNext(Type state, BraidMessageType kind)
    {
        BraidState before = BraidScene.State(state);
        Stays(before, before.Receive(BraidScene.Message(BraidScene.Epoch + 2, kind)), SpqrFailure.EpochOutOfRange);
        Stays(before, before.Receive(BraidScene.Message(ulong.MaxValue, kind)), SpqrFailure.EpochOutOfRange);
    }

    [Test]
    public void AChunkThatIsThereAlreadyChangesNothing()
    {
        IEnumerable<BraidTransition> added = BraidScene.Transitions.Where(one => !one.ChangesState && one.After != one.Before);
        Assert.That(added.Count(), Is.GreaterThan(60));
        foreach (var (before, message, after) in added)
            Assert.That(Saved(after.Receive(message).Next), Is.EqualTo(Saved(after)), $"{before.GetType().Name} {message.Type}");
    }

    internal static byte[] Saved(BraidState state)
    {
        var writer = new WireWriter();
        SavedBraid.Write(writer, state);
        return writer.ToArray();
    }

    private static void Stays(BraidState before, BraidStep step, SpqrFailure failure)
    {
        Assert.That(step.Failure, Is.EqualTo(failure));
        Assert.That(step.Next, Is.SameAs(before));
        Assert.That(step.EpochSecret, Is.Null);
    }

    /// <summary>A genuine moment of the dialogue: with the last chunk missing, or with more than that.</summary>
    private static BraidTransition Find(Type state, bool last)
    {
        BraidTransition[] there = [.. BraidScene.Transitions.Where(transition => transition.Before.GetType() == state)];
        return last ? there.Last(transition => transition.ChangesState && transition.After is not Ct1Acknowledged)
            : there.First(transition => transition.Message.Chunk is not null && transition.After != transition.Before);
    }
}
