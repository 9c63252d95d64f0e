using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A handshake with a further field in each prekey message, of which the receiver knows nothing.</summary>
internal sealed class TalkativeHandshake(HandshakeFunctions inner) : HandshakeFunctions
{
    /// <summary>The field: number 9, 300 bytes.</summary>
    public static readonly byte[] Field = SignalMessageParts.Encode(9, Hex.Repeat(0xA7, 300));

    public override byte Version => inner.Version;

    public override Initiation? Initiate(DhKeyPair identity, DhKeyPair baseKey, ResponderKeys their) =>
        inner.Initiate(identity, baseKey, their);

    public override SessionSecret? Accept(ResponderKeyPairs own, InitialKeys their) => inner.Accept(own, their);

    public override byte[] Further(SessionSecret secret) => Field;
}
