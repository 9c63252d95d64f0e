namespace CryptoLessons.Illustrations;

/// <summary>A run of a plate's bytes, and what it is.</summary>
/// <param name="Start">Offset of the first byte.</param>
/// <param name="Depth">0 for the plate's own parts, 1 for the value of a field, and one more for each message within.</param>
/// <param name="Value">What the bytes are.</param>
public sealed record Annotation(int Start, int Depth, Value Value)
{
    /// <summary>Offset behind the last byte.</summary>
    public int End => Start + Value.Bytes.Length;
}
