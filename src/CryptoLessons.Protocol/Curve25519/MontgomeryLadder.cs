using System.Runtime.CompilerServices;
using static CryptoLessons.Protocol.Curve25519.FieldElement;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>Multiplication on Curve25519 with u-coordinates alone, in constant time: a doubling and an addition for each bit (RFC 7748 §5).</summary>
internal static class MontgomeryLadder
{
    private const int TopBit = 254;

    /// <summary>(A - 2) / 4 of the curve v^2 = u^3 + A u^2 + u with A = 486662.</summary>
    private const uint A24 = 121_665;

    /// <summary>The u-coordinate of a multiple of a point; all zero for a point of low order.</summary>
    /// <param name="scalar">32 bytes, clamped.</param>
    /// <param name="point">The point's u-coordinate: 32 bytes, the top bit ignored, reduced modulo p.</param>
    /// <param name="product">Where the multiple goes, 32 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> point, Span<byte> product)
    {
        FieldElement x1 = FieldElement.FromBytes(point);
        FieldElement x2 = FieldElement.One, z2 = FieldElement.Zero, x3 = x1, z3 = FieldElement.One;
        ulong swap = 0;
        for (int t = TopBit; t >= 0; t--)
        {
            ulong bit = (ulong)(scalar[t >> 3] >> (t & 7)) & 1;
            FieldElement a = SumAsFactor(x2, z2), b = DifferenceAsFactor(x2, z2);
            FieldElement c = SumAsFactor(x3, z3), d = DifferenceAsFactor(x3, z3);
            // Exchanging the two points exchanges both products: only what is doubled has to be chosen.
            FieldElement da = d * a, cb = c * b;
            x3 = SumAsFactor(da, cb).Square();
            z3 = x1 * DifferenceAsFactor(da, cb).Square();
            a = Select(a, c, swap ^ bit);
            b = Select(b, d, swap ^ bit);
            swap = bit;
            FieldElement aa = a.Square(), bb = b.Square(), e = DifferenceAsFactor(aa, bb);
            x2 = aa * bb;
            z2 = e * SumAsFactor(aa, e * A24);
        }
        (Select(x2, x3, swap) * Select(z2, z3, swap).Invert()).ToBytes(product);
    }
}
