using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks.Means;

/// <summary>The responder's half of the handshake, made again with what lay on a stolen phone.</summary>
internal static class StolenPreKeys
{
    /// <summary>The secret of a session that somebody opened with the phone's prekeys.</summary>
    /// <param name="phone">The stolen phone.</param>
    /// <param name="opening">The message that opened the session.</param>
    /// <param name="profile">What of Signal's protocol the two speak.</param>
    /// <returns>Null when the phone no longer held one of the prekeys, or had not made it yet.</returns>
    public static SessionSecret? Accept(DeviceState phone, PreKeySignalMessage opening, Profile profile)
    {
        UsedPreKeys used = opening.PreKeys;
        PreKey? oneTime = phone.OneTimePreKeys.FirstOrDefault(preKey => preKey.Id == used.PreKeyId);
        KyberPreKey? kyber = KyberPreKeys(phone).FirstOrDefault(preKey => preKey.Id == used.Kyber?.Id);
        return phone.SignedPreKey.Id != used.SignedPreKeyId || (used.PreKeyId is not null && oneTime is null)
            ? null
            // Safe because the responder's half draws no randomness.
            : profile.HandshakeFunctions(RandomSource.System).Accept(
                new(phone.Identity, phone.SignedPreKey.KeyPair, oneTime?.KeyPair, kyber?.KeyPair),
                new(opening.IdentityKey, used.BaseKey, used.Kyber?.Ciphertext ?? default));
    }

    /// <summary>The post-quantum prekeys on a phone, that of last resort first.</summary>
    public static IEnumerable<KyberPreKey> KyberPreKeys(DeviceState phone) =>
        phone.LastResortKyberPreKey is { } lastResort ? phone.OneTimeKyberPreKeys.Prepend(lastResort) : phone.OneTimeKyberPreKeys;
}
