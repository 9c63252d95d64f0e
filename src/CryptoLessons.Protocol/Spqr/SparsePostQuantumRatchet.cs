using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The Sparse Post-Quantum Ratchet: a second key for each message, which a quantum computer does not help to find.</summary>
/// <remarks>
/// Three layers: the <see cref="BraidState">Braid</see> agrees on an ML-KEM secret each epoch, the <see cref="SpqrChains">chains</see> make
/// message keys of it, and the outermost knows whether the peer has such a ratchet at all. Receiving computes a step and changes
/// nothing until the message that it came in proved authentic; only sending draws randomness. Source: Double Ratchet rev 4, ML-KEM Braid.
/// </remarks>
public sealed class SparsePostQuantumRatchet
{
    private readonly RandomSource random;
    private readonly SpqrLimits limits;
    private BraidState? braid;
    private SpqrNegotiation? negotiation;
    private SpqrChains? chains;
    private long moment;

    private SparsePostQuantumRatchet(SpqrState state, RandomSource random, SpqrLimits? limits)
    {
        ArgumentNullException.ThrowIfNull(random);
        (this.random, this.limits) = (random, limits ?? SpqrLimits.Signal);
        (braid, negotiation, chains) = (state.Braid, state.Negotiation, state.Chains);
    }

    private SpqrNegotiation Negotiation => negotiation
        ?? throw new InvalidOperationException("There are neither chains nor a key to begin them with.");

    /// <summary>The ratchet of a new session.</summary>
    /// <param name="authKey">What the handshake agreed on; copied, the caller wipes its own.</param>
    /// <param name="direction">A2B for the initiator.</param>
    /// <param name="random">Where key pairs and encapsulated secrets come from.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    /// <param name="minimum">V0 tolerates a peer without such a ratchet, until the first message of version 1 came from it.</param>
    public static SparsePostQuantumRatchet Start(
        SpqrAuthKey authKey, SpqrDirection direction, RandomSource random, SpqrLimits? limits = null, SpqrVersion minimum = SpqrVersion.V1)
    {
        ArgumentNullException.ThrowIfNull(authKey);
        return new(new(BraidState.Start(authKey, direction), new(authKey.Copy(), direction, minimum), chains: null), random, limits);
    }

    /// <summary>Goes on from a saved state.</summary>
    /// <param name="state">Copied; the caller keeps its own.</param>
    /// <param name="random">Where key pairs and encapsulated secrets come from.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    public static SparsePostQuantumRatchet Resume(SpqrState state, RandomSource random, SpqrLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(state.Copy(), random, limits);
    }

    /// <summary>The next message and its key.</summary>
    /// <returns>The bytes to send along, empty without such a ratchet; and the caller's own key, or null when the message has none.</returns>
    public (byte[] Message, SpqrMessageKey? Key) Send()
    {
        if (braid is null)
            return ([], null);
        BraidStep step = braid.Send(random);
        if (chains is null && Negotiation.MinimumVersion > SpqrVersion.V0)
            chains = Begin();
        SpqrMessage message = step.Message!;
        SpqrMessageKey? key = null;
        if (chains is not null)
        {
            (uint index, key) = chains.SendKey(message.KeyEpoch);
            message = message.At(index);
        }
        AddEpoch(step.EpochSecret);
        MoveTo(step.Next);
        moment++;
        return (message.Serialize(), key);
    }

    /// <summary>Computes the step that a message asks for, and applies nothing of it.</summary>
    /// <param name="message">What <see cref="Send"/> made at the other end, or anything else.</param>
    /// <param name="pending">The step with the message's key; null when the message is refused.</param>
    /// <returns><see cref="SpqrFailure.None"/>, or why the message is refused; nothing has changed in either case.</returns>
    public SpqrFailure Receive(ReadOnlySpan<byte> message, out PendingSpqr? pending)
    {
        pending = null;
        byte version = message.IsEmpty ? (byte)SpqrVersion.V0 : message[0];
        // Of a version still to come nothing can be said: whether the message is authentic the Double Ratchet decides.
        if (braid is null || version > (byte)SpqrVersion.V1)
        {
            pending = new(this, moment);
            return SpqrFailure.None;
        }
        return version == (byte)SpqrVersion.V0 ? Downgrade(out pending)
            : SpqrMessage.TryParse(message, out SpqrMessage? parsed) ? Receive(braid, parsed, out pending)
            : SpqrFailure.Malformed;
    }

    /// <summary>Applies a step whose message proved authentic.</summary>
    /// <exception cref="ArgumentException">The step is not of this ratchet as it is now.</exception>
    public void Commit(PendingSpqr pending)
    {
        ArgumentNullException.ThrowIfNull(pending);
        if (pending.Ratchet != this || pending.Moment != moment)
            throw new ArgumentException("The step was computed for another state than the ratchet is in.", nameof(pending));
        switch (pending.Version)
        {
            case SpqrVersion.V0:
                Wipe();
                break;
            case SpqrVersion.V1:
                chains ??= pending.Begun;
                AddEpoch(pending.EpochSecret);
                if (pending.FromChain is { } found)
                    found.Chain.Apply(found, limits);
                EndNegotiation();
                MoveTo(pending.Next!);
                break;
        }
        moment++;
        pending.Committed();
    }

    /// <summary>A copy of all that the ratchet holds.</summary>
    public SpqrState Snapshot() => new(braid?.Copy(), negotiation?.Copy(), chains?.Copy());

    /// <summary>Overwrites every key: the session was dropped, or goes on without this ratchet.</summary>
    internal void Wipe()
    {
        braid?.Dispose();
        chains?.Dispose();
        EndNegotiation();
        (braid, chains) = (null, null);
    }

    /// <summary>A peer without such a ratchet: this one is given up, if that is still allowed.</summary>
    private SpqrFailure Downgrade(out PendingSpqr? pending)
    {
        pending = null;
        if (negotiation is null)
            return SpqrFailure.VersionMismatch;
        if (negotiation.MinimumVersion > SpqrVersion.V0)
            return SpqrFailure.MinimumVersion;
        pending = new(this, moment) { Version = SpqrVersion.V0 };
        return SpqrFailure.None;
    }

    private SpqrFailure Receive(BraidState before, SpqrMessage message, out PendingSpqr? pending)
    {
        pending = null;
        BraidStep step = before.Receive(message);
        if (step.Failure != SpqrFailure.None)
            return step.Failure;
        SpqrChains? begun = chains is null ? Begin() : null;
        PendingKey? found = null;
        // Who tolerates version 0 sends without keys until the first message of version 1 came back.
        bool withoutKey = message is { KeyEpoch: 0, Index: 0 };
        SpqrFailure failure = withoutKey ? SpqrFailure.None : (chains ?? begun)!.ReceiveKey(message.KeyEpoch, message.Index, limits, out found);
        pending = new(this, moment)
        {
            Version = SpqrVersion.V1,
            Before = before,
            Next = step.Next,
            EpochSecret = step.EpochSecret,
            Begun = begun,
            FromChain = found,
        };
        if (failure == SpqrFailure.None)
            return failure;
        pending.Dispose();
        pending = null;
        return failure;
    }

    private SpqrChains Begin() => SpqrChains.Start(Negotiation.AuthKey, Negotiation.Direction);

    /// <summary>Starts the chains of the Braid's epoch, when its secret became known.</summary>
    private void AddEpoch(EpochSecret? secret)
    {
        if (secret is null)
            return;
        chains!.AddEpoch(braid!.Epoch, secret);
        secret.Dispose();
    }

    private void EndNegotiation()
    {
        negotiation?.Dispose();
        negotiation = null;
    }

    private void MoveTo(BraidState next)
    {
        braid!.WipeBut(next);
        braid = next;
    }
}
