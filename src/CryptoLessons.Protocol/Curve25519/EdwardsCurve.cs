namespace CryptoLessons.Protocol.Curve25519;

/// <summary>The constants of edwards25519 (RFC 7748 §4.1, RFC 8032 §5.1), computed from their definitions.</summary>
internal static class EdwardsCurve
{
    // The order of these lines matters: each constant is made from those above it.

    /// <summary>The curve's coefficient: d = -121665/121666.</summary>
    public static readonly FieldElement D = -FieldElement.FromSmall(121665) * FieldElement.FromSmall(121666).Invert();

    /// <summary>2d, as the addition formula takes it.</summary>
    public static readonly FieldElement TwoD = D + D;

    /// <summary>B: the point with y = 4/5 and even x. Its order is the prime L, and on Curve25519 it is u = 9.</summary>
    public static readonly EdwardsPoint BasePoint = MakeBasePoint();

    private static readonly Lazy<PointTable> LazyBaseTable = new(() => new(BasePoint));
    private static readonly Lazy<BasePointTables> LazyBaseTables = new(() => new());

    /// <summary>The multiples of B, made at the first use.</summary>
    public static PointTable BaseTable => LazyBaseTable.Value;

    /// <summary>The multiples of B for every digit of a scalar, made at the first use.</summary>
    public static BasePointTables BaseTables => LazyBaseTables.Value;

    private static EdwardsPoint MakeBasePoint()
    {
        Span<byte> y = stackalloc byte[EdwardsPoint.Size];
        (FieldElement.FromSmall(4) * FieldElement.FromSmall(5).Invert()).ToBytes(y);
        return EdwardsPoint.TryDecompress(y, out EdwardsPoint point)
            ? point
            : throw new InvalidOperationException("4/5 is the y-coordinate of a point, so the field arithmetic is wrong.");
    }
}
