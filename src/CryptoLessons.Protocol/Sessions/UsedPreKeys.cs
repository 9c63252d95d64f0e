using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>Which of the responder's prekeys opened a session, and with what base key: enough for the responder to make the handshake again.</summary>
/// <param name="PreKeyId">Number of the one-time prekey, or null.</param>
/// <param name="SignedPreKeyId">Number of the signed prekey.</param>
/// <param name="BaseKey">The initiator's base key (EK_A).</param>
/// <param name="Kyber">The post-quantum prekey, and the ciphertext for it; null with X3DH.</param>
public sealed record UsedPreKeys(uint? PreKeyId, uint SignedPreKeyId, DhPublicKey BaseKey, UsedKyberPreKey? Kyber = null);
