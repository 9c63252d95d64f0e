using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks;

/// <summary>What a thief of seeds does with an intercepted message.</summary>
internal static class InterceptedMessages
{
    /// <summary>Opens a message with the seed of its slot; null when that is not its seed.</summary>
    public static byte[]? Open(this InterceptedMessage message, RatchetFunctions functions, MessageSeed seed)
    {
        using MessageKey mk = functions.KdfHybrid(seed, []);
        return message.Decrypt(mk);
    }
}
