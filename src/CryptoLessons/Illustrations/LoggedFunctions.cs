using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Illustrations;

/// <summary>A suite whose results are written down.</summary>
/// <param name="inner">The suite that does the work.</param>
/// <param name="log">Where.</param>
internal sealed class LoggedFunctions(RatchetFunctions inner, CallLog log) : DelegatingRatchetFunctions(inner)
{
    public override SharedSecret? Dh(DhKeyPair own, DhPublicKey their)
    {
        SharedSecret? secret = Inner.Dh(own, their);
        if (secret is not null)
            log.Gave("DH", secret);
        return secret;
    }

    public override (RootKey RK, ChainKey CK) KdfRk(RootKey rk, SharedSecret dhOut)
    {
        var keys = Inner.KdfRk(rk, dhOut);
        log.Gave("KDF_RK", keys.RK);
        log.Gave("KDF_RK", keys.CK);
        return keys;
    }

    public override (ChainKey CK, MessageSeed Seed) KdfCk(ChainKey ck)
    {
        var keys = Inner.KdfCk(ck);
        log.Gave("KDF_CK", keys.CK);
        log.Gave("KDF_CK", keys.Seed);
        return keys;
    }

    public override MessageKey KdfHybrid(MessageSeed ec, SpqrMessageKey? pq = null)
    {
        MessageKey key = Inner.KdfHybrid(ec, pq);
        log.Gave("KDF_HYBRID", key);
        return key;
    }
}
