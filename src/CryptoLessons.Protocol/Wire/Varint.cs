namespace CryptoLessons.Protocol.Wire;

/// <summary>A base-128 number, lowest seven bits first, a set top bit where more follows (Protocol Buffers, "Encoding").</summary>
internal static class Varint
{
    /// <summary>The most that 64 bits take, in bytes.</summary>
    public const int MaxSize = 10;

    /// <summary>Length of a number in minimal form, in bytes.</summary>
    public static int Size(ulong value)
    {
        int size = 1;
        for (; value >= 0x80; value >>= 7)
            size++;
        return size;
    }

    /// <summary>Writes a number in minimal form, and returns its length in bytes.</summary>
    public static int Write(Span<byte> destination, ulong value)
    {
        int size = 0;
        for (; value >= 0x80; value >>= 7)
            destination[size++] = (byte)(value | 0x80);
        destination[size++] = (byte)value;
        return size;
    }
}
