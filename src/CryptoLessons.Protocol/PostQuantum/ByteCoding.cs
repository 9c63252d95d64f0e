namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>256 integers of d bits in 32d bytes, lowest bits first (FIPS 203 §4.2.1).</summary>
internal static class ByteCoding
{
    /// <summary>Bits of a coefficient below q.</summary>
    public const int CoefficientBits = 12;

    /// <summary>Length of 256 integers of <paramref name="d"/> bits, in bytes.</summary>
    public static int Size(int d) => Polynomial.N / 8 * d;

    /// <summary>ByteEncode_d (Algorithm 5).</summary>
    /// <param name="d">1 to 12.</param>
    /// <param name="integers">256 integers below 2^d.</param>
    /// <param name="bytes">Where 32d bytes go.</param>
    public static void Encode(int d, ReadOnlySpan<ushort> integers, Span<byte> bytes)
    {
        uint pending = 0;
        int bits = 0, at = 0;
        foreach (ushort integer in integers)
        {
            pending |= (uint)integer << bits;
            for (bits += d; bits >= 8; bits -= 8, pending >>= 8)
                bytes[at++] = unchecked((byte)pending);
        }
    }

    /// <summary>ByteDecode_d (Algorithm 6): with d = 12 modulo q, otherwise modulo 2^d.</summary>
    /// <param name="d">1 to 12.</param>
    /// <param name="bytes">32d bytes.</param>
    /// <param name="integers">Where 256 integers go.</param>
    public static void Decode(int d, ReadOnlySpan<byte> bytes, Span<ushort> integers)
    {
        uint pending = 0;
        int bits = 0, at = 0;
        foreach (ref ushort integer in integers)
        {
            for (; bits < d; bits += 8)
                pending |= (uint)bytes[at++] << bits;
            uint value = pending & ((1u << d) - 1);
            integer = (ushort)(d == CoefficientBits ? Zq.Reduce(value) : value);
            pending >>= d;
            bits -= d;
        }
    }
}
