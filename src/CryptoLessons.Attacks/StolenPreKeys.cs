using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>The responder's half of X3DH, made again with what lay on a stolen phone.</summary>
internal static class StolenPreKeys
{
    /// <summary>The secret of a session that somebody opened with the phone's prekeys.</summary>
    /// <param name="phone">The stolen phone.</param>
    /// <param name="opening">The message that opened the session.</param>
    /// <returns>Null when the phone no longer held one of the prekeys, or had not made it yet.</returns>
    public static SessionSecret? Accept(DeviceState phone, PreKeySignalMessage opening)
    {
        UsedPreKeys used = opening.PreKeys;
        PreKey? oneTime = phone.OneTimePreKeys.FirstOrDefault(preKey => preKey.Id == used.PreKeyId);
        return phone.SignedPreKey.Id != used.SignedPreKeyId || (used.PreKeyId is not null && oneTime is null)
            ? null
            : X3dh.Functions.Accept(new(phone.Identity, phone.SignedPreKey.KeyPair, oneTime?.KeyPair), new(opening.IdentityKey, used.BaseKey));
    }
}
