using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A handshake with one more field in each prekey message: the session's secret, sealed to an authority.</summary>
/// <remarks>
/// One key for a whole session, and it opens no message: the initiator's first chain already takes a Diffie-Hellman agreement that
/// the secret does not contain. What its holder can do is to write: as the initiator until the responder has the first message, and
/// as the responder in the chain that the handshake itself gives a key for. Nothing authenticates the field on the way.
/// 114 bytes on the wire, in prekey messages alone.
/// </remarks>
/// <param name="inner">The handshake to which this adds the field.</param>
/// <param name="authority">The authority's public key.</param>
/// <param name="random">Where the sealing takes its ephemeral keys from; a stream of its own.</param>
public sealed class SessionSecretEscrow(HandshakeFunctions inner, DhPublicKey authority, RandomSource random) : HandshakeFunctions
{
    /// <summary>Number of the field in a prekey message.</summary>
    public const int Number = 15;

    /// <summary>Length of the field's value, in bytes.</summary>
    public const int Size = (2 * Secret.Size) + SealedKey.Overhead;

    /// <inheritdoc/>
    public override SessionSecret? Initiate(
        DhKeyPair identity, DhKeyPair baseKey, DhPublicKey theirIdentity, DhPublicKey theirSignedPreKey, DhPublicKey? theirOneTimePreKey) =>
        inner.Initiate(identity, baseKey, theirIdentity, theirSignedPreKey, theirOneTimePreKey);

    /// <inheritdoc/>
    public override SessionSecret? Accept(
        DhKeyPair identity, DhKeyPair signedPreKey, DhKeyPair? oneTimePreKey, DhPublicKey theirIdentity, DhPublicKey theirBaseKey) =>
        inner.Accept(identity, signedPreKey, oneTimePreKey, theirIdentity, theirBaseKey);

    /// <summary>What the inner handshake sends along, and the sealed secret.</summary>
    /// <inheritdoc/>
    public override byte[] Further(SessionSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        byte[] key = [.. Hazmat.Reveal(secret.RootKey), .. Hazmat.Reveal(secret.ChainKey)];
        byte[] field = new WireWriter().Bytes(Number, SealedKey.Seal(key, authority, random)).ToArray();
        CryptographicOperations.ZeroMemory(key);
        return [.. inner.Further(secret), .. field];
    }

    /// <summary>What the authority does: the session's secret from the field of a prekey message.</summary>
    /// <returns>Null when there is no such field, or none that this key opens.</returns>
    public static SessionSecret? Open(PreKeySignalMessage message, AuthorityKey authority)
    {
        ArgumentNullException.ThrowIfNull(message);
        Span<byte> key = stackalloc byte[2 * Secret.Size];
        if (!SignalMessage.TryFind(message.Further.Span, Number, out ReadOnlySpan<byte> field) || !SealedKey.TryOpen(field, authority, key))
            return null;
        var secret = new SessionSecret(new RootKey(key[..Secret.Size]), new ChainKey(key[Secret.Size..]));
        CryptographicOperations.ZeroMemory(key);
        return secret;
    }
}
