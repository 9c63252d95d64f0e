namespace CryptoLessons.Protocol.Curve25519;

/// <summary>What the holder of one share of a private key contributes to an agreement: a point, which tells neither the share nor the secret.</summary>
/// <param name="Index">Number of the share, from 1.</param>
/// <param name="Point">A compressed point of edwards25519, 32 bytes.</param>
public sealed record PartialAgreement(uint Index, ReadOnlyMemory<byte> Point);
