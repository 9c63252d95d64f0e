using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>An element of R_q = Z_q[X] / (X^256 + 1): 256 coefficients, the constant term first (FIPS 203 §2.3).</summary>
internal sealed class Polynomial
{
    /// <summary>n: number of coefficients.</summary>
    public const int N = 256;

    private readonly ushort[] coefficients = new ushort[N];

    /// <summary>The coefficients, each below q.</summary>
    public Span<ushort> Coefficients => coefficients;

    /// <summary>Adds another polynomial to this one.</summary>
    public Polynomial Add(Polynomial other)
    {
        for (int i = 0; i < N; i++)
            coefficients[i] = (ushort)Zq.Add(coefficients[i], other.coefficients[i]);
        return this;
    }

    /// <summary>Subtracts another polynomial from this one.</summary>
    public Polynomial Subtract(Polynomial other)
    {
        for (int i = 0; i < N; i++)
            coefficients[i] = (ushort)Zq.Subtract(coefficients[i], other.coefficients[i]);
        return this;
    }

    /// <summary>ByteEncode_d(Compress_d(f)): 32d bytes.</summary>
    public void Compress(int d, Span<byte> destination)
    {
        Span<ushort> compressed = stackalloc ushort[N];
        for (int i = 0; i < N; i++)
            compressed[i] = (ushort)Zq.Compress(coefficients[i], d);
        ByteCoding.Encode(d, compressed, destination);
    }

    /// <summary>Decompress_d(ByteDecode_d(b)) of 32d bytes.</summary>
    public static Polynomial Decompress(int d, ReadOnlySpan<byte> bytes)
    {
        var f = new Polynomial();
        ByteCoding.Decode(d, bytes, f.coefficients);
        foreach (ref ushort coefficient in f.Coefficients)
            coefficient = (ushort)Zq.Decompress(coefficient, d);
        return f;
    }

    /// <summary>Overwrites the coefficients with zeros.</summary>
    public void Wipe() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(Coefficients));
}
