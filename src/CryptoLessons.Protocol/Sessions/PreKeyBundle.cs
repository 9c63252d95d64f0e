using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>What a device publishes so that others can open a session with it while it is offline (X3DH rev 1, 3.2; PQXDH rev 3, 3.2).</summary>
/// <param name="RegistrationId">The device's registration number.</param>
/// <param name="PreKeyId">Number of the one-time prekey; null when there is none. 0 is a number like any other.</param>
/// <param name="PreKey">The one-time prekey, which nobody signs; null when there is none.</param>
/// <param name="SignedPreKeyId">Number of the signed prekey.</param>
/// <param name="SignedPreKey">The signed prekey.</param>
/// <param name="SignedPreKeySignature">XEdDSA signature of the identity key over the 33 serialized bytes of the signed prekey, 64 bytes.</param>
/// <param name="IdentityKey">The device's identity key.</param>
/// <param name="Kyber">The post-quantum prekey; null with X3DH.</param>
public sealed record PreKeyBundle(
    uint RegistrationId,
    uint? PreKeyId,
    DhPublicKey? PreKey,
    uint SignedPreKeyId,
    DhPublicKey SignedPreKey,
    ReadOnlyMemory<byte> SignedPreKeySignature,
    DhPublicKey IdentityKey,
    PublishedKyberPreKey? Kyber = null);
