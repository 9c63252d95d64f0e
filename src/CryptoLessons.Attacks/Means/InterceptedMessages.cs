using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Attacks.Means;

/// <summary>What a thief of seeds does with an intercepted message.</summary>
internal static class InterceptedMessages
{
    /// <summary>Opens a message with the seed of its slot, and its post-quantum key where it has one; null when they are not its.</summary>
    public static byte[]? Open(this InterceptedMessage message, RatchetFunctions functions, MessageSeed seed, SpqrMessageKey? postQuantum = null)
    {
        using MessageKey mk = functions.KdfHybrid(seed, postQuantum);
        return message.DecryptAnnounced(mk);
    }
}
