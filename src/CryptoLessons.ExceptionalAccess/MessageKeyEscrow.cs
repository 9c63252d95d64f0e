using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Signal's Double Ratchet with one more field in each message: the message key, sealed to an authority.</summary>
/// <remarks>
/// The "government field" of teaching exercises: everything else of the protocol stays as it is, and a genuine receiver ignores a
/// field that it does not know, so that only senders need be compelled. The field stands under the MAC, which proves that
/// nobody changed it on the way, and proves nothing about what the sender put into it. 82 bytes on the wire.
/// </remarks>
public class MessageKeyEscrow : EscrowField
{
    /// <summary>A suite that seals to one key.</summary>
    /// <param name="inner">The suite to which this adds the field.</param>
    /// <param name="authority">The authority's public key.</param>
    /// <param name="random">Where the sealing takes its ephemeral keys from; a stream of its own, so that the ratchet's keys are
    /// the same with and without the field.</param>
    /// <param name="deterministic">Whether the ephemeral key is derived from the message key instead, so that a receiver under this suite
    /// recomputes the field and refuses a message with another. A genuine Signal receiver never checks.</param>
    public MessageKeyEscrow(RatchetFunctions inner, DhPublicKey authority, RandomSource random, bool deterministic = false)
        : this(inner, () => authority, random, deterministic)
    {
    }

    /// <summary>A suite that seals to a key that may be another one with each message.</summary>
    protected MessageKeyEscrow(RatchetFunctions inner, Func<DhPublicKey> authority, RandomSource random, bool deterministic = false)
        : base(inner, authority, random, deterministic)
    {
    }

    /// <summary>Length of the field's value, in bytes.</summary>
    public const int Size = Secret.Size + SealedKey.Overhead;

    /// <summary>The message key as it is.</summary>
    protected override byte[] Escrowed(MessageKey mk) => Hazmat.Reveal(mk);

    /// <summary>Every message key that the fields of a message hold for an authority, be it this message's or another's.</summary>
    /// <param name="ciphertext">What follows a message's header, MAC included.</param>
    /// <param name="authority">The authority's key.</param>
    public static IReadOnlyList<MessageKey> OpenAll(ReadOnlySpan<byte> ciphertext, AuthorityKey authority)
    {
        var keys = new List<MessageKey>();
        Span<byte> key = stackalloc byte[Secret.Size];
        if (ciphertext.Length < SignalMessage.MacSize)
            return keys;
        var reader = new WireReader(ciphertext[..^SignalMessage.MacSize]);
        while (reader.Next(out WireField field))
            if ((field.Number, field.Type) == (Number, WireType.Bytes) && SealedKey.TryOpen(field.Bytes, authority, key))
                keys.Add(new(key));
        CryptographicOperations.ZeroMemory(key);
        return keys;
    }

    /// <summary>What the authority does: the message key from the field of a message.</summary>
    /// <param name="ciphertext">What follows a message's header, MAC included.</param>
    /// <param name="authority">The authority's key.</param>
    /// <returns>Null when there is no such field, or none that this key opens.</returns>
    public static MessageKey? Open(ReadOnlySpan<byte> ciphertext, AuthorityKey authority)
    {
        Span<byte> key = stackalloc byte[Secret.Size];
        MessageKey? mk = TryOpen(ciphertext, authority, key) ? new(key) : null;
        CryptographicOperations.ZeroMemory(key);
        return mk;
    }
}
