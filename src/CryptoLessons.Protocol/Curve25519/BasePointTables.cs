using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>Multiples of the base point B for every digit of a scalar: 0 to 15 times 16^i B, for i from 0 to 63.</summary>
/// <remarks>
/// A <see cref="PointTable"/> takes four doublings for each digit. They are the same for every scalar, and here they were done once: what is
/// left of a multiplication is one addition for each digit. 160 kilobytes.
/// </remarks>
internal sealed class BasePointTables
{
    private readonly PointTable[] tables = new PointTable[PointTable.WindowCount];

    /// <summary>Computes the multiples.</summary>
    public BasePointTables()
    {
        EdwardsPoint point = EdwardsCurve.BasePoint;
        for (int i = 0; i < tables.Length; i++)
        {
            tables[i] = new(point);
            point = point.Double().Double().Double().Double();
        }
    }

    /// <summary>B times a secret scalar, in constant time.</summary>
    public EdwardsPoint Multiply(in Scalar scalar)
    {
        Span<byte> digits = stackalloc byte[Scalar.Size];
        scalar.ToBytes(digits);
        EdwardsPoint product = EdwardsPoint.Identity;
        for (int i = 0; i < tables.Length; i++)
            product += tables[i].Select(PointTable.Digit(digits, i));
        CryptographicOperations.ZeroMemory(digits);
        return product;
    }
}
