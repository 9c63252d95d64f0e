using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The Double Ratchet under a suite of functions: every message has a key of its own, and every turn of the conversation new ones.</summary>
/// <remarks>
/// Two layers. Below, <see cref="SendKey"/> and <see cref="ReceiveKey"/> move keys; above, <see cref="Encrypt"/> and
/// <see cref="Decrypt"/> seal with them. Receiving computes a step and changes nothing until the message proved authentic.
/// Source: Double Ratchet rev 1, 3. Two deviations, both Signal's own: old receiving chains are kept instead of being
/// skipped up to PN, and what a skipped slot stores is the seed of its key.
/// </remarks>
/// <typeparam name="TFunctions">The suite: a ratchet under one suite cannot be passed where a ratchet under another is expected.</typeparam>
public sealed class DoubleRatchet<TFunctions> : IRatchet
    where TFunctions : RatchetFunctions
{
    private readonly TFunctions f;
    private readonly RatchetLimits limits;
    private readonly List<ReceivingChain> chains;
    private DhKeyPair DHs;
    private RootKey RK;
    private ChainKey CKs;
    private uint Ns;
    private uint PN;

    internal DoubleRatchet(TFunctions functions, RatchetState state, RatchetLimits limits)
    {
        ArgumentNullException.ThrowIfNull(functions);
        (f, this.limits) = (functions, limits);
        (DHs, RK, CKs, Ns, PN) = (state.RatchetKeyPair, state.RootKey, state.SendingChainKey, state.Sent, state.PreviousSent);
        chains = [.. state.ReceivingChains];
    }

    /// <summary>RatchetEncrypt: the next message.</summary>
    /// <param name="plaintext">Any bytes.</param>
    /// <param name="ad">The session's associated data: both serialized identity keys, sender first.</param>
    /// <param name="further">Whole fields, ascending, with numbers above that of <see cref="SignalMessage.Ciphertext"/>.</param>
    /// <returns>Header, ciphertext and MAC.</returns>
    public byte[] Encrypt(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> ad, ReadOnlySpan<byte> further = default)
    {
        var (header, seed) = SendKey();
        using (seed)
        {
            using MessageKey mk = f.KdfHybrid(seed);
            return f.Encrypt(mk, plaintext, f.Concat(ad, header).Append(further));
        }
    }

    /// <summary>RatchetDecrypt: opens a message that arrived, in whatever order.</summary>
    /// <param name="message">What <see cref="Encrypt"/> made at the other end, or anything else.</param>
    /// <param name="ad">The session's associated data: both serialized identity keys, sender first.</param>
    /// <param name="plaintext">The plaintext; empty when the message is refused.</param>
    /// <returns><see cref="DecryptFailure.None"/>, or why the message is refused; nothing has changed then.</returns>
    public DecryptFailure Decrypt(ReadOnlyMemory<byte> message, ReadOnlySpan<byte> ad, out byte[] plaintext)
    {
        plaintext = [];
        if (f.Parse(message, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext) is var malformed and not DecryptFailure.None)
            return malformed;
        if (ReceiveKey(header, out PendingReceive? pending) is var refused and not DecryptFailure.None)
            return refused;
        using (pending)
        {
            using MessageKey mk = f.KdfHybrid(pending!.Seed);
            if (f.Decrypt(mk, ciphertext.Span, f.Concat(ad, header)) is not { } opened)
                return DecryptFailure.NotAuthentic;
            Commit(pending);
            plaintext = opened;
            return DecryptFailure.None;
        }
    }

    /// <summary>A copy of all that the ratchet holds.</summary>
    public RatchetState Snapshot() => new(DHs.Copy(), RK.Copy(), CKs.Copy(), Ns, PN, [.. chains.Select(chain => chain.Copy())]);

    /// <summary>Overwrites every key: the session was dropped.</summary>
    public void Wipe()
    {
        DHs.Dispose();
        RK.Dispose();
        CKs.Dispose();
        foreach (ReceivingChain chain in chains)
            chain.Dispose();
    }

    /// <summary>RatchetSendKey: the header and the seed of the next message; the sending chain moves one step.</summary>
    internal (RatchetHeader Header, MessageSeed Seed) SendKey()
    {
        RatchetHeader header = f.Header(DHs.Public, PN, Ns);
        uint next = checked(Ns + 1);
        var (ck, seed) = f.KdfCk(CKs);
        CKs.Dispose();
        (CKs, Ns) = (ck, next);
        return (header, seed);
    }

    /// <summary>RatchetReceiveKey: computes the step that a header asks for, and applies nothing of it.</summary>
    internal DecryptFailure ReceiveKey(RatchetHeader header, out PendingReceive? pending)
    {
        pending = null;
        if (Known(header.Dh) is { } known)
            return Locate(known, rootKey: null, header.N, out pending);
        using SharedSecret? dhOut = f.Dh(DHs, header.Dh);
        if (dhOut is null)
            return DecryptFailure.LowOrderKey;
        var (rk, ckr) = f.KdfRk(RK, dhOut);
        DecryptFailure failure = Locate(new ReceivingChain(header.Dh, ckr), rk, header.N, out pending);
        if (failure != DecryptFailure.None)
        {
            rk.Dispose();
            ckr.Dispose();
        }
        return failure;
    }

    private ReceivingChain? Known(DhPublicKey ratchetKey)
    {
        foreach (ReceivingChain chain in chains)
            if (chain.RatchetKey.Equals(ratchetKey))
                return chain;
        return null;
    }

    /// <summary>Applies a step whose message proved authentic. Randomness is drawn here and nowhere else on receipt.</summary>
    internal void Commit(PendingReceive pending)
    {
        if (pending.RootKey is { } receivingRootKey)
            StartSendingChain(receivingRootKey, pending.Chain);
        if (pending.NextChainKey is { } ckr)
            pending.Chain.Advance(ckr, pending.N + 1, pending.Skipped, limits.SkippedSeeds);
        else
            pending.Chain.Drop(pending.N);
        pending.Committed();
    }

    /// <summary>The seed of message <paramref name="n"/>, from the store or from the chain.</summary>
    private DecryptFailure Locate(ReceivingChain chain, RootKey? rootKey, uint n, out PendingReceive? pending)
    {
        pending = null;
        if (n < chain.Next)
        {
            if (!chain.SkippedSeeds.TryGetValue(n, out MessageSeed? stored))
                return DecryptFailure.Duplicate;
            pending = new() { Chain = chain, RootKey = rootKey, N = n, Seed = stored };
            return DecryptFailure.None;
        }
        // The last index of all would leave no next one.
        if (n - chain.Next > limits.ForwardJump || n == uint.MaxValue)
            return DecryptFailure.TooFarAhead;
        pending = Skip(chain, rootKey, n);
        return DecryptFailure.None;
    }

    /// <summary>Walks from the chain's key, which stays, up to message <paramref name="n"/>.</summary>
    private PendingReceive Skip(ReceivingChain chain, RootKey? rootKey, uint n)
    {
        Queue<(uint N, MessageSeed Seed)>? skipped = null;
        var (ck, seed) = f.KdfCk(chain.ChainKey);
        for (uint i = chain.Next; i < n; i++)
        {
            skipped ??= new();
            skipped.Enqueue((i, seed));
            if (skipped.Count > limits.SkippedSeeds)
                skipped.Dequeue().Seed.Dispose();
            using ChainKey passed = ck;
            (ck, seed) = f.KdfCk(passed);
        }
        return new() { Chain = chain, RootKey = rootKey, N = n, Seed = seed, NextChainKey = ck, Skipped = skipped };
    }

    /// <summary>The sending half of a Diffie-Hellman step, and the new receiving chain's place among those kept.</summary>
    private void StartSendingChain(RootKey receivingRootKey, ReceivingChain chain)
    {
        DhKeyPair dhs = f.GenerateDh();
        using SharedSecret dhOut = f.Dh(dhs, chain.RatchetKey) ?? throw new InvalidOperationException(
            "Diffie-Hellman gave a result for the old ratchet key and none for the new one.");
        var (rk, cks) = f.KdfRk(receivingRootKey, dhOut);
        receivingRootKey.Dispose();
        DHs.Dispose();
        RK.Dispose();
        CKs.Dispose();
        (DHs, RK, CKs, PN, Ns) = (dhs, rk, cks, Ns, 0);
        chains.Add(chain);
        if (chains.Count > limits.ReceivingChains)
        {
            chains[0].Dispose();
            chains.RemoveAt(0);
        }
    }
}
