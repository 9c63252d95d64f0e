namespace CryptoLessons.Differences;

/// <summary>A range of a message's bytes, and what it is.</summary>
/// <param name="Path">Where it belongs, such as <c>4/15/part 3</c>: no two ranges of a message have the same.</param>
/// <param name="Name">What it is, in words; the same in every message.</param>
/// <param name="Value">The number that it holds or the length that it announces; empty when it is nothing but bytes.</param>
/// <param name="Depth">0 for the message, 1 for what stands in the message within.</param>
/// <param name="Start">Offset of the first byte in the whole message.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record WireRange(string Path, string Name, string Value, int Depth, int Start, ReadOnlyMemory<byte> Bytes);
