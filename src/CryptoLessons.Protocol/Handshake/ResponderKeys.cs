using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;

namespace CryptoLessons.Protocol.Handshake;

/// <summary>The responder's public keys that an initiator agrees with, signatures already checked.</summary>
/// <param name="IdentityKey">The responder's identity key (IK_B).</param>
/// <param name="SignedPreKey">The signed prekey (SPK_B).</param>
/// <param name="OneTimePreKey">The one-time prekey (OPK_B), or null.</param>
/// <param name="KyberPreKey">The signed post-quantum prekey (PQPK_B), or null.</param>
public sealed record ResponderKeys(
    DhPublicKey IdentityKey, DhPublicKey SignedPreKey, DhPublicKey? OneTimePreKey = null, Kyber1024PublicKey? KyberPreKey = null);
