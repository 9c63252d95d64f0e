using System.Runtime.CompilerServices;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>An element of GF(p), p = 2^255 - 19, in each lane: what <see cref="FieldElement"/> is, several at once, in constant time.</summary>
/// <remarks>
/// The value is l0 + l1 2^51 + l2 2^102 + l3 2^153 + l4 2^204. The limbs are integers with signs, kept as floating-point numbers. Carried, they
/// are at most 2^50 + 2^15 in size. So the sum of two carried elements may be multiplied by a carried one, and a limb doubled in a square:
/// 2 (2^50 + 2^15)^2 is below the 2^102 that <see cref="LaneProduct{TLanes}.Of"/> takes. Two sums may not be multiplied, nor a sum be squared.
/// </remarks>
internal readonly partial struct LaneElement<TLanes>(TLanes l0, TLanes l1, TLanes l2, TLanes l3, TLanes l4)
    where TLanes : struct, ILanes<TLanes>
{
    private readonly TLanes l0 = l0, l1 = l1, l2 = l2, l3 = l3, l4 = l4;

    /// <summary>The same small constant in every lane.</summary>
    /// <param name="value">Below 2^32.</param>
    public static LaneElement<TLanes> FromSmall(uint value) => new(TLanes.All((double)value), default, default, default, default);

    /// <summary>The sum, without a carry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneElement<TLanes> operator +(in LaneElement<TLanes> a, in LaneElement<TLanes> b) => new(
        TLanes.Add(a.l0, b.l0), TLanes.Add(a.l1, b.l1), TLanes.Add(a.l2, b.l2), TLanes.Add(a.l3, b.l3), TLanes.Add(a.l4, b.l4));

    /// <summary>The difference, without a carry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneElement<TLanes> operator -(in LaneElement<TLanes> a, in LaneElement<TLanes> b) => new(
        TLanes.Subtract(a.l0, b.l0), TLanes.Subtract(a.l1, b.l1), TLanes.Subtract(a.l2, b.l2), TLanes.Subtract(a.l3, b.l3),
        TLanes.Subtract(a.l4, b.l4));

    /// <summary>The product with a small constant.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static LaneColumns<TLanes> operator *(in LaneElement<TLanes> a, uint b)
    {
        TLanes factor = TLanes.All((double)b);
        LaneProduct<TLanes> c0 = Product(a.l0, factor), c1 = Product(a.l1, factor), c2 = Product(a.l2, factor);
        LaneProduct<TLanes> c3 = Product(a.l3, factor), c4 = Product(a.l4, factor);
        return Fold(c0, c1, c2, c3, c4, default, default, default, default, 1, 1, 1, 1, 1, 0, 0, 0, 0);
    }

    /// <summary>The schoolbook product: nine columns, of which the upper come back at the bottom times 19.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static LaneColumns<TLanes> operator *(in LaneElement<TLanes> a, in LaneElement<TLanes> b)
    {
        LaneProduct<TLanes> c0 = Product(a.l0, b.l0);
        LaneProduct<TLanes> c1 = Product(a.l0, b.l1) + Product(a.l1, b.l0);
        LaneProduct<TLanes> c2 = Product(a.l0, b.l2) + Product(a.l1, b.l1) + Product(a.l2, b.l0);
        LaneProduct<TLanes> c3 = Product(a.l0, b.l3) + Product(a.l1, b.l2) + Product(a.l2, b.l1) + Product(a.l3, b.l0);
        LaneProduct<TLanes> c4 = Product(a.l0, b.l4) + Product(a.l1, b.l3) + Product(a.l2, b.l2) + Product(a.l3, b.l1) + Product(a.l4, b.l0);
        LaneProduct<TLanes> c5 = Product(a.l1, b.l4) + Product(a.l2, b.l3) + Product(a.l3, b.l2) + Product(a.l4, b.l1);
        LaneProduct<TLanes> c6 = Product(a.l2, b.l4) + Product(a.l3, b.l3) + Product(a.l4, b.l2);
        LaneProduct<TLanes> c7 = Product(a.l3, b.l4) + Product(a.l4, b.l3);
        LaneProduct<TLanes> c8 = Product(a.l4, b.l4);
        return Fold(c0, c1, c2, c3, c4, c5, c6, c7, c8, 1, 2, 3, 4, 5, 4, 3, 2, 1);
    }

    /// <summary>The square: the product's columns, with each mixed term computed once and doubled.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public LaneColumns<TLanes> Square()
    {
        TLanes d0 = TLanes.Add(l0, l0), d1 = TLanes.Add(l1, l1), d2 = TLanes.Add(l2, l2), d3 = TLanes.Add(l3, l3);
        LaneProduct<TLanes> c0 = Product(l0, l0);
        LaneProduct<TLanes> c1 = Product(d0, l1);
        LaneProduct<TLanes> c2 = Product(d0, l2) + Product(l1, l1);
        LaneProduct<TLanes> c3 = Product(d0, l3) + Product(d1, l2);
        LaneProduct<TLanes> c4 = Product(d0, l4) + Product(d1, l3) + Product(l2, l2);
        LaneProduct<TLanes> c5 = Product(d1, l4) + Product(d2, l3);
        LaneProduct<TLanes> c6 = Product(d2, l4) + Product(l3, l3);
        LaneProduct<TLanes> c7 = Product(d3, l4);
        LaneProduct<TLanes> c8 = Product(l4, l4);
        return Fold(c0, c1, c2, c3, c4, c5, c6, c7, c8, 1, 1, 2, 2, 3, 2, 2, 1, 1);
    }

    /// <summary>Exchanges two elements in every lane when <paramref name="choice"/> is 1 and leaves them when it is 0, without a branch.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Swap(ref LaneElement<TLanes> a, ref LaneElement<TLanes> b, ulong choice)
    {
        TLanes mask = TLanes.All(unchecked(0 - choice));
        TLanes d0 = mask & (a.l0 ^ b.l0), d1 = mask & (a.l1 ^ b.l1), d2 = mask & (a.l2 ^ b.l2);
        TLanes d3 = mask & (a.l3 ^ b.l3), d4 = mask & (a.l4 ^ b.l4);
        a = new(a.l0 ^ d0, a.l1 ^ d1, a.l2 ^ d2, a.l3 ^ d3, a.l4 ^ d4);
        b = new(b.l0 ^ d0, b.l1 ^ d1, b.l2 ^ d2, b.l3 ^ d3, b.l4 ^ d4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LaneProduct<TLanes> Product(TLanes a, TLanes b) => LaneProduct<TLanes>.Of(a, b);

    /// <summary>19 times an integer: what leaves at the top comes back so at the bottom.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Times19(TLanes integer) => (integer << 4) + (integer << 1) + integer;

    /// <summary>Five columns from nine, of n0 to n8 products. Column 5 weighs 2^255 = 19, and a High half as much as the next column's Low.</summary>
    /// <remarks>A half is at most 2^50 + 2^17 in size. The lowest column gets most: 1 of them, and 19 * 9. That is below 2^58.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LaneColumns<TLanes> Fold(
        LaneProduct<TLanes> c0, LaneProduct<TLanes> c1, LaneProduct<TLanes> c2, LaneProduct<TLanes> c3, LaneProduct<TLanes> c4,
        LaneProduct<TLanes> c5, LaneProduct<TLanes> c6, LaneProduct<TLanes> c7, LaneProduct<TLanes> c8,
        ulong n0, ulong n1, ulong n2, ulong n3, ulong n4, ulong n5, ulong n6, ulong n7, ulong n8) => new(
        c0.Low + Times19(c4.High + c5.Low) - Bias(19 * n4, n0 + (19 * n5)),
        c1.Low + c0.High + Times19(c5.High + c6.Low) - Bias(n0 + (19 * n5), n1 + (19 * n6)),
        c2.Low + c1.High + Times19(c6.High + c7.Low) - Bias(n1 + (19 * n6), n2 + (19 * n7)),
        c3.Low + c2.High + Times19(c7.High + c8.Low) - Bias(n2 + (19 * n7), n3 + (19 * n8)),
        c4.Low + c3.High + Times19(c8.High) - Bias(n3 + (19 * n8), n4));

    /// <summary>What so many halves hold besides their values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Bias(ulong highs, ulong lows) =>
        TLanes.All(unchecked((highs * LaneProduct<TLanes>.HighBias) + (lows * LaneProduct<TLanes>.LowBias)));
}
