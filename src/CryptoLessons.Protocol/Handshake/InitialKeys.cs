using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Handshake;

/// <summary>What a responder learns of the initiator from the initial message.</summary>
/// <param name="IdentityKey">The initiator's identity key (IK_A).</param>
/// <param name="BaseKey">The initiator's base key (EK_A).</param>
/// <param name="KyberCiphertext">The KEM's ciphertext for the post-quantum prekey (CT), 1568 bytes; empty without one.</param>
public sealed record InitialKeys(DhPublicKey IdentityKey, DhPublicKey BaseKey, ReadOnlyMemory<byte> KyberCiphertext = default);
