using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Tests.Protocol;

/// <summary>X3DH with a further field in each prekey message, as a handshake with a KEM has.</summary>
internal sealed class TalkativeHandshake : HandshakeFunctions
{
    /// <summary>The field: number 7, 300 bytes.</summary>
    public static readonly byte[] Field = SignalMessageParts.Encode(7, Hex.Repeat(0xA7, 300));

    public override SessionSecret? Initiate(
        DhKeyPair identity, DhKeyPair baseKey, DhPublicKey theirIdentity, DhPublicKey theirSignedPreKey, DhPublicKey? theirOneTimePreKey) =>
        X3dh.Functions.Initiate(identity, baseKey, theirIdentity, theirSignedPreKey, theirOneTimePreKey);

    public override SessionSecret? Accept(
        DhKeyPair identity, DhKeyPair signedPreKey, DhKeyPair? oneTimePreKey, DhPublicKey theirIdentity, DhPublicKey theirBaseKey) =>
        X3dh.Functions.Accept(identity, signedPreKey, oneTimePreKey, theirIdentity, theirBaseKey);

    public override byte[] Further(SessionSecret secret) => Field;
}
