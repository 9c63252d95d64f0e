using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.ExceptionalAccess.WeakKeys;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A message of Signal's protocol as somebody outside the session sees it: header, ciphertext, and the associated data
/// that follows from the public identity keys.</summary>
/// <remarks>Whoever has the key of its slot opens it with <see cref="Decrypt(MessageKey)"/>, and with
/// <see cref="Replace(MessageKey, ReadOnlySpan{byte})"/>
/// writes another; whoever has the content key alone opens it, and what such a thief writes instead has the old MAC.</remarks>
public sealed class InterceptedMessage
{
    // Safe because nothing here draws from it: opening and writing one message needs no randomness.
    private static readonly SignalFunctions Functions = new(RandomSource.System);

    private readonly Envelope envelope;
    private readonly PreKeySignalMessage? outer;
    private readonly DhPublicKey sender;
    private readonly DhPublicKey recipient;

    private InterceptedMessage(Envelope envelope, PreKeySignalMessage? outer, RatchetHeader header, ReadOnlyMemory<byte> ciphertext, DhPublicKey sender, DhPublicKey recipient) =>
        (this.envelope, this.outer, Header, Ciphertext, this.sender, this.recipient) = (envelope, outer, header, ciphertext, sender, recipient);

    /// <summary>The header: ratchet key and index.</summary>
    public RatchetHeader Header { get; }

    /// <summary>What follows the header: ciphertext, further fields and MAC.</summary>
    public ReadOnlyMemory<byte> Ciphertext { get; }

    /// <summary>The message in the session: the whole, or what a prekey message carries.</summary>
    public ReadOnlyMemory<byte> Inner => outer?.Message ?? envelope.Message.Bytes;

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
        if (SignalMessage.Parse(message, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext) != DecryptFailure.None)
            return null;
        return new(envelope, outer, header, ciphertext, sender, recipient);
    }

    /// <summary>Opens the message with the key of its slot, whoever encrypted it: the phone, or a chip in it.</summary>
    /// <returns>Null when <paramref name="mk"/> is not that key.</returns>
    public byte[]? Decrypt(MessageKey mk)
    {
        AssociatedData ad = Functions.Concat(Ad(sender, recipient), Header);
        return ClipperFunctions.DecryptWithoutChip(mk, Ciphertext.Span, ad) ?? Functions.Decrypt(mk, Ciphertext.Span, ad);
    }

    /// <summary>The same with the key that the ratchet has for the slot, from which a message that announces a short key is one step away.</summary>
    /// <returns>Null when <paramref name="mk"/> is not that key.</returns>
    public byte[]? DecryptAnnounced(MessageKey mk)
    {
        if (KeyAnnouncement.In(Ciphertext.Span) is not { } announced)
            return Decrypt(mk);
        using MessageKey shortened = announced.Shorten(mk, Header.Bytes.Span);
        return Decrypt(shortened);
    }

    /// <summary>The envelope that it came in.</summary>
    internal Envelope Envelope => envelope;

    /// <summary>The sender's identity key.</summary>
    internal DhPublicKey Sender => sender;

    /// <summary>The recipient's identity key.</summary>
    internal DhPublicKey Recipient => recipient;

    /// <summary>How many bytes the MAC covers: both identity keys, header, and all that stands before the MAC.</summary>
    internal int CoveredSize => (2 * DhPublicKey.SerializedSize) + Header.Bytes.Length + Ciphertext.Length - SignalMessage.MacSize;

    /// <summary>The MAC that it came with.</summary>
    internal ReadOnlySpan<byte> Mac => Ciphertext.Span[^SignalMessage.MacSize..];

    /// <summary>Writes what the MAC covers.</summary>
    internal void WriteCovered(Span<byte> covered)
    {
        sender.Serialize(covered);
        recipient.Serialize(covered[DhPublicKey.SerializedSize..]);
        Header.Bytes.Span.CopyTo(covered[(2 * DhPublicKey.SerializedSize)..]);
        Ciphertext.Span[..^SignalMessage.MacSize].CopyTo(covered[((2 * DhPublicKey.SerializedSize) + Header.Bytes.Length)..]);
    }

    /// <summary>The ciphertext field's value; false when there is none.</summary>
    internal bool TryBody(out ReadOnlySpan<byte> body) =>
        SignalMessage.TryFind(Ciphertext.Span[..^SignalMessage.MacSize], SignalMessage.Ciphertext, out body);

    /// <summary>The envelope with other content in the same slot: what the holder of the key that opens it can forge.</summary>
    /// <remarks>A short key is announced again; its salt is the header, which stays what it was.</remarks>
    public Envelope Replace(MessageKey mk, ReadOnlySpan<byte> plaintext)
    {
        if (KeyAnnouncement.In(Ciphertext.Span) is not { } announced)
            return With(Write(mk, Header.Version, Header.Dh, Header.N, sender, recipient, plaintext, PostQuantumMessage));
        AssociatedData ad = Functions.Concat(Ad(sender, recipient), Header).Append(PostQuantumField(PostQuantumMessage)).Append(announced.Field());
        return With(Functions.Encrypt(mk, plaintext, ad));
    }

    /// <summary>The post-quantum ratchet's message; empty when there is none.</summary>
    public ReadOnlySpan<byte> PostQuantumMessage => SignalMessage.PostQuantumMessage(Inner.Span);

    /// <summary>A message for a slot from the key of that slot, and nothing else of the session.</summary>
    /// <param name="mk">The slot's message key.</param>
    /// <param name="version">The version byte of the session's messages.</param>
    /// <param name="dh">The ratchet key of the slot's chain.</param>
    /// <param name="n">Index in the chain.</param>
    /// <param name="sender">The identity key of whoever it shall seem to come from.</param>
    /// <param name="recipient">The recipient's identity key.</param>
    /// <param name="plaintext">What it shall say.</param>
    /// <param name="postQuantumMessage">The post-quantum ratchet's message for the slot, where there is one.</param>
    public static byte[] Write(
        MessageKey mk,
        byte version,
        DhPublicKey dh,
        uint n,
        DhPublicKey sender,
        DhPublicKey recipient,
        ReadOnlySpan<byte> plaintext,
        ReadOnlySpan<byte> postQuantumMessage = default)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipient);
        // A header of the forger's own: no receiver looks at the previous counter.
        var functions = new SignalFunctions(RandomSource.System, version);
        RatchetHeader header = functions.Header(dh, pn: 0, n);
        return functions.Encrypt(mk, plaintext, functions.Concat(Ad(sender, recipient), header).Append(PostQuantumField(postQuantumMessage)));
    }

    /// <summary>Opens the message with its content key.</summary>
    /// <returns>The content, whose MAC this key cannot check; null when the padding does not fit.</returns>
    public byte[]? Decrypt(ContentKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryBody(out ReadOnlySpan<byte> body) ? key.Decrypt(body) : null;
    }

    /// <summary>The envelope with other content under the same content key, and the MAC of the old: the best that its holder can do.</summary>
    public Envelope Replace(ContentKey key, ReadOnlySpan<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Replace(key.Encrypt(plaintext));
    }

    /// <summary>The envelope with another ciphertext, and the MAC of the old.</summary>
    public Envelope Replace(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> fields = Ciphertext.Span[..^SignalMessage.MacSize];
        var message = new WireWriter().Raw(Header.Bytes.Span);
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            if (field.Number == SignalMessage.Ciphertext)
                message.Bytes(field.Number, body);
            else
                message.Raw(fields[field.Start..field.End]);
        return With(message.Raw(Ciphertext.Span[^SignalMessage.MacSize..]).ToArray());
    }

    /// <summary>Opens the message as the authority does: with whatever kind of key its field holds.</summary>
    /// <param name="authority">The authority's key.</param>
    /// <param name="plaintext">The content; empty when the message was not opened.</param>
    /// <returns><see cref="Outcome.Opened"/>, <see cref="Outcome.NoKey"/> or <see cref="Outcome.WrongKey"/>. With a content key, about
    /// one wrong key in 256 passes and gives rubbish.</returns>
    public Outcome Open(AuthorityKey authority, out byte[] plaintext)
    {
        plaintext = [];
        IReadOnlyList<MessageKey> keys = MessageKeyEscrow.OpenAll(Ciphertext.Span, authority);
        using ContentKey? key = keys.Count == 0 ? ContentKeyEscrow.Open(Ciphertext.Span, authority) : null;
        if (keys.Count == 0 && key is null)
            return Outcome.NoKey;
        // A sender may have put other keys beside the message's own.
        byte[]? opened = key is null ? keys.Select(Decrypt).FirstOrDefault(content => content is not null) : Decrypt(key);
        foreach (MessageKey mk in keys)
            mk.Dispose();
        plaintext = opened ?? [];
        return opened is null ? Outcome.WrongKey : Outcome.Opened;
    }

    private static ReadOnlySpan<byte> PostQuantumField(ReadOnlySpan<byte> message) =>
        message.IsEmpty ? [] : new WireWriter().Bytes(SignalMessage.PostQuantumRatchet, message).Written;

    private static byte[] Ad(DhPublicKey sender, DhPublicKey recipient) => [.. sender.Serialize(), .. recipient.Serialize()];

    private Envelope With(byte[] message)
    {
        byte[] bytes = outer is null ? message : (outer with { Message = message }).Serialize();
        return envelope with { Message = envelope.Message with { Bytes = bytes } };
    }
}
