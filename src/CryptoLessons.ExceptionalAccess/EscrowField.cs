using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A suite that adds one field to each message: something of the message key, sealed to an authority.</summary>
/// <param name="inner">The suite to which this adds the field.</param>
/// <param name="authority">The authority's public key, asked for with each message.</param>
/// <param name="random">Where the sealing takes its ephemeral keys from.</param>
/// <param name="deterministic">Whether the ephemeral key is derived from what is sealed instead, and checked on receipt.</param>
public abstract class EscrowField(RatchetFunctions inner, Func<DhPublicKey> authority, RandomSource random, bool deterministic)
    : DelegatingRatchetFunctions(inner)
{
    /// <summary>Number of the field.</summary>
    public const int Number = 15;

    /// <summary>The message with the field, under the MAC and behind the ciphertext.</summary>
    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
    {
        return Inner.Encrypt(mk, plaintext, ad.Append(Field(mk)));
    }

    /// <summary>Opens a message; where the field can be recomputed, only if it is the right one.</summary>
    /// <inheritdoc/>
    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad)
    {
        if (Inner.Decrypt(mk, ciphertext, ad) is not { } plaintext)
            return null;
        // Safe because the MAC was right: the field is its sender's, and comparing it tells nobody else anything.
        return !deterministic || Holds(ciphertext, Seal(mk)) ? plaintext : null;
    }

    /// <summary>The ephemeral public keys that stand in the fields of a message, whoever they were sealed to.</summary>
    /// <param name="ciphertext">What follows a message's header, MAC included.</param>
    public static IReadOnlyList<DhPublicKey> Ephemerals(ReadOnlySpan<byte> ciphertext)
    {
        var ephemerals = new List<DhPublicKey>();
        var reader = new WireReader(ciphertext.Length < SignalMessage.MacSize ? [] : ciphertext[..^SignalMessage.MacSize]);
        while (reader.Next(out WireField field))
            if ((field.Number, field.Type) == (Number, WireType.Bytes) && field.Bytes.Length > SealedKey.Overhead)
                ephemerals.Add(new(field.Bytes[..DhPublicKey.Size]));
        return ephemerals;
    }

    /// <summary>The field that holds what is sealed of a message key.</summary>
    protected byte[] Field(MessageKey mk) => new WireWriter().Bytes(Number, Seal(mk)).ToArray();

    /// <summary>What of a message key is sealed.</summary>
    protected abstract byte[] Escrowed(MessageKey mk);

    /// <summary>What the authority does: opens the field of a message, or, where several authorities have one each, its own.</summary>
    /// <param name="ciphertext">What follows a message's header, MAC included.</param>
    /// <param name="authority">The authority's key.</param>
    /// <param name="key">Where what was sealed goes; all of it, or the result is false.</param>
    /// <returns>False when there is no such field, or none that this key opens.</returns>
    protected static bool TryOpen(ReadOnlySpan<byte> ciphertext, AuthorityKey authority, Span<byte> key)
    {
        if (ciphertext.Length < SignalMessage.MacSize)
            return false;
        var reader = new WireReader(ciphertext[..^SignalMessage.MacSize]);
        while (reader.Next(out WireField field))
            if ((field.Number, field.Type) == (Number, WireType.Bytes) && SealedKey.TryOpen(field.Bytes, authority, key))
                return true;
        return false;
    }

    /// <summary>Whether a message has the field with that value; where suites are stacked, there is one for each authority.</summary>
    private static bool Holds(ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> value)
    {
        var reader = new WireReader(ciphertext.Length < SignalMessage.MacSize ? [] : ciphertext[..^SignalMessage.MacSize]);
        while (reader.Next(out WireField field))
            if ((field.Number, field.Type) == (Number, WireType.Bytes) && field.Bytes.SequenceEqual(value))
                return true;
        return false;
    }

    private byte[] Seal(MessageKey mk)
    {
        byte[] key = Escrowed(mk);
        byte[] field = deterministic ? SealedKey.SealDeterministically(key, authority()) : SealedKey.Seal(key, authority(), random);
        CryptographicOperations.ZeroMemory(key);
        return field;
    }
}
