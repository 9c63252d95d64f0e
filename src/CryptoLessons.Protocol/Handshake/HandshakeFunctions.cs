using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Handshake;

/// <summary>What a device takes from a handshake: how both ends come to the session's secret, and what the initiator sends along.</summary>
/// <remarks>A seam like <see cref="RatchetFunctions"/>: devices do not know which handshake they run.</remarks>
public abstract class HandshakeFunctions
{
    /// <summary>The initiator's side.</summary>
    /// <param name="identity">Own identity key pair (IK_A).</param>
    /// <param name="baseKey">Fresh key pair for this session (EK_A).</param>
    /// <param name="theirIdentity">The responder's identity key (IK_B).</param>
    /// <param name="theirSignedPreKey">The responder's signed prekey (SPK_B), its signature already checked.</param>
    /// <param name="theirOneTimePreKey">The responder's one-time prekey (OPK_B), or null.</param>
    /// <returns>Null when one of the responder's keys is a low-order point.</returns>
    public abstract SessionSecret? Initiate(
        DhKeyPair identity, DhKeyPair baseKey, DhPublicKey theirIdentity, DhPublicKey theirSignedPreKey, DhPublicKey? theirOneTimePreKey);

    /// <summary>The responder's side.</summary>
    /// <param name="identity">Own identity key pair (IK_B).</param>
    /// <param name="signedPreKey">The signed prekey that the initiator used (SPK_B).</param>
    /// <param name="oneTimePreKey">The one-time prekey that the initiator used (OPK_B), or null.</param>
    /// <param name="theirIdentity">The initiator's identity key (IK_A).</param>
    /// <param name="theirBaseKey">The initiator's base key (EK_A).</param>
    /// <returns>Null when one of the initiator's keys is a low-order point.</returns>
    public abstract SessionSecret? Accept(
        DhKeyPair identity, DhKeyPair signedPreKey, DhKeyPair? oneTimePreKey, DhPublicKey theirIdentity, DhPublicKey theirBaseKey);

    /// <summary>What the initiator sends along in each of its prekey messages, beyond the base key and the numbers of the prekeys.</summary>
    /// <param name="secret">What the handshake agreed on.</param>
    /// <returns>Encoded fields with numbers above 6, ascending; empty when there is nothing to add.</returns>
    public abstract byte[] Further(SessionSecret secret);
}
