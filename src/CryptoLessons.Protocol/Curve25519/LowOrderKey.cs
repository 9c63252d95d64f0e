namespace CryptoLessons.Protocol.Curve25519;

/// <summary>Public keys of low order, which nobody but the hostile sends: their agreement with every private key is all zero (RFC 7748 §6.1).</summary>
internal static class LowOrderKey
{
    // A private key is a multiple of 8, the cofactor: three doublings take every such point to the neutral element.
    private const int Doublings = 3;

    /// <summary>A of the curve v^2 = u^3 + A u^2 + u (RFC 7748 §4.1).</summary>
    private const uint A = 486_662;

    /// <summary>Whether <paramref name="key"/> is one, on the curve or on its twist, in whatever encoding.</summary>
    public static bool Is(DhPublicKey key)
    {
        FieldElement x = FieldElement.FromBytes(key.U), z = FieldElement.One, a = FieldElement.FromSmall(A);
        for (int i = 0; i < Doublings; i++)
        {
            // X' = (X^2 - Z^2)^2, Z' = 4 X Z (X^2 + A X Z + Z^2), the same on both (Montgomery 1987).
            FieldElement xx = x * x, zz = z * z, xz = x * z, difference = xx - zz;
            (x, z) = (difference * difference, FieldElement.FromSmall(4) * xz * (xx + (a * xz) + zz));
        }
        return FieldElement.AreEqual(z, FieldElement.Zero) == 1;
    }
}
