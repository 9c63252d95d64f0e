using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>All keys of one device at one moment: its identity, its prekeys, and every session.</summary>
/// <param name="identity">The identity key pair.</param>
/// <param name="registrationId">The registration number.</param>
/// <param name="nextPreKeyId">Number of the next one-time prekey to be made.</param>
/// <param name="signedPreKey">The signed prekey.</param>
/// <param name="oneTimePreKeys">The one-time prekeys that nobody has used yet, by number, ascending.</param>
/// <param name="trustedIdentities">The identity key that belongs to each peer's name, in ordinal order.</param>
/// <param name="sessions">The sessions with each peer, by the peer's name, in ordinal order.</param>
public sealed class DeviceState(
    DhKeyPair identity,
    uint registrationId,
    uint nextPreKeyId,
    SignedPreKey signedPreKey,
    IReadOnlyList<PreKey> oneTimePreKeys,
    IReadOnlyDictionary<string, DhPublicKey> trustedIdentities,
    IReadOnlyDictionary<string, SessionRecord> sessions) : IDisposable
{
    /// <summary>The identity key pair.</summary>
    public DhKeyPair Identity { get; } = identity;

    /// <summary>The registration number.</summary>
    public uint RegistrationId { get; } = registrationId;

    /// <summary>Number of the next one-time prekey to be made.</summary>
    public uint NextPreKeyId { get; } = nextPreKeyId;

    /// <summary>The signed prekey.</summary>
    public SignedPreKey SignedPreKey { get; } = signedPreKey;

    /// <summary>The one-time prekeys that nobody has used yet, by number, ascending.</summary>
    public IReadOnlyList<PreKey> OneTimePreKeys { get; } = oneTimePreKeys;

    /// <summary>The identity key that belongs to each peer's name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, DhPublicKey> TrustedIdentities { get; } = trustedIdentities;

    /// <summary>The sessions with each peer, by the peer's name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, SessionRecord> Sessions { get; } = sessions;

    /// <summary>Number of the next post-quantum prekey to be made: they are numbered by themselves.</summary>
    public uint NextKyberPreKeyId { get; init; } = 1;

    /// <summary>The post-quantum prekey that is handed out when no one-time one is; null as long as none was needed.</summary>
    public KyberPreKey? LastResortKyberPreKey { get; init; }

    /// <summary>The one-time post-quantum prekeys that nobody has used yet, by number, ascending.</summary>
    public IReadOnlyList<KyberPreKey> OneTimeKyberPreKeys { get; init; } = [];

    /// <summary>The base keys of the sessions that <see cref="LastResortKyberPreKey"/> opened, oldest first: none of them opens another.</summary>
    public IReadOnlyList<DhPublicKey> LastResortBaseKeys { get; init; } = [];

    /// <summary>The state in the versioned storage format; equal states give equal bytes.</summary>
    public byte[] Save() => SavedState.Save(SavedState.Device, writer => SavedDevice.Write(writer, this));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="saved">Any bytes.</param>
    /// <param name="state">The state, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Save"/> would write for some state.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> saved, [NotNullWhen(true)] out DeviceState? state) =>
        SavedState.TryLoad(SavedState.Device, saved, SavedDevice.TryRead, loaded => loaded.Save(), out state);

    /// <summary>Wipes every key.</summary>
    public void Dispose()
    {
        Identity.Dispose();
        SignedPreKey.Dispose();
        foreach (PreKey preKey in OneTimePreKeys)
            preKey.Dispose();
        LastResortKyberPreKey?.Dispose();
        foreach (KyberPreKey preKey in OneTimeKyberPreKeys)
            preKey.Dispose();
        foreach (SessionRecord record in Sessions.Values)
            record.Dispose();
    }
}
