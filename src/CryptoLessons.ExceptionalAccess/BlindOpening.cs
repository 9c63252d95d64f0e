using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>What the authority's private key opens by itself: with no session, no directory, and no idea who wrote to whom.</summary>
/// <remarks>
/// The MAC covers both identity keys, and a message in a session does not name them: whoever opens it blindly cannot check that
/// the content is the sender's. <see cref="InterceptedMessage"/> can, because it is told the identities.
/// </remarks>
public static class BlindOpening
{
    /// <summary>Opens one message of either type.</summary>
    /// <param name="message">As intercepted.</param>
    /// <param name="authority">The authority's key.</param>
    /// <param name="plaintext">The content, not authenticated; empty when the message was not opened.</param>
    /// <returns><see cref="Outcome.Opened"/>, <see cref="Outcome.NotAMessage"/>, <see cref="Outcome.NoKey"/> when there is no field that this
    /// key opens, or <see cref="Outcome.WrongKey"/> when the sealed key is not the content's. The last is found by the padding
    /// alone, so that about one wrong key in 256 passes and gives rubbish.</returns>
    public static Outcome Open(CiphertextMessage message, AuthorityKey authority, out byte[] plaintext)
    {
        plaintext = [];
        ReadOnlyMemory<byte> inner = message.Bytes;
        if (message.Type == CiphertextType.PreKey)
        {
            if (PreKeySignalMessage.Parse(inner, out PreKeySignalMessage? outer) != DecryptFailure.None)
                return Outcome.NotAMessage;
            inner = outer!.Message;
        }
        if (SignalMessage.Parse(inner, out _, out ReadOnlyMemory<byte> rest) != DecryptFailure.None
            || !SignalMessage.TryFind(rest.Span[..^SignalMessage.MacSize], SignalMessage.Ciphertext, out ReadOnlySpan<byte> body))
            return Outcome.NotAMessage;
        using MessageKey? mk = MessageKeyEscrow.Open(rest.Span, authority);
        using ContentKey? key = mk is null ? ContentKeyEscrow.Open(rest.Span, authority) : ContentKey.Of(mk);
        if (key is null)
            return Outcome.NoKey;
        if (key.Decrypt(body) is not { } opened)
            return Outcome.WrongKey;
        plaintext = opened;
        return Outcome.Opened;
    }
}
