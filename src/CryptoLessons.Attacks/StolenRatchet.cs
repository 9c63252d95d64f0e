using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>What a thief knows of the keys of one session, and all that follows from it.</summary>
/// <remarks>
/// Root key e and chain key e come from root key e-1 and an agreement between ratchet keys e-1 and e; one of the two private keys
/// is enough. Number -1 is the handshake, with the responder's signed prekey as its ratchet key. Chains run forwards only.
/// </remarks>
/// <param name="session">The session on the wire.</param>
internal sealed class StolenRatchet(WireSession session)
{
    private const int Handshake = -1;

    // Safe because following a ratchet draws no randomness.
    private static readonly SignalFunctions Functions = new(RandomSource.System);

    private readonly Dictionary<int, DhKeyPair> ratchetKeys = [];
    private readonly Dictionary<int, (RootKey Key, Derivation How)> rootKeys = [];
    private readonly Dictionary<int, (ChainKey Key, uint Index, Derivation How)> chainKeys = [];
    private readonly Dictionary<(int Chain, uint Index), (MessageSeed Seed, Derivation How)> seeds = [];

    /// <summary>Takes what a stolen session state holds, when it is one of this session.</summary>
    public void Learn(SessionLoot loot)
    {
        string? peer = loot.Owner == session.Initiator ? session.Responder : loot.Owner == session.Responder ? session.Initiator : null;
        if (peer is null || !loot.Sessions.TryGetValue(peer, out SessionState? state))
            return;
        var stolen = new Derivation($"session of {loot.Owner} with {peer}");
        RatchetState ratchet = state.Ratchet;
        foreach (ReceivingChain chain in ratchet.ReceivingChains)
            if (session.NumberOf(chain.RatchetKey) is { } number)
                Learn(number, chain, stolen);
        // A party's own chain is the answer to the newest one it received; the initiator's first answers the signed prekey.
        int own = 1 + (session.NumberOf(ratchet.ReceivingChains[^1].RatchetKey) ?? Handshake);
        ratchetKeys[own] = ratchet.RatchetKeyPair;
        rootKeys[own] = (ratchet.RootKey, stolen.Then("root key"));
        Learn(own, ratchet.SendingChainKey, ratchet.Sent, stolen.Then("sending chain key"));
    }

    /// <summary>Takes what a stolen phone holds beyond its sessions: the prekeys with which the responder's handshake can be made again.</summary>
    public void Learn(DeviceLoot loot)
    {
        DeviceState device = loot.Device;
        PendingPreKey used = session.Opening.PreKey;
        if (loot.Owner != session.Responder || device.SignedPreKey.Id != used.SignedPreKeyId)
            return;
        PreKey? oneTime = device.OneTimePreKeys.FirstOrDefault(preKey => preKey.Id == used.PreKeyId);
        if (used.PreKeyId is not null && oneTime is null)
            return;
        if (X3dh.Accept(device.Identity, device.SignedPreKey.KeyPair, oneTime?.KeyPair, session.Opening.IdentityKey, used.BaseKey) is not { } secret)
            return;
        ratchetKeys[Handshake] = device.SignedPreKey.KeyPair;
        rootKeys[Handshake] = (secret.RootKey, new($"phone of {loot.Owner}", "identity key and prekeys", "handshake made again"));
    }

    /// <summary>Follows the chains as far as the keys reach, and adds what opens to <paramref name="guesses"/>.</summary>
    public void Read(Dictionary<int, Guess> guesses)
    {
        for (int e = 0; session.Chains.TryGetValue(e, out WireChain? chain); e++)
        {
            Derive(e, chain);
            Read(e, chain, guesses);
        }
    }

    private void Learn(int number, ReceivingChain chain, Derivation stolen)
    {
        Learn(number, chain.ChainKey, chain.Next, stolen.Then("receiving chain key"));
        foreach (var (n, seed) in chain.SkippedSeeds)
            seeds[(number, n)] = (seed, stolen.Then("skipped seed"));
    }

    private void Learn(int number, ChainKey key, uint index, Derivation how)
    {
        if (!chainKeys.TryGetValue(number, out var known) || index < known.Index)
            chainKeys[number] = (key, index, how);
    }

    /// <summary>(RK e, CK e) = KDF_RK(RK e-1, DH(d e, d e-1)), when the thief has the root key and one of the private keys.</summary>
    private void Derive(int e, WireChain chain)
    {
        if (!rootKeys.TryGetValue(e - 1, out var previous))
            return;
        SharedSecret? dhOut = null;
        if (ratchetKeys.TryGetValue(e - 1, out DhKeyPair? before))
            dhOut = Functions.Dh(before, chain.RatchetKey);
        else if (ratchetKeys.TryGetValue(e, out DhKeyPair? own) && session.Chains.TryGetValue(e - 1, out WireChain? answered))
            dhOut = Functions.Dh(own, answered.RatchetKey);
        if (dhOut is null)
            return;
        var (rk, ck) = Functions.KdfRk(previous.Key, dhOut);
        dhOut.Dispose();
        Derivation how = previous.How.Then("ratchet private key");
        rootKeys[e] = (rk, how);
        Learn(e, ck, 0, how.Then(string.Create(CultureInfo.InvariantCulture, $"chain {e}")));
    }

    private void Read(int e, WireChain chain, Dictionary<int, Guess> guesses)
    {
        if (chainKeys.TryGetValue(e, out var known))
        {
            ChainKey ck = known.Key;
            for (ulong n = known.Index; n <= chain.Last; n++)
            {
                (ck, MessageSeed seed) = Functions.KdfCk(ck);
                seeds[(e, (uint)n)] = (seed, known.How);
            }
        }
        foreach (var (n, (entry, message)) in chain.Messages)
            if (seeds.TryGetValue((e, n), out var found) && Open(message, found.Seed) is { } plaintext)
                guesses.TryAdd(entry.Message, new(entry.Message, plaintext, found.How.Then("message key").Then("plaintext")));
    }

    private static byte[]? Open(InterceptedMessage message, MessageSeed seed)
    {
        using MessageKey mk = Functions.KdfHybrid(seed, []);
        return message.Decrypt(mk);
    }
}
