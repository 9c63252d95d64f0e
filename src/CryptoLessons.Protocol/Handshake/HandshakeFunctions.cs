using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Handshake;

/// <summary>What a device takes from a handshake: how both ends come to the session's secret, and what the initiator sends along.</summary>
/// <remarks>A seam like <see cref="RatchetFunctions"/>: devices do not know which handshake they run.</remarks>
public abstract class HandshakeFunctions
{
    /// <summary>The version byte of the messages of sessions that this handshake opens, one of <see cref="MessageVersion"/>'s.</summary>
    public abstract byte Version { get; }

    /// <summary>The initiator's side.</summary>
    /// <param name="identity">Own identity key pair (IK_A).</param>
    /// <param name="baseKey">Fresh key pair for this session (EK_A).</param>
    /// <param name="their">The responder's published keys.</param>
    /// <returns>Null when one of the responder's keys is a low-order point, or one that the handshake needs is missing.</returns>
    public abstract Initiation? Initiate(DhKeyPair identity, DhKeyPair baseKey, ResponderKeys their);

    /// <summary>The responder's side.</summary>
    /// <param name="own">The key pairs that the initiator used.</param>
    /// <param name="their">What the initiator sent.</param>
    /// <returns>Null when one of the initiator's keys is a low-order point, or what the handshake needs is missing.</returns>
    public abstract SessionSecret? Accept(ResponderKeyPairs own, InitialKeys their);

    /// <summary>What the initiator sends along in each of its prekey messages, beyond the keys and the numbers of the prekeys.</summary>
    /// <param name="secret">What the handshake agreed on.</param>
    /// <returns>Encoded fields with numbers above 8, ascending; empty when there is nothing to add.</returns>
    public abstract byte[] Further(SessionSecret secret);
}
