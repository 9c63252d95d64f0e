using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>Multiples of the base point B for every digit of a scalar: 1 to 8 times 16^i B, for i from 0 to 63.</summary>
/// <remarks>
/// A <see cref="PointTable"/> takes four doublings for each digit. They are the same for every scalar, and here they were done once: what is
/// left of a multiplication is one addition for each digit. Digits run from -8 to 8, because the opposite of a point costs nothing.
/// 64 kilobytes.
/// </remarks>
internal sealed class BasePointTables
{
    private const int DigitCount = 2 * Scalar.Size;
    private const int LargestDigit = 8;

    private readonly AffinePoint[] multiples = new AffinePoint[DigitCount * LargestDigit];

    /// <summary>Computes the multiples.</summary>
    public BasePointTables()
    {
        var points = new EdwardsPoint[multiples.Length];
        EdwardsPoint power = EdwardsCurve.BasePoint;
        for (int i = 0; i < points.Length; i += LargestDigit)
        {
            points[i] = power;
            for (int digit = 1; digit < LargestDigit; digit++)
                points[i + digit] = points[i + digit - 1] + power;
            power = points[i + LargestDigit - 1].Double();
        }
        EdwardsPoint.ToAffine(points, multiples);
    }

    /// <summary>B times a secret scalar, in constant time.</summary>
    public EdwardsPoint Multiply(in Scalar scalar)
    {
        Span<byte> bytes = stackalloc byte[Scalar.Size];
        scalar.ToBytes(bytes);
        EdwardsPoint product = Multiply(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return product;
    }

    /// <summary>B times a secret number, in constant time.</summary>
    /// <param name="number">32 bytes, little-endian, below 2^255; it need not be reduced.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public EdwardsPoint Multiply(ReadOnlySpan<byte> number)
    {
        EdwardsPoint product = EdwardsPoint.Identity;
        int carry = 0;
        for (int i = 0; i < DigitCount; i++)
        {
            // From 0 to 15 and a carry of 1 to what lies between -8 and 7; the last digit has no successor and reaches 8.
            int digit = ((number[i / 2] >> (4 * (i % 2))) & 0xF) + carry;
            carry = i == DigitCount - 1 ? 0 : (digit + LargestDigit) >> 4;
            product += Select(i, digit - (carry << 4));
        }
        return product;
    }

    /// <summary>digit 16^i B, chosen without a trace of the digit.</summary>
    private AffinePoint Select(int i, int digit)
    {
        int negative = digit >> 31, magnitude = (digit ^ negative) - negative;
        return AffinePoint.Select(multiples.AsSpan(i * LargestDigit, LargestDigit), magnitude).NegateIf((ulong)(negative & 1));
    }
}
