namespace CryptoLessons.Protocol.Spqr;

/// <summary>The chains of every epoch that is still needed, and the root from which the next epoch's come.</summary>
/// <remarks>
/// Kept are the epoch before the one that the party sends in, for what is still on its way, that one, and all later. Source: Double
/// Ratchet rev 4, the sparse post-quantum ratchet.
/// </remarks>
public sealed class SpqrChains : IDisposable
{
    private readonly SortedDictionary<ulong, SpqrEpoch> epochs;

    /// <summary>Chains at some place.</summary>
    /// <param name="direction">The direction that the party sends in.</param>
    /// <param name="nextRoot">What the next epoch's secret is mixed with; owned by this.</param>
    /// <param name="sendEpoch">The epoch that the party last sent in.</param>
    /// <param name="epochs">The epochs kept, at least one; owned by this.</param>
    public SpqrChains(SpqrDirection direction, SpqrRootKey nextRoot, ulong sendEpoch, SortedDictionary<ulong, SpqrEpoch> epochs) =>
        (Direction, NextRoot, SendEpoch, this.epochs) = (direction, nextRoot, sendEpoch, epochs);

    /// <summary>The direction that the party sends in.</summary>
    public SpqrDirection Direction { get; }

    /// <summary>What the next epoch's secret is mixed with.</summary>
    public SpqrRootKey NextRoot { get; private set; }

    /// <summary>The newest epoch that has chains, from 0.</summary>
    public ulong CurrentEpoch => epochs.Keys.Last();

    /// <summary>The epoch that the party last sent in, from 0.</summary>
    public ulong SendEpoch { get; private set; }

    /// <summary>The epochs kept, ascending.</summary>
    public IReadOnlyDictionary<ulong, SpqrEpoch> Epochs => epochs;

    /// <summary>The chains of epoch 0.</summary>
    /// <param name="authKey">What the handshake agreed on.</param>
    /// <param name="direction">The direction that the party sends in.</param>
    public static SpqrChains Start(SpqrAuthKey authKey, SpqrDirection direction)
    {
        var (nextRoot, a2b, b2a) = SpqrKeySchedule.StartChains(authKey);
        return new(direction, nextRoot, sendEpoch: 0, new() { [0] = Epoch(direction, a2b, b2a) });
    }

    internal SpqrChains Copy()
    {
        var copies = new SortedDictionary<ulong, SpqrEpoch>();
        foreach (var (number, epoch) in epochs)
            copies.Add(number, epoch.Copy());
        return new(Direction, NextRoot.Copy(), SendEpoch, copies);
    }

    /// <summary>Starts the chains of the next epoch.</summary>
    /// <exception cref="InvalidOperationException"><paramref name="number"/> is not the next epoch.</exception>
    internal void AddEpoch(ulong number, EpochSecret secret)
    {
        if (number != CurrentEpoch + 1)
            throw new InvalidOperationException($"Behind epoch {CurrentEpoch} comes no epoch {number}.");
        var (nextRoot, a2b, b2a) = SpqrKeySchedule.AddEpoch(NextRoot, secret);
        NextRoot.Dispose();
        NextRoot = nextRoot;
        epochs.Add(number, Epoch(Direction, a2b, b2a));
    }

    /// <summary>The key of the next message; the first one of an epoch closes those before.</summary>
    /// <exception cref="InvalidOperationException">The epoch has no chains, or an epoch before the last one sent in was asked for.</exception>
    internal (uint Index, SpqrMessageKey Key) SendKey(ulong number)
    {
        if (number < SendEpoch || !epochs.TryGetValue(number, out SpqrEpoch? epoch))
            throw new InvalidOperationException($"Nothing is sent in epoch {number} any more, or yet.");
        if (number > SendEpoch)
            MoveTo(number);
        SpqrMessageKey key = epoch.Sending.Step();
        return (epoch.Sending.Counter, key);
    }

    /// <summary>The key of a message that came; nothing is changed.</summary>
    internal SpqrFailure ReceiveKey(ulong number, uint index, SpqrLimits limits, out PendingKey? pending)
    {
        pending = null;
        return epochs.TryGetValue(number, out SpqrEpoch? epoch)
            ? epoch.Receiving.Locate(index, limits, out pending)
            : SpqrFailure.EpochOutOfRange;
    }

    /// <summary>Wipes every key.</summary>
    public void Dispose()
    {
        NextRoot.Dispose();
        foreach (SpqrEpoch epoch in epochs.Values)
            epoch.Dispose();
    }

    private static SpqrEpoch Epoch(SpqrDirection direction, SpqrChainKey a2b, SpqrChainKey b2a) =>
        direction == SpqrDirection.A2B ? new(new(a2b), new(b2a)) : new(new(b2a), new(a2b));

    private void MoveTo(ulong number)
    {
        SendEpoch = number;
        foreach (var (older, epoch) in epochs.TakeWhile(kept => kept.Key < number).ToList())
            if (older + 1 == number)
                epoch.Sending.Close();
            else if (epochs.Remove(older))
                epoch.Dispose();
    }
}
