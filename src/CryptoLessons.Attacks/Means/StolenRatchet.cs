using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Attacks.Means;

/// <summary>What a thief knows of the keys between two people, and all that follows from it.</summary>
/// <remarks>
/// Root key e and chain key e come from root key e-1 and an agreement between ratchet keys e-1 and e; one of the two private keys
/// is enough. The first come from the handshake and the responder's signed prekey. Chains run forwards only.
/// Where a post-quantum ratchet runs beside, a message opens with the keys of both.
/// </remarks>
/// <param name="pair">What the two said on the wire.</param>
/// <param name="profile">What of Signal's protocol they speak.</param>
internal sealed class StolenRatchet(WirePair pair, Profile profile)
{
    // Safe because following a ratchet draws no randomness.
    private static readonly SignalFunctions Functions = new(RandomSource.System);

    private readonly Dictionary<DhPublicKey, DhKeyPair> ratchetKeys = [];
    private readonly Dictionary<DhPublicKey, (RootKey Key, Derivation How)> rootKeys = [];
    private readonly Dictionary<WireChain, (ChainKey Key, uint Index, Derivation How)> chainKeys = [];
    private readonly Dictionary<(WireChain Chain, uint Index), (MessageSeed Seed, Derivation How)> seeds = [];
    private readonly Dictionary<DhPublicKey, StolenSpqr> postQuantum = [];

    /// <summary>Takes what a stolen session record of one of the two with the other holds.</summary>
    public void Learn(string owner, string peer, SessionRecord record)
    {
        var stolen = new Derivation($"session of {owner} with {peer}");
        foreach (SessionState session in record.All)
        {
            RatchetState ratchet = session.Ratchet;
            if (ratchet.PostQuantum is { } pq && (pq.Chains?.Direction ?? pq.Negotiation?.Direction) is { } direction)
                PostQuantum(session.BaseKey, direction == SpqrDirection.A2B ? owner : peer).Learn(owner, pq);
            foreach (ReceivingChain chain in ratchet.ReceivingChains)
                Learn(chain, stolen);
            DhPublicKey own = ratchet.RatchetKeyPair.Public;
            ratchetKeys[own] = ratchet.RatchetKeyPair;
            rootKeys[own] = (ratchet.RootKey, stolen.Then("root key"));
            if (pair.Under(own) is { } sending)
                Learn(sending, ratchet.SendingChainKey, ratchet.Sent, stolen.Then("sending chain key"));
        }
    }

    /// <summary>Takes what a stolen phone holds beyond its sessions: the prekeys with which a responder's handshake can be made again.</summary>
    public void Learn(DeviceLoot loot)
    {
        if (loot.Device is not { } device)
            return;
        foreach (var (_, opening, chain) in pair.Openings.Where(opening => opening.Responder == loot.Owner))
            if (StolenPreKeys.Accept(device, opening, profile) is { } secret)
            {
                LearnPostQuantum(secret, opening, chain.Sender);
                Derive(secret.RootKey, new($"phone of {loot.Owner}", "identity key and prekeys", "handshake made again"), device.SignedPreKey.KeyPair, chain);
            }
    }

    /// <summary>Takes the secret of a handshake, and the signed prekey of which it may hold: the responder's first chain, and a root key.</summary>
    public void Learn(SessionSecret secret, PreKeySignalMessage opening, string initiator, DhPublicKey signedPreKey)
    {
        LearnPostQuantum(secret, opening, initiator);
        var stolen = new Derivation("session secret");
        rootKeys[signedPreKey] = (secret.RootKey, stolen.Then("root key"));
        if (pair.Under(signedPreKey) is { } chain)
            Learn(chain, secret.ChainKey, 0, stolen.Then("chain key"));
    }

    /// <summary>Follows the chains as far as the keys reach, and adds what opens to <paramref name="guesses"/>.</summary>
    public void Read(Dictionary<int, Guess> guesses)
    {
        foreach (StolenSpqr spqr in postQuantum.Values)
            spqr.Follow(pair.PostQuantumMessages);
        // In order of sending: the answer to a ratchet key is never sent before the first message under it.
        foreach (WireChain chain in pair.Chains)
            if (rootKeys.TryGetValue(chain.RatchetKey, out var root))
                Follow(chain, root);
        foreach (WireChain chain in pair.Chains)
            Read(chain, guesses);
    }

    private void LearnPostQuantum(SessionSecret secret, PreKeySignalMessage opening, string initiator)
    {
        if (secret.PostQuantum is { } authKey)
            PostQuantum(opening.PreKeys.BaseKey, initiator).Learn(authKey);
    }

    private StolenSpqr PostQuantum(DhPublicKey baseKey, string initiator)
    {
        if (!postQuantum.TryGetValue(baseKey, out StolenSpqr? known))
            postQuantum.Add(baseKey, known = new(initiator));
        return known;
    }

    private void Learn(ReceivingChain received, Derivation stolen)
    {
        if (pair.Under(received.RatchetKey) is not { } chain)
            return;
        Learn(chain, received.ChainKey, received.Next, stolen.Then("receiving chain key"));
        foreach (var (n, seed) in received.SkippedSeeds)
            seeds[(chain, n)] = (seed, stolen.Then("skipped seed"));
    }

    private void Learn(WireChain chain, ChainKey key, uint index, Derivation how)
    {
        if (!chainKeys.TryGetValue(chain, out var known) || index < known.Index)
            chainKeys[chain] = (key, index, how);
    }

    /// <summary>Looks for the chains that answer this one, as far as one of the two private keys is known.</summary>
    private void Follow(WireChain chain, (RootKey Key, Derivation How) root)
    {
        ratchetKeys.TryGetValue(chain.RatchetKey, out DhKeyPair? own);
        foreach (WireChain answer in pair.Chains.Skip(chain.Number + 1).Where(later => later.Sender != chain.Sender))
            if (own is not null)
            {
                // One chain answers, and with the sender's own key there is no other to find.
                if (Derive(root.Key, root.How, own, answer))
                    return;
            }
            else if (ratchetKeys.TryGetValue(answer.RatchetKey, out DhKeyPair? theirs))
            {
                Derive(root.Key, root.How, theirs, answer, chain.RatchetKey);
            }
    }

    /// <summary>(RK e, CK e) = KDF_RK(RK e-1, DH(d e, d e-1)), kept when the messages of the chain prove it.</summary>
    private bool Derive(RootKey previous, Derivation how, DhKeyPair own, WireChain chain, DhPublicKey? their = null)
    {
        using SharedSecret? dhOut = Functions.Dh(own, their ?? chain.RatchetKey);
        if (dhOut is null)
            return false;
        var (rk, ck) = Functions.KdfRk(previous, dhOut);
        if (!Fits(chain, ck))
            return false;
        Derivation derived = how.Then("ratchet private key");
        rootKeys[chain.RatchetKey] = (rk, derived);
        Learn(chain, ck, 0, derived.Then(string.Create(CultureInfo.InvariantCulture, $"chain {chain.Number}")));
        return true;
    }

    /// <summary>Whether a chain key at index 0 is this chain's: the MAC of the first message tells for which all other keys are known.</summary>
    private bool Fits(WireChain chain, ChainKey chainKey)
    {
        ChainKey ck = chainKey;
        for (ulong n = 0; n <= chain.Last; n++)
        {
            (ck, MessageSeed seed) = Functions.KdfCk(ck);
            if (!chain.Messages.TryGetValue((uint)n, out var sent))
                continue;
            if (Open(chain, sent.Message, seed, out bool closed) is not null)
                return true;
            if (!closed)
                return false;
        }
        return false;
    }

    /// <summary>Opens a message with the seed of its slot and, where a post-quantum ratchet runs beside, that one's key.</summary>
    /// <param name="chain">The message's chain.</param>
    /// <param name="message">The message.</param>
    /// <param name="seed">What may be the slot's seed.</param>
    /// <param name="closed">Whether a post-quantum key is missing, so that a failure says nothing of the seed.</param>
    private byte[]? Open(WireChain chain, InterceptedMessage message, MessageSeed seed, out bool closed)
    {
        closed = false;
        // Index 0 in the first epoch: the sender did not know yet whether there would be a post-quantum ratchet.
        if (!SpqrMessage.TryParse(message.PostQuantumMessage, out SpqrMessage? sent) || sent is { KeyEpoch: 0, Index: 0 })
            return message.Open(Functions, seed);
        closed = postQuantum.Count == 0;
        foreach (StolenSpqr spqr in postQuantum.Values)
            if (spqr.KeyOf(chain.Sender, sent) is not { } key)
                closed = true;
            else if (message.Open(Functions, seed, key) is { } plaintext)
                return plaintext;
        return null;
    }

    private void Read(WireChain chain, Dictionary<int, Guess> guesses)
    {
        if (chainKeys.TryGetValue(chain, out var known))
        {
            ChainKey ck = known.Key;
            for (ulong n = known.Index; n <= chain.Last; n++)
            {
                (ck, MessageSeed seed) = Functions.KdfCk(ck);
                seeds[(chain, (uint)n)] = (seed, known.How);
            }
        }
        foreach (var (n, (entry, message)) in chain.Messages)
            if (seeds.TryGetValue((chain, n), out var found) && Open(chain, message, found.Seed, out _) is { } plaintext)
                guesses.TryAdd(entry.Message, new(entry.Message, plaintext, found.How.Then("message key").Then("plaintext")));
    }
}
