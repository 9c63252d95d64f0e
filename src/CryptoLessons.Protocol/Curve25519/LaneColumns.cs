using System.Runtime.CompilerServices;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>An element of GF(p) in each lane as a product leaves it, before any carry: integers of weights 1, 2^51, 2^102, 2^153, 2^204.</summary>
/// <remarks>Columns have signs and are below 2^58 in size. Two products can be added or subtracted before one carry serves for both.</remarks>
internal readonly struct LaneColumns<TLanes>(TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4)
    where TLanes : struct, ILanes<TLanes>
{
    private const int LimbBits = 51;
    private const ulong LimbMask = (1UL << LimbBits) - 1;

    // Half a limb, so that the carry rounds to the nearest and leaves limbs on both sides of 0; and enough to have no column below 0,
    // since processors shift negative integers of 64 bits slowly or not at all.
    private const ulong Half = 1UL << (LimbBits - 1), Lift = 1UL << 60;

    private readonly TLanes c0 = c0, c1 = c1, c2 = c2, c3 = c3, c4 = c4;

    /// <summary>Moves what exceeds 51 bits of a column one limb up, all at once.</summary>
    /// <returns>Limbs of at most 2^50 + 2^13 in size: less than 2^59 / 2^51 comes up from below, to the lowest limb 19 times that.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public LaneElement<TLanes> Carry() => Carry(c0, c1, c2, c3, c4);

    /// <summary>The sum, carried.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static LaneElement<TLanes> operator +(in LaneColumns<TLanes> a, in LaneColumns<TLanes> b) =>
        Carry(a.c0 + b.c0, a.c1 + b.c1, a.c2 + b.c2, a.c3 + b.c3, a.c4 + b.c4);

    /// <summary>The difference, carried.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static LaneElement<TLanes> operator -(in LaneColumns<TLanes> a, in LaneColumns<TLanes> b) =>
        Carry(a.c0 - b.c0, a.c1 - b.c1, a.c2 - b.c2, a.c3 - b.c3, a.c4 - b.c4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LaneElement<TLanes> Carry(TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4)
    {
        TLanes lift = TLanes.All(Lift + Half), mask = TLanes.All(LimbMask);
        c0 += lift;
        c1 += lift;
        c2 += lift;
        c3 += lift;
        c4 += lift;
        const ulong Lifted = Lift >> LimbBits;
        return new(
            Number((c0 & mask) + LaneElement<TLanes>.Times19(c4 >>> LimbBits), Half + (19 * Lifted)),
            Number((c1 & mask) + (c0 >>> LimbBits), Half + Lifted),
            Number((c2 & mask) + (c1 >>> LimbBits), Half + Lifted),
            Number((c3 & mask) + (c2 >>> LimbBits), Half + Lifted),
            Number((c4 & mask) + (c3 >>> LimbBits), Half + Lifted));
    }

    /// <summary>integer - excess, as a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Number(TLanes integer, ulong excess) => TLanes.Subtract(
        integer + TLanes.All(LaneProduct<TLanes>.LowBias - excess), TLanes.All(LaneProduct<TLanes>.LowOrigin));
}
