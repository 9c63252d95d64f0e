using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>What an initiator repeats in every message until the first answer arrives: which of the responder's prekeys it used.</summary>
/// <param name="PreKeyId">Number of the one-time prekey, or null.</param>
/// <param name="SignedPreKeyId">Number of the signed prekey.</param>
/// <param name="BaseKey">The initiator's base key (EK_A).</param>
public sealed record PendingPreKey(uint? PreKeyId, uint SignedPreKeyId, DhPublicKey BaseKey);
