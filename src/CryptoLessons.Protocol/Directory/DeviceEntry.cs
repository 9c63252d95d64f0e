using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Directory;

/// <summary>One device of a person, as the directory lists it.</summary>
/// <param name="Device">Number of the device, from 1.</param>
/// <param name="RegistrationId">The device's registration number; another one means that the app was installed anew.</param>
/// <param name="IdentityKey">The device's identity key.</param>
public sealed record DeviceEntry(uint Device, uint RegistrationId, DhPublicKey IdentityKey);
