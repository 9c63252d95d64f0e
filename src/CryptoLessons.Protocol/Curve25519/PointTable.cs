using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>The multiples 0 P to 15 P of a point, and the multiplication of P by a scalar that takes four bits at a time from it.</summary>
internal sealed class PointTable
{
    private const int WindowBits = 4;
    private const int WindowMask = (1 << WindowBits) - 1;

    /// <summary>Number of digits of a scalar.</summary>
    private const int WindowCount = 8 * Scalar.Size / WindowBits;

    private readonly EdwardsPoint[] multiples = new EdwardsPoint[1 << WindowBits];

    /// <summary>Computes the multiples of <paramref name="point"/>.</summary>
    public PointTable(in EdwardsPoint point)
    {
        multiples[0] = EdwardsPoint.Identity;
        for (int i = 1; i < multiples.Length; i++)
            multiples[i] = multiples[i - 1] + point;
    }

    /// <summary>The point times a secret scalar, in constant time.</summary>
    /// <remarks>
    /// Four doublings and one addition for every four bits, even where they are 0. The summand is picked by reading the whole table.
    /// </remarks>
    public EdwardsPoint Multiply(in Scalar scalar)
    {
        Span<byte> digits = stackalloc byte[Scalar.Size];
        scalar.ToBytes(digits);
        EdwardsPoint product = EdwardsPoint.Identity;
        for (int i = WindowCount - 1; i >= 0; i--)
            product = product.Double().Double().Double().Double() + Select(Digit(digits, i));
        CryptographicOperations.ZeroMemory(digits);
        return product;
    }

    /// <summary><paramref name="a"/> P + <paramref name="b"/> Q with one chain of doublings for both (Straus 1964).</summary>
    /// <remarks>
    /// Its time depends on the scalars. Safe because only verification calls it, and a signature, the key it is checked with and
    /// the message are public.
    /// </remarks>
    public static EdwardsPoint MultiplyAddVariableTime(in Scalar a, PointTable p, in Scalar b, PointTable q)
    {
        Span<byte> digitsOfA = stackalloc byte[Scalar.Size];
        Span<byte> digitsOfB = stackalloc byte[Scalar.Size];
        a.ToBytes(digitsOfA);
        b.ToBytes(digitsOfB);
        EdwardsPoint sum = EdwardsPoint.Identity;
        for (int i = WindowCount - 1; i >= 0; i--)
        {
            sum = sum.Double().Double().Double().Double();
            int digitOfA = Digit(digitsOfA, i), digitOfB = Digit(digitsOfB, i);
            if (digitOfA != 0)
                sum += p.multiples[digitOfA];
            if (digitOfB != 0)
                sum += q.multiples[digitOfB];
        }
        return sum;
    }

    /// <summary>Four bits of a scalar's 32 bytes; digit 0 is the lowest.</summary>
    private static int Digit(ReadOnlySpan<byte> digits, int index) =>
        (digits[index / 2] >> (WindowBits * (index % 2))) & WindowMask;

    /// <summary>One multiple, read without telling the cache or the branch predictor which.</summary>
    private EdwardsPoint Select(int digit)
    {
        EdwardsPoint selected = multiples[0];
        for (int i = 1; i < multiples.Length; i++)
        {
            // Bit 63 of (difference - 1) is set only when the difference is 0.
            ulong isDigit = unchecked((ulong)(i ^ digit) - 1) >> 63;
            selected = EdwardsPoint.Select(selected, multiples[i], isDigit);
        }
        return selected;
    }
}
