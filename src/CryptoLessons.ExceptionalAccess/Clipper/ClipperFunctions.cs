using System.Security.Cryptography;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess.Clipper;

/// <summary>Signal's Double Ratchet in a phone with a chip: the chip encrypts the content, and puts a LEAF beside it.</summary>
/// <remarks>
/// K follows from the message key, and so does the IV; the MAC is Signal's, under the message key, so that whoever has K from a LEAF reads a message
/// and cannot write one. 26 bytes on the wire, and a receiver without a chip reads nothing. Here each message has a K of its own, wrapped by
/// the sender's chip alone; in a telephone call both directions went under one.
/// </remarks>
/// <param name="inner">The suite whose content the chip encrypts.</param>
/// <param name="chip">The phone's chip.</param>
public class ClipperFunctions(RatchetFunctions inner, ClipperChip chip) : DelegatingRatchetFunctions(inner)
{
    /// <summary>The phone's chip.</summary>
    protected ClipperChip Chip { get; } = chip;

    /// <summary>The message with the chip's ciphertext in field 4, IV and LEAF in field 15, and Signal's MAC over both.</summary>
    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
    {
        using SessionKey key = SessionKey.Of(mk, out byte[] iv);
        ReadOnlySpan<byte> fields = new WireWriter()
            .Bytes(SignalMessage.Ciphertext, key.Encrypt(iv, plaintext))
            .Raw(ad.Trailing)
            .Raw(ClipperMessage.Field(iv, Sent(key, iv))).Written;
        return [.. ad.Header, .. fields, .. SignalFunctions.Authenticate(mk, ad, fields)];
    }

    /// <summary>Opens a message whose MAC is right and whose LEAF the chip accepts.</summary>
    /// <inheritdoc/>
    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad)
    {
        if (Authentic(mk, ciphertext, ad) is not { } message)
            return null;
        using SessionKey key = SessionKey.Of(mk, out _);
        byte[] leaf = Fed(key, message.Iv.Span, message.Leaf.Span);
        return Chip.Decrypt(key, message.Iv.Span, leaf, message.Body.Span);
    }

    /// <summary>What somebody makes of a message who has its key and any program with Skipjack in it, and asks no chip.</summary>
    /// <returns>Null when the message is not authentic, or no chip wrote it.</returns>
    internal static byte[]? DecryptWithoutChip(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad)
    {
        if (Authentic(mk, ciphertext, ad) is not { } message)
            return null;
        using SessionKey key = SessionKey.Of(mk, out _);
        return key.Decrypt(message.Iv.Span, message.Body.Span);
    }

    /// <summary>The LEAF that the phone sends: the chip's, in a phone that does as it is told.</summary>
    /// <param name="key">The message's session key.</param>
    /// <param name="iv">8 bytes.</param>
    protected virtual byte[] Sent(SessionKey key, ReadOnlySpan<byte> iv) => Chip.MakeLeaf(key, iv);

    /// <summary>The LEAF that the phone shows to its chip: the one that came.</summary>
    /// <param name="key">The message's session key.</param>
    /// <param name="iv">8 bytes.</param>
    /// <param name="received">The LEAF that came.</param>
    protected virtual byte[] Fed(SessionKey key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> received) => received.ToArray();

    private static ClipperMessage? Authentic(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad)
    {
        if (ciphertext.Length < SignalMessage.MacSize)
            return null;
        ReadOnlySpan<byte> fields = ciphertext[..^SignalMessage.MacSize];
        return ClipperMessage.Parse(fields) is { } message
            && CryptographicOperations.FixedTimeEquals(SignalFunctions.Authenticate(mk, ad, fields), ciphertext[^SignalMessage.MacSize..])
            ? message : null;
    }
}
