using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>An element of GF(p), p = 2^255 - 19, the field of Curve25519 (RFC 7748 §4.1), in constant time.</summary>
/// <remarks>
/// The value is l0 + l1 2^51 + l2 2^102 + l3 2^153 + l4 2^204. Every operator takes and leaves limbs below 2^51 + 2^18, so
/// one value has several representations; <see cref="ToBytes"/> picks the one below p. Since 2^255 = 19 (mod p), what leaves the
/// top limb comes back at the bottom times 19. Source: Bernstein, Duif, Lange, Schwabe and Yang, "High-speed high-security signatures"
/// (2011), section 3.
/// Products and what is made of many of them ask for full optimisation at once: the runtime would else count a thousand slow calls first.
/// </remarks>
internal readonly partial struct FieldElement
{
    /// <summary>Length of an encoded element, in bytes.</summary>
    public const int Size = 32;

    private const int LimbBits = 51;
    private const ulong LimbMask = (1UL << LimbBits) - 1;

    // 2p, limb by limb: 0 in the field, and larger than any limb that is subtracted, so no limb goes below zero.
    private const ulong TwoP0 = (1UL << 52) - 38, TwoP = (1UL << 52) - 2;

    private readonly ulong l0, l1, l2, l3, l4;

    private FieldElement(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4) =>
        (this.l0, this.l1, this.l2, this.l3, this.l4) = (l0, l1, l2, l3, l4);

    /// <summary>The neutral element of addition.</summary>
    public static FieldElement Zero => default;

    /// <summary>The neutral element of multiplication.</summary>
    public static FieldElement One => FromSmall(1);

    /// <summary>A small constant.</summary>
    /// <param name="value">Below 2^32.</param>
    public static FieldElement FromSmall(uint value) => new(value, 0, 0, 0, 0);

    /// <summary>Reads 32 little-endian bytes; the top bit is ignored and a value of p or more is taken modulo p (RFC 7748 §5).</summary>
    public static FieldElement FromBytes(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            ulong w0 = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            ulong w1 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
            ulong w2 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
            ulong w3 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
            return new(
                w0 & LimbMask,
                ((w0 >> 51) | (w1 << 13)) & LimbMask,
                ((w1 >> 38) | (w2 << 26)) & LimbMask,
                ((w2 >> 25) | (w3 << 39)) & LimbMask,
                (w3 >> 12) & LimbMask);
        }
    }

    /// <summary>Writes the one encoding below p: 32 little-endian bytes, the top bit 0.</summary>
    public void ToBytes(Span<byte> destination)
    {
        FieldElement r = Reduce();
        unchecked
        {
            BinaryPrimitives.WriteUInt64LittleEndian(destination, r.l0 | (r.l1 << 51));
            BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], (r.l1 >> 13) | (r.l2 << 38));
            BinaryPrimitives.WriteUInt64LittleEndian(destination[16..], (r.l2 >> 26) | (r.l3 << 25));
            BinaryPrimitives.WriteUInt64LittleEndian(destination[24..], (r.l3 >> 39) | (r.l4 << 12));
        }
    }

    /// <summary>The lowest bit of the reduced value, 1 or 0: the sign of an x-coordinate (RFC 8032 §5.1.2).</summary>
    public ulong IsNegative() => Reduce().l0 & 1;

    /// <summary>1 when both are the same element, else 0.</summary>
    public static ulong AreEqual(in FieldElement a, in FieldElement b)
    {
        FieldElement d = (a - b).Reduce();
        unchecked
        {
            // Reduced limbs are below 2^51, so bit 63 of (bits - 1) is set only by the borrow of 0 - 1.
            ulong bits = d.l0 | d.l1 | d.l2 | d.l3 | d.l4;
            return (bits - 1) >> 63;
        }
    }

    /// <summary><paramref name="a"/> when <paramref name="choice"/> is 0, <paramref name="b"/> when it is 1, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement Select(in FieldElement a, in FieldElement b, ulong choice)
    {
        unchecked
        {
            ulong mask = 0 - choice;
            return new(
                a.l0 ^ (mask & (a.l0 ^ b.l0)),
                a.l1 ^ (mask & (a.l1 ^ b.l1)),
                a.l2 ^ (mask & (a.l2 ^ b.l2)),
                a.l3 ^ (mask & (a.l3 ^ b.l3)),
                a.l4 ^ (mask & (a.l4 ^ b.l4)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement operator +(in FieldElement a, in FieldElement b) =>
        unchecked(Carry(a.l0 + b.l0, a.l1 + b.l1, a.l2 + b.l2, a.l3 + b.l3, a.l4 + b.l4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement operator -(in FieldElement a, in FieldElement b)
    {
        FieldElement d = DifferenceAsFactor(a, b);
        return Carry(d.l0, d.l1, d.l2, d.l3, d.l4);
    }

    public static FieldElement operator -(in FieldElement a) => Zero - a;

    /// <summary>a + b without a carry: for the next product or square, and for nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement SumAsFactor(in FieldElement a, in FieldElement b) =>
        unchecked(new(a.l0 + b.l0, a.l1 + b.l1, a.l2 + b.l2, a.l3 + b.l3, a.l4 + b.l4));

    /// <summary>a - b without a carry: for the next product or square, and for nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement DifferenceAsFactor(in FieldElement a, in FieldElement b) => unchecked(new(
        a.l0 + TwoP0 - b.l0, a.l1 + TwoP - b.l1, a.l2 + TwoP - b.l2, a.l3 + TwoP - b.l3, a.l4 + TwoP - b.l4));

    /// <summary>The product with a small constant.</summary>
    public static FieldElement operator *(in FieldElement a, uint b)
    {
        LimbProduct c0 = LimbProduct.Of(a.l0, b), c1 = LimbProduct.Of(a.l1, b), c2 = LimbProduct.Of(a.l2, b);
        LimbProduct c3 = LimbProduct.Of(a.l3, b), c4 = LimbProduct.Of(a.l4, b);
        return unchecked(Carry(c0.Low + (19 * c4.High), c1.Low + c0.High, c2.Low + c1.High, c3.Low + c2.High, c4.Low + c3.High));
    }

    /// <summary>The schoolbook product: nine columns, of which the upper come back at the bottom times 19.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static FieldElement operator *(in FieldElement a, in FieldElement b)
    {
        LimbProduct c0 = LimbProduct.Of(a.l0, b.l0);
        LimbProduct c1 = LimbProduct.Of(a.l0, b.l1) + LimbProduct.Of(a.l1, b.l0);
        LimbProduct c2 = LimbProduct.Of(a.l0, b.l2) + LimbProduct.Of(a.l1, b.l1) + LimbProduct.Of(a.l2, b.l0);
        LimbProduct c3 = LimbProduct.Of(a.l0, b.l3) + LimbProduct.Of(a.l1, b.l2) + LimbProduct.Of(a.l2, b.l1) + LimbProduct.Of(a.l3, b.l0);
        LimbProduct c4 = LimbProduct.Of(a.l0, b.l4) + LimbProduct.Of(a.l1, b.l3) + LimbProduct.Of(a.l2, b.l2)
            + LimbProduct.Of(a.l3, b.l1) + LimbProduct.Of(a.l4, b.l0);
        LimbProduct c5 = LimbProduct.Of(a.l1, b.l4) + LimbProduct.Of(a.l2, b.l3) + LimbProduct.Of(a.l3, b.l2) + LimbProduct.Of(a.l4, b.l1);
        LimbProduct c6 = LimbProduct.Of(a.l2, b.l4) + LimbProduct.Of(a.l3, b.l3) + LimbProduct.Of(a.l4, b.l2);
        LimbProduct c7 = LimbProduct.Of(a.l3, b.l4) + LimbProduct.Of(a.l4, b.l3);
        LimbProduct c8 = LimbProduct.Of(a.l4, b.l4);
        return Fold(c0, c1, c2, c3, c4, c5, c6, c7, c8);
    }

    /// <summary>The square: the product's columns, with each mixed term computed once and doubled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public FieldElement Square()
    {
        unchecked
        {
            ulong d0 = 2 * l0, d1 = 2 * l1, d2 = 2 * l2, d3 = 2 * l3;
            LimbProduct c0 = LimbProduct.Of(l0, l0);
            LimbProduct c1 = LimbProduct.Of(d0, l1);
            LimbProduct c2 = LimbProduct.Of(d0, l2) + LimbProduct.Of(l1, l1);
            LimbProduct c3 = LimbProduct.Of(d0, l3) + LimbProduct.Of(d1, l2);
            LimbProduct c4 = LimbProduct.Of(d0, l4) + LimbProduct.Of(d1, l3) + LimbProduct.Of(l2, l2);
            LimbProduct c5 = LimbProduct.Of(d1, l4) + LimbProduct.Of(d2, l3);
            LimbProduct c6 = LimbProduct.Of(d2, l4) + LimbProduct.Of(l3, l3);
            LimbProduct c7 = LimbProduct.Of(d3, l4);
            LimbProduct c8 = LimbProduct.Of(l4, l4);
            return Fold(c0, c1, c2, c3, c4, c5, c6, c7, c8);
        }
    }

    /// <summary>Five limbs from nine columns. Column 5 weighs 2^255 = 19, and a High half as much as the next column's Low.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FieldElement Fold(LimbProduct c0, LimbProduct c1, LimbProduct c2, LimbProduct c3, LimbProduct c4,
        LimbProduct c5, LimbProduct c6, LimbProduct c7, LimbProduct c8)
    {
        // Safe because a column is at most five products of limbs below 2^53: High below 5 * 2^55, Low below 5 * 2^51,
        // and 20 times their sum is below 2^63.
        return unchecked(Carry(
            c0.Low + (19 * (c4.High + c5.Low)),
            c1.Low + c0.High + (19 * (c5.High + c6.Low)),
            c2.Low + c1.High + (19 * (c6.High + c7.Low)),
            c3.Low + c2.High + (19 * (c7.High + c8.Low)),
            c4.Low + c3.High + (19 * c8.High)));
    }

    /// <summary>Moves what exceeds 51 bits of a limb one limb up, all at once; limbs of 64 bits become limbs below 2^51 + 2^18.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FieldElement Carry(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4) => unchecked(new(
        (l0 & LimbMask) + (19 * (l4 >> LimbBits)),
        (l1 & LimbMask) + (l0 >> LimbBits),
        (l2 & LimbMask) + (l1 >> LimbBits),
        (l3 & LimbMask) + (l2 >> LimbBits),
        (l4 & LimbMask) + (l3 >> LimbBits)));

    /// <summary>The representation below p, with all limbs below 2^51.</summary>
    private FieldElement Reduce()
    {
        unchecked
        {
            // With such limbs the value is below 2p. It is p or more exactly when value + 19 reaches 2^255, and then
            // value - p = value + 19 - 2^255: the last carry says whether, and the last mask takes 2^255 away.
            ulong carry = (l0 + 19) >> LimbBits;
            carry = (l1 + carry) >> LimbBits;
            carry = (l2 + carry) >> LimbBits;
            carry = (l3 + carry) >> LimbBits;
            carry = (l4 + carry) >> LimbBits;

            ulong r0 = l0 + (19 * carry);
            ulong r1 = l1 + (r0 >> LimbBits);
            ulong r2 = l2 + (r1 >> LimbBits);
            ulong r3 = l3 + (r2 >> LimbBits);
            ulong r4 = l4 + (r3 >> LimbBits);
            return new(r0 & LimbMask, r1 & LimbMask, r2 & LimbMask, r3 & LimbMask, r4 & LimbMask);
        }
    }
}
