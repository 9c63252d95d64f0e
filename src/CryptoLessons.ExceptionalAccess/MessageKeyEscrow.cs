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
/// <param name="inner">The suite to which this adds the field.</param>
/// <param name="authority">The authority's public key.</param>
/// <param name="random">Where the sealing takes its ephemeral keys from; a stream of its own, so that the ratchet's keys are
/// the same with and without the field.</param>
public sealed class MessageKeyEscrow(RatchetFunctions inner, DhPublicKey authority, RandomSource random) : DelegatingRatchetFunctions(inner)
{
    /// <summary>Number of the field that carries the sealed message key.</summary>
    public const int Field = 15;

    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
    {
        ArgumentNullException.ThrowIfNull(ad);
        byte[] field = new WireWriter().Bytes(Field, SealedKey.Seal(mk, authority, random)).ToArray();
        return Inner.Encrypt(mk, plaintext, ad.Append(field));
    }

    /// <summary>What the authority does: the message key from the field of a message.</summary>
    /// <param name="ciphertext">What follows a message's header, MAC included.</param>
    /// <param name="authority">The authority's key pair.</param>
    /// <returns>Null when there is no such field, or none that this key opens.</returns>
    public static MessageKey? Open(ReadOnlySpan<byte> ciphertext, DhKeyPair authority) =>
        ciphertext.Length >= SignalMessage.MacSize
        && SignalMessage.TryFind(ciphertext[..^SignalMessage.MacSize], Field, out ReadOnlySpan<byte> sealedKey)
            ? SealedKey.TryOpen(sealedKey, authority)
            : null;
}
