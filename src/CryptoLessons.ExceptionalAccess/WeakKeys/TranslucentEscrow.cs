using System.Buffers.Binary;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess.WeakKeys;

/// <summary>Message keys sealed as in <see cref="MessageKeyEscrow"/>, each to one of several keys, of which the authority provably has only some
/// private ones.</summary>
/// <remarks>
/// It opens that part of the messages and never the others, and neither sender nor receiver knows which. To which key a message is sealed follows
/// from its header, and not from anybody's choice: a sender who always took the same key would be read whole or not at all, and a receiver under a
/// deterministic suite refuses it. After Bellare and Rivest, "Translucent cryptography" (Journal of Cryptology 12(2), 1999).
/// </remarks>
/// <param name="inner">The suite to which this adds the field.</param>
/// <param name="keys">The authority's public keys.</param>
/// <param name="random">Where the sealing takes its ephemeral keys from.</param>
/// <param name="deterministic">Whether the ephemeral key is derived from the message key instead, so that a receiver under this suite recomputes the
/// field and refuses a message with another.</param>
public sealed class TranslucentEscrow(RatchetFunctions inner, PartlyKnownKeys keys, RandomSource random, bool deterministic = false)
    : DelegatingRatchetFunctions(inner)
{
    private readonly MessageKeyEscrow[] suites = [.. keys.Keys.Select(key => new MessageKeyEscrow(inner, key, random, deterministic))];

    /// <summary>The message with the field for its place.</summary>
    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad) =>
        suites[Place(ad.Header, suites.Length)].Encrypt(mk, plaintext, ad);

    /// <summary>Opens a message; where the field can be recomputed, only if it is the right one for its place.</summary>
    /// <inheritdoc/>
    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad) =>
        suites[Place(ad.Header, suites.Length)].Decrypt(mk, ciphertext, ad);

    /// <summary>To which key a message is sealed.</summary>
    /// <param name="header">The message's header.</param>
    /// <param name="count">How many keys there are.</param>
    /// <returns>A place, from 0.</returns>
    public static int Place(ReadOnlySpan<byte> header, int count)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(header, hash);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)count);
    }
}
