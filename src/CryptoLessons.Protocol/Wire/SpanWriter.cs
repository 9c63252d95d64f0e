namespace CryptoLessons.Protocol.Wire;

/// <summary>Writes like a <see cref="WireWriter"/>, into a buffer whose length is known beforehand: what is on the path of every message.</summary>
/// <param name="destination">Where the fields go, from its beginning.</param>
internal ref struct SpanWriter(Span<byte> destination)
{
    private readonly Span<byte> destination = destination;
    private int count;

    /// <summary>What was written so far.</summary>
    public readonly ReadOnlySpan<byte> Written => destination[..count];

    /// <summary>Length of a length-delimited field, in bytes.</summary>
    public static int SizeOfBytes(int number, int length) => Wire.Varint.Size(Tag(number, WireType.Bytes)) + Wire.Varint.Size((ulong)length) + length;

    /// <summary>Writes bytes that are no field.</summary>
    public void Raw(params ReadOnlySpan<byte> bytes) => bytes.CopyTo(Next(bytes.Length));

    /// <summary>Writes a varint field; 0 is written too.</summary>
    public void Varint(int number, ulong value)
    {
        Number(Tag(number, WireType.Varint));
        Number(value);
    }

    /// <summary>Writes the head of a length-delimited field.</summary>
    /// <returns>The place of its value, for the caller to fill.</returns>
    public Span<byte> Bytes(int number, int length)
    {
        Number(Tag(number, WireType.Bytes));
        Number((ulong)length);
        return Next(length);
    }

    private static ulong Tag(int number, WireType type) => ((ulong)number << 3) | (uint)type;

    private void Number(ulong value) => count += Wire.Varint.Write(destination[count..], value);

    private Span<byte> Next(int length)
    {
        count += length;
        return destination.Slice(count - length, length);
    }
}
