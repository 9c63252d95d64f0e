using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.SealedSender;

/// <summary>Whose device sends, as a certificate says it.</summary>
/// <param name="Uuid">The sender's name.</param>
/// <param name="PhoneNumber">The sender's phone number, or null.</param>
/// <param name="Device">Number of the sender's device.</param>
/// <param name="IdentityKey">The device's identity key.</param>
public sealed record SenderIdentity(string Uuid, string? PhoneNumber, uint Device, DhPublicKey IdentityKey);
