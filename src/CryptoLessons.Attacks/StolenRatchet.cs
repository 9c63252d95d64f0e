using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>What a thief knows of the keys between two people, and all that follows from it.</summary>
/// <remarks>
/// Root key e and chain key e come from root key e-1 and an agreement between ratchet keys e-1 and e; one of the two private keys
/// is enough. The first come from the handshake and the responder's signed prekey. Chains run forwards only.
/// </remarks>
/// <param name="pair">What the two said on the wire.</param>
internal sealed class StolenRatchet(WirePair pair)
{
    // Safe because following a ratchet draws no randomness.
    private static readonly SignalFunctions Functions = new(RandomSource.System);

    private readonly Dictionary<DhPublicKey, DhKeyPair> ratchetKeys = [];
    private readonly Dictionary<DhPublicKey, (RootKey Key, Derivation How)> rootKeys = [];
    private readonly Dictionary<WireChain, (ChainKey Key, uint Index, Derivation How)> chainKeys = [];
    private readonly Dictionary<(WireChain Chain, uint Index), (MessageSeed Seed, Derivation How)> seeds = [];

    /// <summary>Takes what a stolen session record of one of the two with the other holds.</summary>
    public void Learn(string owner, string peer, SessionRecord record)
    {
        var stolen = new Derivation($"session of {owner} with {peer}");
        foreach (RatchetState ratchet in record.All.Select(session => session.Ratchet))
        {
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
            if (StolenPreKeys.Accept(device, opening) is { } secret)
                Derive(secret.RootKey, new($"phone of {loot.Owner}", "identity key and prekeys", "handshake made again"), device.SignedPreKey.KeyPair, chain);
    }

    /// <summary>Takes the secret of a handshake, and the signed prekey of which it may hold: the responder's first chain, and a root key.</summary>
    public void Learn(SessionSecret secret, DhPublicKey signedPreKey)
    {
        var stolen = new Derivation("session secret");
        rootKeys[signedPreKey] = (secret.RootKey, stolen.Then("root key"));
        if (pair.Under(signedPreKey) is { } chain)
            Learn(chain, secret.ChainKey, 0, stolen.Then("chain key"));
    }

    /// <summary>Follows the chains as far as the keys reach, and adds what opens to <paramref name="guesses"/>.</summary>
    public void Read(Dictionary<int, Guess> guesses)
    {
        // In order of sending: the answer to a ratchet key is never sent before the first message under it.
        foreach (WireChain chain in pair.Chains)
            if (rootKeys.TryGetValue(chain.RatchetKey, out var root))
                Follow(chain, root);
        foreach (WireChain chain in pair.Chains)
            Read(chain, guesses);
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
        if (!chain.Fits(Functions, ck))
            return false;
        Derivation derived = how.Then("ratchet private key");
        rootKeys[chain.RatchetKey] = (rk, derived);
        Learn(chain, ck, 0, derived.Then(string.Create(CultureInfo.InvariantCulture, $"chain {chain.Number}")));
        return true;
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
            if (seeds.TryGetValue((chain, n), out var found) && message.Open(Functions, found.Seed) is { } plaintext)
                guesses.TryAdd(entry.Message, new(entry.Message, plaintext, found.How.Then("message key").Then("plaintext")));
    }
}
