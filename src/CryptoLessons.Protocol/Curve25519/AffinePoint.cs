using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>A point of edwards25519 as what is added to others: (y + x, y - x, 2d x y).</summary>
/// <remarks>The addition formula would else compute these each time. Source: Bernstein, Duif, Lange, Schwabe and Yang, "High-speed high-security signatures" (2011), section 4.</remarks>
[StructLayout(LayoutKind.Sequential, Size = Vectors * 32)]
internal readonly struct AffinePoint(in FieldElement sum, in FieldElement difference, in FieldElement product)
{
    /// <summary>Safe to be more than three elements need: rows of whole vectors are read at once.</summary>
    private const int Vectors = 4;

    /// <summary>y + x.</summary>
    public readonly FieldElement Sum = sum;

    /// <summary>y - x.</summary>
    public readonly FieldElement Difference = difference;

    /// <summary>2d x y.</summary>
    public readonly FieldElement Product = product;

    /// <summary>The neutral element, (0, 1).</summary>
    public static AffinePoint Identity => new(FieldElement.One, FieldElement.One, FieldElement.Zero);

    /// <summary>One of many points, or the neutral element, read without telling the cache or the branch predictor which.</summary>
    /// <param name="points">The points.</param>
    /// <param name="number">Number of the point, from 1; 0 for the neutral element.</param>
    public static AffinePoint Select(ReadOnlySpan<AffinePoint> points, int number)
    {
        AffinePoint selected = Identity;
        ReadOnlySpan<Vector256<ulong>> rows = MemoryMarshal.Cast<AffinePoint, Vector256<ulong>>(points);
        Span<Vector256<ulong>> result = MemoryMarshal.Cast<AffinePoint, Vector256<ulong>>(new Span<AffinePoint>(ref selected));
        Vector256<ulong> wanted = Vector256.Create((ulong)number);
        for (int v = 0; v < Vectors; v++)
        {
            Vector256<ulong> row = result[v];
            for (int i = 0; i < points.Length; i++)
                row = Vector256.ConditionalSelect(Vector256.Equals(Vector256.Create((ulong)i + 1), wanted), rows[(i * Vectors) + v], row);
            result[v] = row;
        }
        return selected;
    }

    /// <summary>The point when <paramref name="choice"/> is 0, its opposite when it is 1, without a branch.</summary>
    public AffinePoint NegateIf(ulong choice) => new(
        FieldElement.Select(Sum, Difference, choice),
        FieldElement.Select(Difference, Sum, choice),
        FieldElement.Select(Product, -Product, choice));
}
