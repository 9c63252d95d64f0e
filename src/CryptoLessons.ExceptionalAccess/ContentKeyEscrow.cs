using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Like <see cref="MessageKeyEscrow"/>, but what is sealed is the content key: whoever opens the field reads the message and cannot write another.</summary>
/// <remarks>The field holds cipher key and IV, and not the MAC key. 98 bytes on the wire.</remarks>
/// <param name="inner">The suite to which this adds the field.</param>
/// <param name="authority">The authority's public key.</param>
/// <param name="random">Where the sealing takes its ephemeral keys from; a stream of its own, so that the ratchet's keys are
/// the same with and without the field.</param>
/// <param name="deterministic">Whether the ephemeral key is derived from the content key instead, so that a receiver under this suite
/// recomputes the field and refuses a message with another. A genuine Signal receiver never checks.</param>
public sealed class ContentKeyEscrow(RatchetFunctions inner, DhPublicKey authority, RandomSource random, bool deterministic = false)
    : EscrowField(inner, () => authority, random, deterministic)
{
    /// <summary>Length of the field's value, in bytes.</summary>
    public const int Size = ContentKey.Size + SealedKey.Overhead;

    /// <summary>Cipher key and IV.</summary>
    protected override byte[] Escrowed(MessageKey mk)
    {
        using var key = ContentKey.Of(mk);
        return key.Bytes.ToArray();
    }

    /// <summary>What the authority does: the content key from the field of a message.</summary>
    /// <param name="ciphertext">What follows a message's header, MAC included.</param>
    /// <param name="authority">The authority's key.</param>
    /// <returns>Null when there is no such field, or none that this key opens.</returns>
    public static ContentKey? Open(ReadOnlySpan<byte> ciphertext, AuthorityKey authority)
    {
        Span<byte> key = stackalloc byte[ContentKey.Size];
        ContentKey? content = TryOpen(ciphertext, authority, key) ? new(key) : null;
        CryptographicOperations.ZeroMemory(key);
        return content;
    }
}
