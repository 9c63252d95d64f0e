using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>A device's own prekeys: those that others open sessions with, as long as they are not spent.</summary>
internal sealed class OwnPreKeys
{
    private readonly RandomSource random;
    private readonly DhKeyPair identity;
    private readonly SignedPreKey signedPreKey;
    private readonly SortedDictionary<uint, PreKey> oneTimePreKeys = [];
    private readonly SortedDictionary<uint, KyberPreKey> oneTimeKyberPreKeys = [];
    private readonly List<DhPublicKey> lastResortBaseKeys;
    private KyberPreKey? lastResortKyberPreKey;
    private uint nextPreKeyId;
    private uint nextKyberPreKeyId;

    /// <summary>Takes copies of a state's prekeys.</summary>
    /// <param name="identity">The identity key pair, shared with the device.</param>
    /// <param name="state">The device's state.</param>
    /// <param name="random">Where new prekeys and their signatures come from.</param>
    public OwnPreKeys(DhKeyPair identity, DeviceState state, RandomSource random)
    {
        (this.identity, this.random) = (identity, random);
        signedPreKey = state.SignedPreKey.Copy();
        (nextPreKeyId, nextKyberPreKeyId) = (state.NextPreKeyId, state.NextKyberPreKeyId);
        foreach (PreKey preKey in state.OneTimePreKeys)
            oneTimePreKeys.Add(preKey.Id, preKey.Copy());
        foreach (KyberPreKey preKey in state.OneTimeKyberPreKeys)
            oneTimeKyberPreKeys.Add(preKey.Id, preKey.Copy());
        lastResortKyberPreKey = state.LastResortKyberPreKey?.Copy();
        lastResortBaseKeys = [.. state.LastResortBaseKeys];
    }

    /// <summary>A bundle of keys that are not spent.</summary>
    /// <param name="registrationId">The device's registration number.</param>
    /// <param name="oneTime">Whether to make fresh one-time prekeys for it.</param>
    /// <param name="kyber">Whether there is a post-quantum prekey in it: the one of last resort, where no one-time one is made.</param>
    public PreKeyBundle Publish(uint registrationId, bool oneTime, bool kyber)
    {
        PreKey? fresh = null;
        if (oneTime)
        {
            fresh = new(nextPreKeyId++, DhKeyPair.Generate(random));
            oneTimePreKeys.Add(fresh.Id, fresh);
        }
        return new(
            registrationId,
            fresh?.Id,
            fresh?.KeyPair.Public,
            signedPreKey.Id,
            signedPreKey.KeyPair.Public,
            signedPreKey.Signature,
            identity.Public,
            kyber ? PublishKyber(oneTime) : null);
    }

    /// <summary>The key pairs that somebody opened a session with.</summary>
    /// <returns><see cref="DecryptFailure.NoPreKey"/> when one of them is not held, or no longer; <see cref="DecryptFailure.Duplicate"/> when the
    /// post-quantum prekey of last resort opened a session with that base key before.</returns>
    public DecryptFailure Find(UsedPreKeys used, out ResponderKeyPairs? keys)
    {
        keys = null;
        PreKey? oneTime = null;
        KyberPreKey? kyber = null;
        if (used.SignedPreKeyId != signedPreKey.Id
            || (used.PreKeyId is { } id && !oneTimePreKeys.TryGetValue(id, out oneTime))
            || (used.Kyber is { } usedKyber && (kyber = FindKyber(usedKyber.Id)) is null))
            return DecryptFailure.NoPreKey;
        if (kyber is not null && kyber == lastResortKyberPreKey && lastResortBaseKeys.Contains(used.BaseKey))
            return DecryptFailure.Duplicate;
        keys = new(identity, signedPreKey.KeyPair, oneTime?.KeyPair, kyber?.KeyPair);
        return DecryptFailure.None;
    }

    /// <summary>A session was opened: one-time prekeys are wiped, and that of last resort opens no other session with the same base key.</summary>
    public void Spend(UsedPreKeys used)
    {
        if (used.PreKeyId is { } id && oneTimePreKeys.Remove(id, out PreKey? spent))
            spent.Dispose();
        if (used.Kyber is not { } kyber)
            return;
        if (oneTimeKyberPreKeys.Remove(kyber.Id, out KyberPreKey? spentKyber))
            spentKyber.Dispose();
        else
            lastResortBaseKeys.Add(used.BaseKey);
    }

    /// <summary>A copy of all prekeys, in the state of a device.</summary>
    public DeviceState Snapshot(
        uint registrationId, IReadOnlyDictionary<string, DhPublicKey> trustedIdentities, IReadOnlyDictionary<string, SessionRecord> sessions)
    {
        PreKey[] unspent = [.. oneTimePreKeys.Values.Select(key => key.Copy())];
        return new(identity.Copy(), registrationId, nextPreKeyId, signedPreKey.Copy(), unspent, trustedIdentities, sessions)
        {
            NextKyberPreKeyId = nextKyberPreKeyId,
            LastResortKyberPreKey = lastResortKyberPreKey?.Copy(),
            OneTimeKyberPreKeys = [.. oneTimeKyberPreKeys.Values.Select(key => key.Copy())],
            LastResortBaseKeys = [.. lastResortBaseKeys],
        };
    }

    private PublishedKyberPreKey PublishKyber(bool oneTime)
    {
        if (!oneTime)
            return (lastResortKyberPreKey ??= KyberPreKey.Generate(nextKyberPreKeyId++, identity, random)).Published;
        var fresh = KyberPreKey.Generate(nextKyberPreKeyId++, identity, random);
        oneTimeKyberPreKeys.Add(fresh.Id, fresh);
        return fresh.Published;
    }

    private KyberPreKey? FindKyber(uint id) => lastResortKyberPreKey?.Id == id ? lastResortKyberPreKey : oneTimeKyberPreKeys.GetValueOrDefault(id);
}
