namespace CryptoLessons.Protocol.Spqr;

/// <summary>One of the 65,536 chunks that a message can be sent as: the values of 16 polynomials at one point.</summary>
public sealed class ErasureChunk
{
    /// <summary>Length of a chunk's data, in bytes: 16 field elements.</summary>
    public const int Size = 32;

    private readonly byte[] data;

    /// <summary>A chunk with a copy of <paramref name="data"/>.</summary>
    /// <param name="index">The point at which the polynomials were evaluated.</param>
    /// <param name="data">32 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="data"/> is not 32 bytes long.</exception>
    public ErasureChunk(ushort index, ReadOnlySpan<byte> data)
    {
        if (data.Length != Size)
            throw new ArgumentException($"A chunk has {Size} bytes, not {data.Length}.", nameof(data));
        (Index, this.data) = (index, data.ToArray());
    }

    /// <summary>The point at which the polynomials were evaluated.</summary>
    public ushort Index { get; }

    /// <summary>The 16 values, each big-endian.</summary>
    public ReadOnlySpan<byte> Data => data;
}
