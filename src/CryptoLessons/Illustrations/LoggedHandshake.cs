using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Illustrations;

/// <summary>A handshake whose results are written down.</summary>
/// <param name="inner">The handshake that does the work.</param>
/// <param name="log">Where.</param>
internal sealed class LoggedHandshake(HandshakeFunctions inner, CallLog log) : HandshakeFunctions
{
    public override byte Version => inner.Version;

    public override Initiation? Initiate(DhKeyPair identity, DhKeyPair baseKey, ResponderKeys their)
    {
        Initiation? begun = inner.Initiate(identity, baseKey, their);
        Gave("Initiate", begun?.Secret);
        return begun;
    }

    public override SessionSecret? Accept(ResponderKeyPairs own, InitialKeys their)
    {
        SessionSecret? secret = inner.Accept(own, their);
        Gave("Accept", secret);
        return secret;
    }

    public override byte[] Further(SessionSecret secret) => inner.Further(secret);

    private void Gave(string function, SessionSecret? secret)
    {
        foreach (Secret key in secret?.Keys ?? [])
            log.Gave(function, key);
    }
}
