namespace CryptoLessons.Protocol.Spqr;

/// <summary>The chunks of a message that came so far; as many of them as the message is long give it back, whichever they are.</summary>
/// <remarks>
/// Immutable. Of two chunks at one point the first counts: whether they agree is for a MAC to find out.
/// Source: ML-KEM Braid, "Erasure codes".
/// </remarks>
public sealed class ErasureDecoder
{
    private readonly int needed;
    private readonly ErasureChunk[] chunks;

    private ErasureDecoder(int needed, ErasureChunk[] chunks) => (this.needed, this.chunks) = (needed, chunks);

    /// <summary>A decoder that has seen nothing yet.</summary>
    /// <param name="messageSize">Length of the message, in bytes: a multiple of 32, and not 0.</param>
    public ErasureDecoder(int messageSize) : this(messageSize / ErasureChunk.Size, [])
    {
        if (messageSize <= 0 || messageSize % ErasureChunk.Size != 0)
            throw new ArgumentOutOfRangeException(nameof(messageSize), messageSize, $"A message is cut into chunks of {ErasureChunk.Size} bytes.");
    }

    /// <summary>The chunks held, ascending.</summary>
    public IReadOnlyList<ErasureChunk> Chunks => chunks;

    /// <summary>Whether there are enough of them.</summary>
    public bool IsComplete => chunks.Length >= needed;

    /// <summary>The decoder with one chunk more; itself when that tells nothing new.</summary>
    public ErasureDecoder Add(ErasureChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        int place = Array.FindIndex(chunks, held => held.Index >= chunk.Index);
        if (place < 0)
            place = chunks.Length;
        bool known = place < chunks.Length && chunks[place].Index == chunk.Index;
        bool wanted = chunk.Index < needed || !IsComplete;
        return known || !wanted ? this : new(needed, [.. chunks[..place], chunk, .. chunks[place..]]);
    }

    /// <summary>The message; null while there are too few chunks.</summary>
    public byte[]? Decode()
    {
        if (!IsComplete)
            return null;
        byte[] message = new byte[needed * ErasureChunk.Size];
        for (int x = 0, held = 0; x < needed; x++)
        {
            ErasureChunk chunk = held < chunks.Length && chunks[held].Index == x
                ? chunks[held++]
                : ErasureCode.Interpolate(chunks.AsSpan(0, needed), (ushort)x);
            chunk.Data.CopyTo(message.AsSpan(x * ErasureChunk.Size));
        }
        return message;
    }
}
