using System.Buffers.Binary;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The erasure code of the Braid: n chunks' worth of message become 65,536 chunks, any n of which give it back.</summary>
/// <remarks>
/// Chunk j holds the values at j of 16 polynomials of degree below n over GF(2^16). Their values at 0 .. n-1 are the message itself,
/// so that its first n chunks are the message cut into pieces. Source: ML-KEM Braid, "Erasure codes".
/// </remarks>
internal static class ErasureCode
{
    /// <summary>The message cut into its first chunks.</summary>
    public static ErasureChunk[] Cut(ReadOnlySpan<byte> message)
    {
        if (message.IsEmpty || message.Length % ErasureChunk.Size != 0)
            throw new ArgumentException($"A message is cut into chunks of {ErasureChunk.Size} bytes, not {message.Length}.", nameof(message));
        var chunks = new ErasureChunk[message.Length / ErasureChunk.Size];
        for (int i = 0; i < chunks.Length; i++)
            chunks[i] = new((ushort)i, message.Slice(i * ErasureChunk.Size, ErasureChunk.Size));
        return chunks;
    }

    /// <summary>The chunk at another point than those of <paramref name="known"/>, by Lagrange's formula.</summary>
    /// <remarks>A known chunk's weight is the product, over all others k, of (x - x_k) / (x_i - x_k): the same for all 16 polynomials.</remarks>
    public static ErasureChunk Interpolate(ReadOnlySpan<ErasureChunk> known, ushort x)
    {
        Span<ushort> values = stackalloc ushort[ErasureChunk.Size / sizeof(ushort)];
        int numerator = 0;
        foreach (ErasureChunk chunk in known)
            numerator += Gf65536.Logarithm(x ^ chunk.Index);
        foreach (ErasureChunk chunk in known)
        {
            int denominator = Gf65536.Logarithm(x ^ chunk.Index);
            foreach (ErasureChunk other in known)
                if (other != chunk)
                    denominator += Gf65536.Logarithm(chunk.Index ^ other.Index);
            int weight = Modulo(numerator - denominator);
            for (int p = 0; p < values.Length; p++)
                if (BinaryPrimitives.ReadUInt16BigEndian(chunk.Data[(p * sizeof(ushort))..]) is var value and not 0)
                    values[p] ^= Gf65536.Power(weight + Gf65536.Logarithm(value));
        }
        Span<byte> data = stackalloc byte[ErasureChunk.Size];
        for (int p = 0; p < values.Length; p++)
            BinaryPrimitives.WriteUInt16BigEndian(data[(p * sizeof(ushort))..], values[p]);
        return new(x, data);
    }

    private static int Modulo(int exponent)
    {
        int remainder = exponent % Gf65536.Order;
        return remainder < 0 ? remainder + Gf65536.Order : remainder;
    }
}
