namespace CryptoLessons.Protocol.Spqr;

/// <summary>A message on its way as chunks, and the index of the next: it never ends, whoever has enough of them stops listening.</summary>
/// <remarks>Immutable. Source: ML-KEM Braid, "Erasure codes".</remarks>
public sealed class ErasureEncoder
{
    private readonly ErasureChunk[] message;

    private ErasureEncoder(ErasureChunk[] message, ushort next) => (this.message, Next) = (message, next);

    /// <summary>An encoder of a copy of <paramref name="message"/>.</summary>
    /// <param name="message">A multiple of 32 bytes, and not empty.</param>
    /// <param name="next">Index of the next chunk.</param>
    /// <exception cref="ArgumentException"><paramref name="message"/> has another length.</exception>
    public ErasureEncoder(ReadOnlySpan<byte> message, ushort next = 0) : this(ErasureCode.Cut(message), next)
    {
    }

    /// <summary>Index of the next chunk; behind 65,535 comes 0.</summary>
    public ushort Next { get; }

    /// <summary>The next chunk.</summary>
    public ErasureChunk Chunk => Next < message.Length ? message[Next] : ErasureCode.Interpolate(message, Next);

    /// <summary>The encoder behind that chunk.</summary>
    public ErasureEncoder Advance() => new(message, unchecked((ushort)(Next + 1)));

    /// <summary>The message as it was given.</summary>
    internal byte[] Message() => [.. message.SelectMany(chunk => chunk.Data.ToArray())];
}
