namespace CryptoLessons.Protocol.Curve25519;

/// <summary>Public keys that an honest party makes: in their one encoding, and multiples of the base point.</summary>
/// <remarks>
/// X25519 ignores the top bit, reduces what is p or more, and cannot tell a key from the same key plus a point of low order: all of
/// them agree on the same secret. Where a key serves as a name too, only one of them may be let through.
/// </remarks>
internal static class CanonicalKey
{
    /// <summary>L - 1, little-endian: the order of the base point, less one.</summary>
    private static ReadOnlySpan<byte> OrderLessOne =>
    [
        0xEC, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE, 0x14,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x10,
    ];

    /// <summary>Whether <paramref name="key"/> is written as an honest party writes it, and has no part of low order.</summary>
    public static bool Is(DhPublicKey key)
    {
        Span<byte> encoded = stackalloc byte[DhPublicKey.Size];
        FieldElement.FromBytes(key.U).ToBytes(encoded);
        return key.U.SequenceEqual(encoded) && EdwardsPoint.TryFromMontgomery(key.U, sign: 0, out EdwardsPoint point) && IsTorsionFree(point);
    }

    /// <summary>L P is the neutral element, that is (L - 1) P = -P; a scalar is less than L.</summary>
    private static bool IsTorsionFree(in EdwardsPoint point)
    {
        Span<byte> multiple = stackalloc byte[EdwardsPoint.Size], opposite = stackalloc byte[EdwardsPoint.Size];
        new PointTable(point).Multiply(Scalar.FromBytes(OrderLessOne)).Compress(multiple);
        (-point).Compress(opposite);
        return multiple.SequenceEqual(opposite);
    }
}
