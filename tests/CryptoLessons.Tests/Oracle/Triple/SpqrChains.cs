using System.Collections.Immutable;

namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>A kept epoch: how many keys were sent with, and the other party's chain.</summary>
internal sealed record KeyEpoch(int Epoch, int Sent, SpqrReceivingChain Receiving)
{
    /// <summary>The epoch as it is added.</summary>
    internal static KeyEpoch Fresh(int epoch) => new(epoch, 0, new(0, []));
}

/// <summary>One party's chains of the post-quantum ratchet: the kept epochs, the oldest first, and the one last sent in. Immutable.</summary>
internal sealed record SpqrChains(int SendEpoch, ImmutableList<KeyEpoch> Kept)
{
    /// <summary>Either party at the start: epoch 0.</summary>
    internal static SpqrChains Start { get; } = new(0, [KeyEpoch.Fresh(0)]);

    /// <summary>The newest epoch: the next root key held is the one that comes after it.</summary>
    internal int Current => Kept[^1].Epoch;

    /// <summary>The chains after the next epoch's secret is known.</summary>
    internal SpqrChains Add() => this with { Kept = Kept.Add(KeyEpoch.Fresh(Current + 1)) };

    /// <summary>The chains after a key of this epoch was taken to send with. Of the epochs before that one only the last stays.</summary>
    internal SpqrChains AfterSend(int epoch)
    {
        ImmutableList<KeyEpoch> kept = Kept.RemoveAll(link => link.Epoch < epoch - 1);
        KeyEpoch own = kept.Single(link => link.Epoch == epoch);
        return new(epoch, kept.Replace(own, own with { Sent = own.Sent + 1 }));
    }

    /// <summary>The number of the newest key sent with in this epoch.</summary>
    internal int Sent(int epoch) => Find(epoch)!.Sent;

    /// <summary>Whether there is a key for a message of this epoch and number now.</summary>
    internal SpqrReception Judge(int epoch, int index, SpqrBounds bounds) =>
        Find(epoch)?.Receiving.Judge(index, bounds) ?? SpqrReception.EpochOutOfRange;

    /// <summary>The chains after that key was taken.</summary>
    internal SpqrChains AfterReceive(int epoch, int index, SpqrBounds bounds)
    {
        KeyEpoch link = Find(epoch)!;
        return this with { Kept = Kept.Replace(link, link with { Receiving = link.Receiving.After(index, bounds) }) };
    }

    private KeyEpoch? Find(int epoch) => Kept.Find(link => link.Epoch == epoch);
}
