using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A handshake with one more field in each prekey message: the session's secret, sealed to an authority.</summary>
/// <remarks>
/// One key for a whole session, and it opens no message: the initiator's first chain already takes a Diffie-Hellman agreement that
/// the secret does not contain. What its holder can do is to write: as the initiator until the responder has the first message, and
/// as the responder in the chain that the handshake itself gives a key for. Nothing authenticates the field on the way.
/// 114 bytes on the wire, in prekey messages alone; 146 where a post-quantum ratchet has a key too.
/// </remarks>
/// <param name="inner">The handshake to which this adds the field.</param>
/// <param name="authority">The authority's public key.</param>
/// <param name="random">Where the sealing takes its ephemeral keys from; a stream of its own.</param>
public sealed class SessionSecretEscrow(HandshakeFunctions inner, DhPublicKey authority, RandomSource random) : HandshakeFunctions
{
    /// <summary>Number of the field in a prekey message.</summary>
    public const int Number = 15;

    private const int RootAndChain = 2 * Secret.Size;
    private const int WithPostQuantum = 3 * Secret.Size;

    /// <summary>Length of the field's value, in bytes, without a post-quantum ratchet.</summary>
    public const int Size = RootAndChain + SealedKey.Overhead;

    /// <inheritdoc/>
    public override byte Version => inner.Version;

    /// <inheritdoc/>
    public override Initiation? Initiate(DhKeyPair identity, DhKeyPair baseKey, ResponderKeys their) => inner.Initiate(identity, baseKey, their);

    /// <inheritdoc/>
    public override SessionSecret? Accept(ResponderKeyPairs own, InitialKeys their) => inner.Accept(own, their);

    /// <summary>What the inner handshake sends along, and the sealed secret.</summary>
    /// <inheritdoc/>
    public override byte[] Further(SessionSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        byte[] key = [.. secret.Keys.SelectMany(Hazmat.Reveal)];
        byte[] field = new WireWriter().Bytes(Number, SealedKey.Seal(key, authority, random)).ToArray();
        CryptographicOperations.ZeroMemory(key);
        return [.. inner.Further(secret), .. field];
    }

    /// <summary>What the authority does: the session's secret from the field of a prekey message.</summary>
    /// <returns>Null when there is no such field, or none that this key opens.</returns>
    public static SessionSecret? Open(PreKeySignalMessage message, AuthorityKey authority)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!SignalMessage.TryFind(message.Further.Span, Number, out ReadOnlySpan<byte> field))
            return null;
        bool postQuantum = field.Length == WithPostQuantum + SealedKey.Overhead;
        Span<byte> key = stackalloc byte[postQuantum ? WithPostQuantum : RootAndChain];
        if (!SealedKey.TryOpen(field, authority, key))
            return null;
        var secret = new SessionSecret(
            new RootKey(key[..Secret.Size]),
            new ChainKey(key[Secret.Size..RootAndChain]),
            postQuantum ? new SpqrAuthKey(key[RootAndChain..]) : null);
        CryptographicOperations.ZeroMemory(key);
        return secret;
    }
}
