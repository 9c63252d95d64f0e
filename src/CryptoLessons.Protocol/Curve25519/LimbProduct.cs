using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>A sum of products of limbs, each product split at bit 51: <c>High * 2^51 + Low</c>.</summary>
/// <remarks>
/// A 51-bit limb times another is about 102 bits, too many for one word. Splitting at bit 51 instead of bit 64 puts both
/// halves where the next limb begins, and leaves each room for many additions, so no carry is needed before the end.
/// </remarks>
internal readonly struct LimbProduct(ulong high, ulong low)
{
    /// <summary>What belongs to the next limb.</summary>
    public readonly ulong High = high;

    /// <summary>What belongs to this limb.</summary>
    public readonly ulong Low = low;

    /// <summary>One product, with Low below 2^51.</summary>
    /// <param name="a">Below 2^58.</param>
    /// <param name="b">Below 2^57.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LimbProduct Of(ulong a, ulong b)
    {
        unchecked
        {
            // Safe because a < 2^58 and b < 2^57 lose no bit in the shifts. The product grows by 6 + 7 = 13 bits, and 13 + 51 = 64:
            // its high word begins at bit 51 of a * b. Two products for two words: asked for both, the runtime passes one through memory.
            ulong x = a << 6, y = b << 7;
            ulong high = Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(x, y) : Math.BigMul(x, y, out _);
            return new(high, (x * y) >> 13);
        }
    }

    /// <summary>The sum of both halves, without a carry between them.</summary>
    public static LimbProduct operator +(LimbProduct a, LimbProduct b) => unchecked(new(a.High + b.High, a.Low + b.Low));
}
