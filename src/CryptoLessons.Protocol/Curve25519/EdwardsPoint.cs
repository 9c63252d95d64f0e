using static CryptoLessons.Protocol.Curve25519.FieldElement;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>
/// A point of edwards25519, the twisted Edwards curve -x^2 + y^2 = 1 + d x^2 y^2 that is Curve25519 in other coordinates
/// (RFC 7748 §4.1, RFC 8032 §5.1), in constant time.
/// </summary>
/// <remarks>
/// Extended coordinates (X : Y : Z : T) with x = X/Z, y = Y/Z and x y = T/Z. The addition formula is complete: it is right for
/// every two points of the curve, equal, opposite, neutral or of low order, so no case is told apart by a branch.
/// </remarks>
internal readonly struct EdwardsPoint
{
    /// <summary>Length of a compressed point, in bytes.</summary>
    public const int Size = 32;

    private readonly FieldElement x, y, z, t;

    private EdwardsPoint(in FieldElement x, in FieldElement y, in FieldElement z, in FieldElement t) =>
        (this.x, this.y, this.z, this.t) = (x, y, z, t);

    /// <summary>The neutral element, (0, 1).</summary>
    public static EdwardsPoint Identity => new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    /// <summary>Reads 32 bytes: y with its top bit ignored, and the sign of x in that bit.</summary>
    /// <remarks>As lenient as libsignal: y of p or more is reduced, and x = 0 may have sign 1 (not so in RFC 8032 §5.1.3).</remarks>
    /// <returns>False when no point of the curve has this y.</returns>
    public static bool TryDecompress(ReadOnlySpan<byte> bytes, out EdwardsPoint point) =>
        TryFromY(FieldElement.FromBytes(bytes), (ulong)(bytes[Size - 1] >> 7), out point);

    /// <summary>The Edwards form of a Curve25519 public key: y = (u - 1)/(u + 1) (RFC 7748 §4.1).</summary>
    /// <param name="u">32 bytes; the top bit is ignored and a value of p or more is reduced.</param>
    /// <param name="sign">The sign of x, 1 or 0, which u does not tell.</param>
    /// <param name="point">The point, when the result is true.</param>
    /// <returns>False when u = -1, whose y would be a division by 0, or when u belongs to the twist of the curve.</returns>
    public static bool TryFromMontgomery(ReadOnlySpan<byte> u, ulong sign, out EdwardsPoint point)
    {
        FieldElement montgomery = FieldElement.FromBytes(u);
        FieldElement denominator = montgomery + FieldElement.One;
        point = Identity;
        return FieldElement.AreEqual(denominator, FieldElement.Zero) == 0
            && TryFromY((montgomery - FieldElement.One) * denominator.Invert(), sign, out point);
    }

    /// <summary>Writes 32 bytes: y, with the sign of x in the top bit (RFC 8032 §5.1.2).</summary>
    public void Compress(Span<byte> destination)
    {
        FieldElement inverse = z.Invert();
        (y * inverse).ToBytes(destination);
        destination[Size - 1] |= (byte)((x * inverse).IsNegative() << 7);
    }

    /// <summary>The Curve25519 form of the point: u = (1 + y)/(1 - y) (RFC 7748 §4.1); 0 for the neutral element.</summary>
    public void ToMontgomery(Span<byte> u) => ((z + y) * (z - y).Invert()).ToBytes(u);

    /// <summary>The same points with Z = 1, for which one inversion serves them all.</summary>
    public static void ToAffine(ReadOnlySpan<EdwardsPoint> points, Span<AffinePoint> affine)
    {
        var inverses = new FieldElement[points.Length];
        for (int i = 0; i < points.Length; i++)
            inverses[i] = points[i].z;
        FieldElement.Invert(inverses);
        for (int i = 0; i < points.Length; i++)
        {
            FieldElement x = points[i].x * inverses[i], y = points[i].y * inverses[i];
            affine[i] = new(y + x, y - x, x * y * EdwardsCurve.TwoD);
        }
    }

    /// <summary><paramref name="a"/> when <paramref name="choice"/> is 0, <paramref name="b"/> when it is 1, without a branch.</summary>
    public static EdwardsPoint Select(in EdwardsPoint a, in EdwardsPoint b, ulong choice) => new(
        FieldElement.Select(a.x, b.x, choice),
        FieldElement.Select(a.y, b.y, choice),
        FieldElement.Select(a.z, b.z, choice),
        FieldElement.Select(a.t, b.t, choice));

    public static EdwardsPoint operator -(in EdwardsPoint p) => new(-p.x, p.y, p.z, -p.t);

    /// <summary>The group law (RFC 8032 §5.1.4).</summary>
    public static EdwardsPoint operator +(in EdwardsPoint p, in EdwardsPoint q)
    {
        FieldElement a = DifferenceAsFactor(p.y, p.x) * DifferenceAsFactor(q.y, q.x);
        FieldElement b = SumAsFactor(p.y, p.x) * SumAsFactor(q.y, q.x);
        FieldElement c = p.t * EdwardsCurve.TwoD * q.t;
        FieldElement zz = p.z * q.z;
        FieldElement d = zz + zz;
        return FromFactors(e: DifferenceAsFactor(b, a), f: DifferenceAsFactor(d, c), g: SumAsFactor(d, c), h: SumAsFactor(b, a));
    }

    /// <summary>The group law where one summand has Z = 1 and its sums at hand (RFC 8032 §5.1.4).</summary>
    public static EdwardsPoint operator +(in EdwardsPoint p, in AffinePoint q)
    {
        FieldElement a = DifferenceAsFactor(p.y, p.x) * q.Difference;
        FieldElement b = SumAsFactor(p.y, p.x) * q.Sum;
        FieldElement c = p.t * q.Product;
        FieldElement d = p.z + p.z;
        return FromFactors(e: DifferenceAsFactor(b, a), f: DifferenceAsFactor(d, c), g: SumAsFactor(d, c), h: SumAsFactor(b, a));
    }

    /// <summary>The point added to itself, with fewer multiplications (RFC 8032 §5.1.4).</summary>
    public EdwardsPoint Double()
    {
        FieldElement a = x.Square();
        FieldElement b = y.Square();
        FieldElement zz = z.Square();
        FieldElement h = a + b;
        FieldElement g = a - b;
        return FromFactors(e: DifferenceAsFactor(h, SumAsFactor(x, y).Square()), f: SumAsFactor(zz + zz, g), g: g, h: h);
    }

    /// <summary>Both formulas end with X = EF, Y = GH, Z = FG, T = EH.</summary>
    private static EdwardsPoint FromFactors(in FieldElement e, in FieldElement f, in FieldElement g, in FieldElement h) =>
        new(e * f, g * h, f * g, e * h);

    /// <summary>Solves the curve's equation for x: x^2 = (y^2 - 1) / (d y^2 + 1) (RFC 8032 §5.1.3).</summary>
    private static bool TryFromY(in FieldElement y, ulong sign, out EdwardsPoint point)
    {
        // Safe because the denominator is never 0: that needs y^2 = -1/d, and -1 is a square modulo p and d is not.
        FieldElement yy = y.Square();
        ulong onCurve = FieldElement.SqrtRatio(yy - FieldElement.One, (EdwardsCurve.D * yy) + FieldElement.One, out FieldElement root);
        FieldElement x = FieldElement.Select(root, -root, sign);
        point = new(x, y, FieldElement.One, x * y);
        return onCurve == 1;
    }
}
