using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Tests.Protocol;

/// <summary>X3DH with a further field in each prekey message, of which it knows nothing.</summary>
internal sealed class TalkativeHandshake : HandshakeFunctions
{
    /// <summary>The field: number 7, 300 bytes.</summary>
    public static readonly byte[] Field = SignalMessageParts.Encode(7, Hex.Repeat(0xA7, 300));

    public override byte Version => X3dh.Functions.Version;

    public override Initiation? Initiate(DhKeyPair identity, DhKeyPair baseKey, ResponderKeys their) =>
        X3dh.Functions.Initiate(identity, baseKey, their);

    public override SessionSecret? Accept(ResponderKeyPairs own, InitialKeys their) => X3dh.Functions.Accept(own, their);

    public override byte[] Further(SessionSecret secret) => Field;
}
