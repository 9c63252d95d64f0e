using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>An element of T_q: the remainders of a polynomial modulo X^2 - γ for 128 values γ, where products are cheap (FIPS 203 §4.3).</summary>
internal sealed class NttPolynomial
{
    private const int N = Polynomial.N;

    // q - 1 is divisible by 256 and no higher power of 2: Z_q has 256th roots of unity, of which 17 is one, and no 512th.
    private const uint Zeta = 17;

    /// <summary>ζ^BitRev7(i): the factors of Algorithms 9 and 10 in the order in which they are used (appendix A).</summary>
    private static readonly ushort[] Zetas = [.. Enumerable.Range(0, N / 2).Select(i => Power(BitRev7(i)))];

    /// <summary>ζ^(2 BitRev7(i) + 1): γ of each remainder (Algorithm 11, appendix A).</summary>
    private static readonly ushort[] Gammas = [.. Enumerable.Range(0, N / 2).Select(i => Power((2 * BitRev7(i)) + 1))];

    private readonly ushort[] coefficients = new ushort[N];

    /// <summary>The coefficients of the remainders, two by two, each below q.</summary>
    public Span<ushort> Coefficients => coefficients;

    /// <summary>NTT (Algorithm 9).</summary>
    public static NttPolynomial From(Polynomial f)
    {
        var transformed = new NttPolynomial();
        Span<ushort> fHat = transformed.coefficients;
        f.Coefficients.CopyTo(fHat);
        int i = 1;
        for (int len = 128; len >= 2; len /= 2)
            for (int start = 0; start < N; start += 2 * len)
            {
                uint zeta = Zetas[i++];
                Span<ushort> low = fHat.Slice(start, len), high = fHat.Slice(start + len, len);
                for (int j = 0; j < low.Length && j < high.Length; j++)
                {
                    uint t = Zq.Multiply(zeta, high[j]);
                    high[j] = (ushort)Zq.Subtract(low[j], t);
                    low[j] = (ushort)Zq.Add(low[j], t);
                }
            }
        return transformed;
    }

    /// <summary>The inverse NTT (Algorithm 10).</summary>
    public Polynomial ToPolynomial()
    {
        const uint InverseOf128 = 3303;
        var f = new Polynomial();
        Coefficients.CopyTo(f.Coefficients);
        int i = 127;
        for (int len = 2; len <= 128; len *= 2)
            for (int start = 0; start < N; start += 2 * len)
            {
                uint zeta = Zetas[i--];
                Span<ushort> low = f.Coefficients.Slice(start, len), high = f.Coefficients.Slice(start + len, len);
                for (int j = 0; j < low.Length && j < high.Length; j++)
                {
                    uint t = low[j];
                    low[j] = (ushort)Zq.Add(t, high[j]);
                    high[j] = (ushort)Zq.Multiply(zeta, Zq.Subtract(high[j], t));
                }
            }
        foreach (ref ushort coefficient in f.Coefficients)
            coefficient = (ushort)Zq.Multiply(coefficient, InverseOf128);
        return f;
    }

    /// <summary>Adds the product f * g to this element (Algorithms 11 and 12).</summary>
    public void AddProduct(NttPolynomial f, NttPolynomial g)
    {
        ReadOnlySpan<ushort> a = f.coefficients, b = g.coefficients;
        Span<ushort> c = coefficients;
        for (int i = 0; i < N; i += 2)
        {
            uint a0 = a[i], a1 = a[i + 1], b0 = b[i], b1 = b[i + 1];
            // Safe because two products below q^2 and a coefficient stay far below 2^32: one reduction does for all.
            c[i] = (ushort)Zq.Reduce(unchecked(c[i] + (a0 * b0) + (Zq.Multiply(a1, b1) * Gammas[i / 2])));
            c[i + 1] = (ushort)Zq.Reduce(unchecked(c[i + 1] + (a0 * b1) + (a1 * b0)));
        }
    }

    /// <summary>A copy that is wiped on its own.</summary>
    public NttPolynomial Copy()
    {
        var copy = new NttPolynomial();
        coefficients.CopyTo(copy.coefficients, 0);
        return copy;
    }

    /// <summary>Overwrites the coefficients with zeros.</summary>
    public void Wipe() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(Coefficients));

    private static ushort Power(int exponent)
    {
        uint power = 1;
        for (int i = 0; i < exponent; i++)
            power = Zq.Multiply(power, Zeta);
        return (ushort)power;
    }

    /// <summary>The seven bits of i in reverse order (§2.3).</summary>
    private static int BitRev7(int i)
    {
        int reversed = 0;
        for (int bit = 0; bit < 7; bit++)
            reversed |= ((i >> bit) & 1) << (6 - bit);
        return reversed;
    }
}
