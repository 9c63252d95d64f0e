using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Attacks.Means;

/// <summary>What a thief of one end of a post-quantum ratchet makes of it: either end again, further on than anything that is under way.</summary>
/// <remarks>
/// The chains of both directions lie on one phone. Nothing obliges an end to bring the Braid forward: whoever sends messages without
/// chunks stays in the chains that were stolen for as long as they like, and the other end has no error to show.
/// </remarks>
internal static class StalledSpqr
{
    /// <summary>How many indexes are left to the genuine messages that are under way; receivers skip far more.</summary>
    private const uint Spare = 500;

    /// <summary>The owner's end, further on: the Braid goes on where it draws nothing anew, lest it contradict the owner's own.</summary>
    public static SpqrState AsOwner(SpqrState stolen) =>
        Of(stolen, mirrored: false, stolen.Braid is KeysUnsampled ? Idle : braid => braid.Copy());

    /// <summary>The peer's end.</summary>
    public static SpqrState AsPeer(SpqrState stolen) => Of(stolen, mirrored: true, Idle);

    /// <summary>Either end, for messages without chunks: it never receives anything.</summary>
    public static SparsePostQuantumRatchet Sender(SpqrState stolen, bool mirrored) =>
        SparsePostQuantumRatchet.Resume(Of(stolen, mirrored, Idle), ThiefRandom.New());

    /// <summary>An end of a session of which only the handshake's key is known.</summary>
    public static SpqrState Begun(SpqrAuthKey authKey, SpqrDirection direction) =>
        Of(SparsePostQuantumRatchet.Start(authKey, direction, ThiefRandom.New()).Snapshot(), mirrored: false, Idle);

    /// <summary>The direction of the other end.</summary>
    public static SpqrDirection Other(SpqrDirection direction) => direction == SpqrDirection.A2B ? SpqrDirection.B2A : SpqrDirection.A2B;

    /// <summary>A state that sends no chunks, and goes on only with an end that begins the epoch anew.</summary>
    private static NoHeaderReceived Idle(BraidState braid) => new(braid.Epoch, braid.Authenticator.Copy());

    private static SpqrState Of(SpqrState stolen, bool mirrored, Func<BraidState, BraidState> goOn)
    {
        if (stolen.Braid is not { } braid)
            return SpqrState.None;
        SpqrChains chains = stolen.Chains ?? SpqrChains.Start(stolen.Negotiation!.AuthKey, stolen.Negotiation.Direction);
        SpqrDirection direction = mirrored ? Other(chains.Direction) : chains.Direction;
        var epochs = new SortedDictionary<ulong, SpqrEpoch>();
        foreach (var (number, epoch) in chains.Epochs.Where(kept => kept.Key >= chains.SendEpoch))
        {
            var (sending, receiving) = mirrored ? (epoch.Receiving, epoch.Sending) : (epoch.Sending, epoch.Receiving);
            epochs.Add(number, new(FurtherOn(sending), receiving.Copy()));
        }
        return new(goOn(braid), negotiation: null, new(direction, chains.NextRoot.Copy(), chains.SendEpoch, epochs));
    }

    private static SpqrChain FurtherOn(SpqrChain chain)
    {
        SpqrChainKey key = chain.Key!.Copy();
        for (uint i = 1; i <= Spare; i++)
        {
            var (next, messageKey) = SpqrKeySchedule.NextKey(key, chain.Counter + i);
            messageKey.Dispose();
            key.Dispose();
            key = next;
        }
        return new(key, chain.Counter + Spare);
    }
}
