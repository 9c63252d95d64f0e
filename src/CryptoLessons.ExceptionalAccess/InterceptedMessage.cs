using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A message of Signal's protocol as somebody outside the session sees it: header, ciphertext, and the associated data
/// that follows from the public identity keys.</summary>
/// <remarks>Whoever has the key of its slot opens it with <see cref="Decrypt"/>, and with <see cref="Replace"/> writes another.</remarks>
public sealed class InterceptedMessage
{
    // Safe because nothing here draws from it: opening and writing one message needs no randomness.
    private static readonly SignalFunctions Functions = new(RandomSource.System);

    private readonly Envelope envelope;
    private readonly PreKeySignalMessage? outer;
    private readonly byte[] ad;

    private InterceptedMessage(Envelope envelope, PreKeySignalMessage? outer, RatchetHeader header, ReadOnlyMemory<byte> ciphertext, byte[] ad) =>
        (this.envelope, this.outer, Header, Ciphertext, this.ad) = (envelope, outer, header, ciphertext, ad);

    /// <summary>The header: ratchet key and index.</summary>
    public RatchetHeader Header { get; }

    /// <summary>What follows the header: ciphertext, further fields and MAC.</summary>
    public ReadOnlyMemory<byte> Ciphertext { get; }

    /// <summary>What opens the session, when this is a prekey message.</summary>
    public PreKeySignalMessage? PreKeyMessage => outer;

    /// <summary>Reads an envelope.</summary>
    /// <param name="envelope">As intercepted.</param>
    /// <param name="sender">The sender's identity key, from the directory.</param>
    /// <param name="recipient">The recipient's identity key, from the directory.</param>
    /// <returns>Null when the envelope holds no message of the protocol.</returns>
    public static InterceptedMessage? Parse(Envelope envelope, DhPublicKey sender, DhPublicKey recipient)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipient);
        PreKeySignalMessage? outer = null;
        ReadOnlyMemory<byte> message = envelope.Message.Bytes;
        if (envelope.Message.Type == CiphertextType.PreKey)
        {
            if (PreKeySignalMessage.Parse(message, out outer) != DecryptFailure.None)
                return null;
            message = outer!.Message;
        }
        if (Functions.Parse(message, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext) != DecryptFailure.None)
            return null;
        return new(envelope, outer, header, ciphertext, [.. sender.Serialize(), .. recipient.Serialize()]);
    }

    /// <summary>Opens the message with the key of its slot.</summary>
    /// <returns>Null when <paramref name="mk"/> is not that key.</returns>
    public byte[]? Decrypt(MessageKey mk) => Functions.Decrypt(mk, Ciphertext.Span, Functions.Concat(ad, Header));

    /// <summary>The envelope with other content in the same slot: what the holder of a message key can forge.</summary>
    public Envelope Replace(MessageKey mk, ReadOnlySpan<byte> plaintext)
    {
        // A header of the forger's own: the sender may have put its fields anywhere, and no receiver looks at the previous counter.
        RatchetHeader header = Functions.Header(Header.Dh, pn: 0, Header.N);
        byte[] message = [.. header.Bytes.Span, .. Functions.Encrypt(mk, plaintext, Functions.Concat(ad, header))];
        byte[] bytes = outer is null ? message : (outer with { Message = message }).Serialize();
        return envelope with { Message = envelope.Message with { Bytes = bytes } };
    }
}
