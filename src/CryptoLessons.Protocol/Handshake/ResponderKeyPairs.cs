using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;

namespace CryptoLessons.Protocol.Handshake;

/// <summary>The responder's key pairs that an initiator agreed with.</summary>
/// <param name="Identity">The identity key pair (IK_B).</param>
/// <param name="SignedPreKey">The signed prekey that the initiator used (SPK_B).</param>
/// <param name="OneTimePreKey">The one-time prekey that the initiator used (OPK_B), or null.</param>
/// <param name="KyberPreKey">The post-quantum prekey that the initiator used (PQPK_B), or null.</param>
public sealed record ResponderKeyPairs(
    DhKeyPair Identity, DhKeyPair SignedPreKey, DhKeyPair? OneTimePreKey = null, Kyber1024KeyPair? KyberPreKey = null);
