using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Prekey messages taken apart, and put together again with a part changed.</summary>
internal static class PreKeyMessages
{
    public static PreKeySignalMessage Parse(this CiphertextMessage message)
    {
        Assert.That(PreKeySignalMessage.Parse(message.Bytes, out PreKeySignalMessage? parsed), Is.EqualTo(DecryptFailure.None));
        return parsed!;
    }

    public static CiphertextMessage With(this CiphertextMessage message, Func<PreKeySignalMessage, PreKeySignalMessage> change) =>
        new(CiphertextType.PreKey, change(message.Parse()).Serialize());

    public static CiphertextMessage WithPreKeys(this CiphertextMessage message, Func<UsedPreKeys, UsedPreKeys> change) =>
        message.With(parsed => parsed with { PreKeys = change(parsed.PreKeys) });
}
