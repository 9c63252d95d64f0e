using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Tests.Spqr;

/// <summary>Two Braids that speak with each other until every state of epoch 2 was seen, in which Bob is the ek side, Alice the ct side.</summary>
internal static class BraidScene
{
    public const ulong Epoch = 2;

    private const int Rounds = 150;

    private static readonly Lazy<List<BraidTransition>> Recorded = new(() =>
    [
        .. Play(loses: _ => false),
        // Without ct1 at the ek side the vector is there before the acknowledgement.
        .. Play(loses: message => message is { Epoch: Epoch, Type: BraidMessageType.Ct1, Chunk.Index: > 3 and < 45 }),
    ]);

    public static readonly Type[] States =
    [
        typeof(KeysUnsampled), typeof(KeysSampled), typeof(HeaderSent), typeof(Ct1Received), typeof(EkSentCt1Received),
        typeof(NoHeaderReceived), typeof(HeaderReceived),
        typeof(Ct1Sampled), typeof(EkReceivedCt1Sampled), typeof(Ct1Acknowledged), typeof(Ct2Sampled),
    ];

    /// <summary>All that came in epoch 2, in the order in which it did.</summary>
    public static IEnumerable<BraidTransition> Transitions => Recorded.Value.Where(transition => transition.Before.Epoch == Epoch);

    /// <summary>A state of epoch 2.</summary>
    public static BraidState State(Type type) => Recorded.Value.SelectMany(transition => (BraidState[])[transition.Before, transition.After])
        .First(state => state.Epoch == Epoch && state.GetType() == type);

    public static SpqrMessage Message(ulong epoch, BraidMessageType type, ErasureChunk? chunk = null)
    {
        bool hasChunk = type is not (BraidMessageType.None or BraidMessageType.Ct1Ack);
        return new(epoch, index: 1, type, hasChunk ? chunk ?? new ErasureChunk(7, new byte[ErasureChunk.Size]) : null);
    }

    /// <summary>Nothing is wiped here: every state of the dialogue is kept.</summary>
    private static List<BraidTransition> Play(Func<SpqrMessage, bool> loses)
    {
        var transitions = new List<BraidTransition>();
        var random = new SeededRandom(1);
        using var authKey = new SpqrAuthKey(SpqrPair.AuthKeyBytes);
        BraidState alice = BraidState.Start(authKey, SpqrDirection.A2B), bob = BraidState.Start(authKey, SpqrDirection.B2A);
        for (int round = 0; round < Rounds; round++)
        {
            Deliver(ref alice, ref bob);
            Deliver(ref bob, ref alice);
        }
        return transitions;

        void Deliver(ref BraidState from, ref BraidState to)
        {
            BraidStep sent = from.Send(random);
            from = sent.Next;
            if (loses(sent.Message!))
                return;
            BraidStep received = to.Receive(sent.Message!);
            transitions.Add(new(to, sent.Message!, received.Next));
            to = received.Next;
        }
    }
}
