using System.Runtime.CompilerServices;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>Integers modulo q = 3329, always written as 0 to q - 1, in constant time (FIPS 203 §2.3, §4.2.1).</summary>
internal static class Zq
{
    /// <summary>The modulus.</summary>
    public const uint Q = 3329;

    /// <summary>x modulo q without a division: how long those take depends on the numbers on many machines.</summary>
    /// <param name="x">Any 32 bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Reduce(uint x)
    {
        unchecked
        {
            // Safe because 2580334 is 2^33 / q rounded down: the quotient is floor(x / q) or one less for every x below 2^32 (Barrett's way).
            uint quotient = (uint)((x * 2580334UL) >> 33);
            return SubtractOnce(x - (quotient * Q));
        }
    }

    /// <summary>a + b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint a, uint b) => SubtractOnce(unchecked(a + b));

    /// <summary>a - b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Subtract(uint a, uint b) => SubtractOnce(unchecked(a + Q - b));

    /// <summary>a * b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Multiply(uint a, uint b) => Reduce(unchecked(a * b));

    /// <summary>Compress_d: x * 2^d / q, rounded to the nearest, modulo 2^d (FIPS 203 §4.2.1, 4.7).</summary>
    /// <param name="x">Below q.</param>
    /// <param name="d">1 to 11.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Compress(uint x, int d)
    {
        unchecked
        {
            // (x * 2^d + (q - 1) / 2) / q rounded down, by 20642679 = 2^36 / q rounded up. A division here told secret keys ("KyberSlash").
            // Safe because the rounding up adds less than 2^-14 to a quotient that is at least 2^-12 below the next integer.
            ulong numerator = (x << d) + ((Q - 1) / 2);
            return (uint)((numerator * 20642679UL) >> 36) & ((1u << d) - 1);
        }
    }

    /// <summary>Decompress_d: y * q / 2^d, rounded to the nearest (FIPS 203 §4.2.1, 4.8).</summary>
    /// <param name="y">Below 2^d.</param>
    /// <param name="d">1 to 11.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Decompress(uint y, int d) => unchecked((y * Q) + (1u << (d - 1))) >> d;

    /// <summary>x modulo q without a branch.</summary>
    /// <param name="x">Below 2q.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint SubtractOnce(uint x)
    {
        unchecked
        {
            uint less = x - Q;
            uint borrow = (uint)((int)less >> 31);
            return less + (Q & borrow);
        }
    }
}
