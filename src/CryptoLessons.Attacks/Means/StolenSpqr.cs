using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Attacks.Means;

/// <summary>What a thief knows of the post-quantum ratchet of one session, and all that follows from it.</summary>
/// <remarks>
/// The chains of epoch e come from the root behind epoch e-1 and the secret of epoch e. Whoever took the side that held the private key of
/// epoch e goes on with the stolen Braid over what the other side sends, and learns the secret when it does; key pairs and
/// secrets that are made after the theft stay closed. Chains run forwards only.
/// </remarks>
internal sealed class StolenSpqr
{
    private readonly Dictionary<(ulong Epoch, SpqrDirection Direction), (SpqrChainKey Key, uint Counter)> chains = [];
    private readonly Dictionary<(ulong Epoch, SpqrDirection Direction, uint Index), SpqrMessageKey> keys = [];
    private readonly Dictionary<ulong, SpqrRootKey> roots = [];
    private readonly Dictionary<ulong, EpochSecret> secrets = [];
    private readonly List<(string Owner, BraidState Braid)> braids = [];
    private readonly string initiator;

    /// <param name="initiator">Who opened the session.</param>
    public StolenSpqr(string initiator) => this.initiator = initiator;

    /// <summary>Takes the key that the handshake agreed on: the chains of epoch 0 from their beginning.</summary>
    public void Learn(SpqrAuthKey authKey)
    {
        var (root, a2b, b2a) = SpqrKeySchedule.StartChains(authKey);
        Learn(0, root, a2b, b2a);
    }

    /// <summary>Takes a stolen state.</summary>
    public void Learn(string owner, SpqrState state)
    {
        if (state.Negotiation is { } negotiation)
            Learn(negotiation.AuthKey);
        if (state.Braid is { } braid)
            braids.Add((owner, braid));
        if (state.Chains is not { } held)
            return;
        roots[held.CurrentEpoch] = held.NextRoot;
        SpqrDirection own = DirectionOf(owner), theirs = StalledSpqr.Other(own);
        foreach (var (number, epoch) in held.Epochs)
        {
            Learn(number, own, epoch.Sending);
            Learn(number, theirs, epoch.Receiving);
        }
    }

    /// <summary>Goes on with every stolen Braid over what its owner's peer ever sent, and makes the chains that follow.</summary>
    /// <param name="sent">What went over the wire between the two, in the order of sending.</param>
    public void Follow(IReadOnlyList<(string Sender, SpqrMessage Message)> sent)
    {
        foreach (var (owner, stolen) in braids)
        {
            BraidState braid = stolen;
            foreach (var (_, message) in sent.Where(entry => entry.Sender != owner))
            {
                BraidStep step = braid.Receive(message);
                if (step.EpochSecret is { } secret)
                    secrets.TryAdd(braid.Epoch, secret);
                braid = step.Next;
            }
        }
        foreach (var (epoch, secret) in secrets.OrderBy(known => known.Key))
            if (roots.TryGetValue(epoch - 1, out SpqrRootKey? root))
            {
                var (next, a2b, b2a) = SpqrKeySchedule.AddEpoch(root, secret);
                Learn(epoch, next, a2b, b2a);
            }
    }

    /// <summary>The key of a message; null when it is closed, or has none.</summary>
    public SpqrMessageKey? KeyOf(string sender, SpqrMessage message)
    {
        var (epoch, direction) = (message.KeyEpoch, DirectionOf(sender));
        // No receiver would go further either.
        if (!keys.ContainsKey((epoch, direction, message.Index)) && chains.TryGetValue((epoch, direction), out var chain)
            && (long)message.Index - chain.Counter <= SpqrLimits.Signal.MaxJump)
        {
            while (chain.Counter < message.Index)
            {
                uint index = chain.Counter + 1;
                var (next, key) = SpqrKeySchedule.NextKey(chain.Key, index);
                keys.TryAdd((epoch, direction, index), key);
                chain = (next, index);
            }
            chains[(epoch, direction)] = chain;
        }
        return keys.GetValueOrDefault((epoch, direction, message.Index));
    }

    private SpqrDirection DirectionOf(string sender) => sender == initiator ? SpqrDirection.A2B : SpqrDirection.B2A;

    private void Learn(ulong epoch, SpqrRootKey root, SpqrChainKey a2b, SpqrChainKey b2a)
    {
        roots[epoch] = root;
        Learn(epoch, SpqrDirection.A2B, new(a2b));
        Learn(epoch, SpqrDirection.B2A, new(b2a));
    }

    private void Learn(ulong epoch, SpqrDirection direction, SpqrChain chain)
    {
        foreach (var (index, key) in chain.SkippedKeys)
            keys.TryAdd((epoch, direction, index), key);
        if (chain.Key is { } chainKey && (!chains.TryGetValue((epoch, direction), out var known) || chain.Counter < known.Counter))
            chains[(epoch, direction)] = (chainKey, chain.Counter);
    }
}
