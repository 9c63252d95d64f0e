using System.Numerics;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>The permutation Keccak-f[1600] (FIPS 202 §3.3): 24 rounds on 25 lanes of 64 bits, in constant time.</summary>
/// <remarks>Our own, since the platform's SHA-3 is missing on macOS and on older Windows.</remarks>
internal static class Keccak
{
    /// <summary>Lanes of the state: lane (x, y) of FIPS 202 §3.1.2 stands at x + 5y.</summary>
    public const int Lanes = 25;

    private const int Rounds = 24;

    private static readonly ulong[] RoundConstants = [.. Enumerable.Range(0, Rounds).Select(RoundConstant)];

    /// <summary>Applies all rounds.</summary>
    /// <param name="state">25 lanes.</param>
    public static void Permute(Span<ulong> state)
    {
        // A round reads all of one array and writes all of the other, which leaves each step as the standard has it.
        Span<ulong> b = stackalloc ulong[Lanes];
        foreach (ulong constant in RoundConstants)
        {
            ThetaRhoPi(state, b);
            Chi(b, state);
            state[0] ^= constant;
        }
    }

    /// <summary>θ adds to every lane the parities of two columns; ρ rotates the lane and π moves it to (y, 2x + 3y): Algorithms 1 to 3.</summary>
    private static void ThetaRhoPi(ReadOnlySpan<ulong> a, Span<ulong> b)
    {
        // One test of the lengths here spares the fifty below.
        _ = a[Lanes - 1];
        _ = b[Lanes - 1];
        ulong c0 = a[0] ^ a[5] ^ a[10] ^ a[15] ^ a[20];
        ulong c1 = a[1] ^ a[6] ^ a[11] ^ a[16] ^ a[21];
        ulong c2 = a[2] ^ a[7] ^ a[12] ^ a[17] ^ a[22];
        ulong c3 = a[3] ^ a[8] ^ a[13] ^ a[18] ^ a[23];
        ulong c4 = a[4] ^ a[9] ^ a[14] ^ a[19] ^ a[24];

        ulong d0 = c4 ^ BitOperations.RotateLeft(c1, 1);
        ulong d1 = c0 ^ BitOperations.RotateLeft(c2, 1);
        ulong d2 = c1 ^ BitOperations.RotateLeft(c3, 1);
        ulong d3 = c2 ^ BitOperations.RotateLeft(c4, 1);
        ulong d4 = c3 ^ BitOperations.RotateLeft(c0, 1);

        b[0] = a[0] ^ d0;
        b[1] = BitOperations.RotateLeft(a[6] ^ d1, 44);
        b[2] = BitOperations.RotateLeft(a[12] ^ d2, 43);
        b[3] = BitOperations.RotateLeft(a[18] ^ d3, 21);
        b[4] = BitOperations.RotateLeft(a[24] ^ d4, 14);

        b[5] = BitOperations.RotateLeft(a[3] ^ d3, 28);
        b[6] = BitOperations.RotateLeft(a[9] ^ d4, 20);
        b[7] = BitOperations.RotateLeft(a[10] ^ d0, 3);
        b[8] = BitOperations.RotateLeft(a[16] ^ d1, 45);
        b[9] = BitOperations.RotateLeft(a[22] ^ d2, 61);

        b[10] = BitOperations.RotateLeft(a[1] ^ d1, 1);
        b[11] = BitOperations.RotateLeft(a[7] ^ d2, 6);
        b[12] = BitOperations.RotateLeft(a[13] ^ d3, 25);
        b[13] = BitOperations.RotateLeft(a[19] ^ d4, 8);
        b[14] = BitOperations.RotateLeft(a[20] ^ d0, 18);

        b[15] = BitOperations.RotateLeft(a[4] ^ d4, 27);
        b[16] = BitOperations.RotateLeft(a[5] ^ d0, 36);
        b[17] = BitOperations.RotateLeft(a[11] ^ d1, 10);
        b[18] = BitOperations.RotateLeft(a[17] ^ d2, 15);
        b[19] = BitOperations.RotateLeft(a[23] ^ d3, 56);

        b[20] = BitOperations.RotateLeft(a[2] ^ d2, 62);
        b[21] = BitOperations.RotateLeft(a[8] ^ d3, 55);
        b[22] = BitOperations.RotateLeft(a[14] ^ d4, 39);
        b[23] = BitOperations.RotateLeft(a[15] ^ d0, 41);
        b[24] = BitOperations.RotateLeft(a[21] ^ d1, 2);
    }

    /// <summary>χ, the one step that is not linear: each lane of a row with its two neighbours (Algorithm 4).</summary>
    private static void Chi(ReadOnlySpan<ulong> b, Span<ulong> a)
    {
        for (int y = 0; y < Lanes; y += 5)
        {
            ReadOnlySpan<ulong> row = b.Slice(y, 5);
            Span<ulong> to = a.Slice(y, 5);
            to[0] = row[0] ^ (~row[1] & row[2]);
            to[1] = row[1] ^ (~row[2] & row[3]);
            to[2] = row[2] ^ (~row[3] & row[4]);
            to[3] = row[3] ^ (~row[4] & row[0]);
            to[4] = row[4] ^ (~row[0] & row[1]);
        }
    }

    /// <summary>What ι adds in a round: bit 2^j - 1 of it is rc(j + 7 * round) (Algorithms 5 and 6).</summary>
    private static ulong RoundConstant(int round)
    {
        ulong constant = 0;
        for (int j = 0; j <= 6; j++)
            constant |= Rc(j + 7 * round) << ((1 << j) - 1);
        return constant;
    }

    /// <summary>Bit t of a shift register with the feedback x^8 + x^6 + x^5 + x^4 + 1.</summary>
    private static ulong Rc(int t)
    {
        uint register = 1;
        for (int i = 0; i < t % 255; i++)
            register = (register << 1) ^ (0x171 * (register >> 7));
        return register & 1;
    }
}
