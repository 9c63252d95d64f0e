using System.Security.Cryptography;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>Polynomials drawn from seeds (FIPS 203 §4.2.2).</summary>
internal static class Sampling
{
    /// <summary>η: coefficients of a small polynomial lie between -η and η. Both of the standard's two are 2 for Kyber-1024 and ML-KEM-768.</summary>
    public const int Eta = 2;

    /// <summary>SampleNTT (Algorithm 7) of rho || j || i: an element of T_q drawn uniformly by rejection.</summary>
    /// <remarks>Safe because rho is public: how long it takes tells nothing.</remarks>
    public static NttPolynomial SampleNtt(ReadOnlySpan<byte> rho, int j, int i)
    {
        Sponge xof = KyberHash.Xof(rho, (byte)j, (byte)i);
        var sampled = new NttPolynomial();
        Span<ushort> aHat = sampled.Coefficients;
        // A block is a whole number of triples.
        Span<byte> block = stackalloc byte[Sponge.Shake128Rate];
        for (int count = 0; count < aHat.Length;)
        {
            xof.Squeeze(block);
            for (int at = 0; at < block.Length && count < aHat.Length; at += 3)
            {
                int d1 = block[at] | ((block[at + 1] & 0x0F) << 8);
                int d2 = (block[at + 1] >> 4) | (block[at + 2] << 4);
                if (d1 < Zq.Q)
                    aHat[count++] = (ushort)d1;
                if (d2 < Zq.Q && count < aHat.Length)
                    aHat[count++] = (ushort)d2;
            }
        }
        return sampled;
    }

    /// <summary>SamplePolyCBD_η (Algorithm 8) of PRF_η(seed, counter): each coefficient the difference of two sums of η bits.</summary>
    public static Polynomial SamplePolyCbd(ReadOnlySpan<byte> seed, int counter)
    {
        Span<byte> bytes = stackalloc byte[64 * Eta];
        KyberHash.Prf(seed, (byte)counter, bytes);
        Polynomial f = SamplePolyCbd(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return f;
    }

    /// <summary>SamplePolyCBD_η (Algorithm 8).</summary>
    /// <param name="bytes">64η = 128 bytes: four bits a coefficient.</param>
    public static Polynomial SamplePolyCbd(ReadOnlySpan<byte> bytes)
    {
        var f = new Polynomial();
        for (int i = 0; i < Polynomial.N; i++)
        {
            uint bits = (uint)bytes[i / 2] >> (4 * (i & 1));
            uint x = (bits & 1) + ((bits >> 1) & 1);
            uint y = ((bits >> 2) & 1) + ((bits >> 3) & 1);
            f.Coefficients[i] = (ushort)Zq.Subtract(x, y);
        }
        return f;
    }
}
