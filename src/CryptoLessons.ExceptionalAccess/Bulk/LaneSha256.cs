using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The compression function of SHA-256 (FIPS 180-4 §6.2.2) on sixteen messages at a time: a word of each stands in a lane.</summary>
internal static class LaneSha256
{
    /// <summary>Number of lanes.</summary>
    public const int Lanes = 16;

    /// <summary>Length of a block, in words.</summary>
    public const int BlockWords = 16;

    private const int Rounds = 64;

    /// <summary>The first 32 bits of the fractional parts of the square roots of the first eight primes (FIPS 180-4 §5.3.3).</summary>
    public static ReadOnlySpan<uint> Initial =>
        [0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19];

    /// <summary>The same of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2).</summary>
    private static ReadOnlySpan<uint> K =>
    [
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
        0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
        0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
        0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
        0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
    ];

    /// <summary>Compresses a block of each message into its state.</summary>
    /// <param name="state">Eight words.</param>
    /// <param name="w">Sixteen words, the block; the message schedule takes their place.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compress(Span<Vector512<uint>> state, Span<Vector512<uint>> w)
    {
        Vector512<uint> a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        for (int t = 0; t < Rounds; t++)
        {
            ref Vector512<uint> wt = ref w[t & 15];
            if (t >= BlockWords)
                wt += SmallSigma(w[(t - 2) & 15], 17, 19, 10) + w[(t - 7) & 15] + SmallSigma(w[(t - 15) & 15], 7, 18, 3);
            Vector512<uint> t1 = h + Sigma(e, 6, 11, 25) + ((e & f) ^ Vector512.AndNot(g, e)) + Vector512.Create(K[t]) + wt;
            Vector512<uint> t2 = Sigma(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Sigma(
        Vector512<uint> x, [ConstantExpected] byte first, [ConstantExpected] byte second, [ConstantExpected] byte third) =>
        Rotate(x, first) ^ Rotate(x, second) ^ Rotate(x, third);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> SmallSigma(
        Vector512<uint> x, [ConstantExpected] byte first, [ConstantExpected] byte second, byte shift) =>
        Rotate(x, first) ^ Rotate(x, second) ^ (x >>> shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Rotate(Vector512<uint> x, [ConstantExpected] byte bits) =>
        Avx512F.IsSupported ? Avx512F.RotateRight(x, bits) : (x >>> bits) | (x << (32 - bits));
}
