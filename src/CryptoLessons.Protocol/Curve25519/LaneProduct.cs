using System.Runtime.CompilerServices;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>A sum of products of limbs, each product split at bit 51: <c>High * 2^51 + Low</c>, both integers.</summary>
/// <remarks>
/// Vector units multiply floating-point numbers of 53 bits faster than integers. Rounding at a chosen bit splits a product exactly, as in
/// Emmart, Zheng and Weems, "Faster Modular Exponentiation Using Double Precision Floating Point Arithmetic on the GPU" (ARITH 2018);
/// here it is to the nearest, which every processor does, so the halves have signs.
/// Every number on the way is 0 or an integer below 2^104: none is so small that a processor would slow down.
/// </remarks>
internal readonly struct LaneProduct<TLanes>(TLanes high, TLanes low)
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>1.5 * 2^52, from which numbers count in steps of 1: it plus an integer i below 2^51 has the bits <see cref="LowBias"/> + i.</summary>
    public const double LowOrigin = 3.0 * (1UL << 51);

    /// <summary>The bits of <see cref="LowOrigin"/>: what each product adds to Low besides its value.</summary>
    public const ulong LowBias = ((1023 + 52UL) << 52) | (1UL << 51);

    /// <summary>The bits of <see cref="HighOrigin"/>: what each product adds to High besides its value.</summary>
    public const ulong HighBias = ((1023 + 103UL) << 52) | (1UL << 51);

    /// <summary>1.5 * 2^103, from which numbers count in steps of 2^51.</summary>
    private const double HighOrigin = 3.0 * (1UL << 51) * (1UL << 51);

    /// <summary>What belongs to the next limb.</summary>
    public readonly TLanes High = high;

    /// <summary>What belongs to this limb.</summary>
    public readonly TLanes Low = low;

    /// <summary>One product: High is a * b / 2^51, rounded to the nearest integer, Low the rest, from -2^50 to 2^50.</summary>
    /// <param name="a">Integers as numbers; a * b from -2^102 to 2^102.</param>
    /// <param name="b">The same.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneProduct<TLanes> Of(TLanes a, TLanes b)
    {
        TLanes high = TLanes.MultiplyAdd(a, b, TLanes.All(HighOrigin));
        // Safe because both are exact: HighOrigin - high has 51 bits and a factor 2^51, as LowOrigin has, and what the last
        // addition leaves of a * b is small enough for steps of 1.
        TLanes rest = TLanes.Subtract(TLanes.All(HighOrigin + LowOrigin), high);
        return new(high, TLanes.MultiplyAdd(a, b, rest));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneProduct<TLanes> operator +(LaneProduct<TLanes> a, LaneProduct<TLanes> b) => new(a.High + b.High, a.Low + b.Low);
}
