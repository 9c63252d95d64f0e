using System.Buffers.Binary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess.WeakKeys;

/// <summary>Short keys of which the first bits are sealed to an authority: everybody else has to search the whole, and the authority the
/// rest.</summary>
/// <remarks>
/// What the export edition of Lotus Notes did from 1996 on: keys of 64 bits, of which 24 went to a public key of an agency's. Behind the bits stands
/// as much of the message key's hash as makes them hard to guess, so that they can be sealed deterministically. 75 bytes on the wire, and the
/// announcement.
/// </remarks>
/// <param name="inner">The suite to which this adds short keys and the field.</param>
/// <param name="bits">Length of the short key, 1 to 64; 64 in Lotus Notes.</param>
/// <param name="sealedBits">How many of its first bits are sealed; 24 in Lotus Notes.</param>
/// <param name="authority">The authority's public key.</param>
/// <param name="random">Where the sealing takes its ephemeral keys from.</param>
/// <param name="deterministic">Whether the ephemeral key is derived from what is sealed instead, so that a receiver under this suite recomputes the
/// field and refuses a message with another, or with none.</param>
public sealed class WorkFactor(
    RatchetFunctions inner, int bits, int sealedBits, DhPublicKey authority, RandomSource random, bool deterministic = false)
    : EscrowField(new ShortKeys(inner, new(bits, Salted: false)), () => authority, random, deterministic)
{
    /// <summary>Length of the field's value, in bytes.</summary>
    public const int Size = SealedSize + SealedKey.Overhead;

    private const int SealedSize = 1 + sizeof(ulong) + PaddingSize;
    private const int PaddingSize = 16;

    /// <summary>How many bits, the bits, and the padding.</summary>
    protected override byte[] Escrowed(MessageKey mk)
    {
        byte[] escrowed = new byte[SealedSize];
        escrowed[0] = (byte)sealedBits;
        BinaryPrimitives.WriteUInt64BigEndian(escrowed.AsSpan(1), ShortKey.Of(mk, bits).First(sealedBits).Value);
        ShortKey.Derive(mk, "CryptoLessons WorkFactor padding"u8, escrowed.AsSpan(^PaddingSize..));
        return escrowed;
    }

    /// <summary>What the authority does: the first bits of a message's short key from its field.</summary>
    /// <param name="ciphertext">What follows a message's header, MAC included.</param>
    /// <param name="authority">The authority's key.</param>
    /// <returns>Null when there is no such field, or none that this key opens.</returns>
    public static ShortKey? Open(ReadOnlySpan<byte> ciphertext, AuthorityKey authority)
    {
        Span<byte> escrowed = stackalloc byte[SealedSize];
        return TryOpen(ciphertext, authority, escrowed) && escrowed[0] <= ShortKey.MostBits
            ? new ShortKey(BinaryPrimitives.ReadUInt64BigEndian(escrowed[1..]), ShortKey.MostBits).First(escrowed[0])
            : null;
    }
}
