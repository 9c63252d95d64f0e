using System.Buffers.Binary;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>Reads the chunks of a PNG file in order: length, type, data, checksum over type and data (PNG, third edition, section 5.3).</summary>
internal ref struct PngChunkReader
{
    private const int TypeSize = 4;
    private const int Around = sizeof(uint) + TypeSize + sizeof(uint);

    private ReadOnlySpan<byte> rest;

    /// <summary>A reader of what follows the file's signature.</summary>
    public PngChunkReader(ReadOnlySpan<byte> chunks) => rest = chunks;

    /// <summary>Four letters.</summary>
    public ReadOnlySpan<byte> Type { get; private set; }

    /// <summary>What the chunk holds.</summary>
    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>Whether a reader that does not know the chunk must not pass over it: the first letter is a capital.</summary>
    public readonly bool IsCritical => (Type[0] & 0x20) == 0;

    /// <summary>Reads the next chunk; false when there is no whole one with a right checksum.</summary>
    public bool Next()
    {
        if (rest.Length < Around)
            return false;
        uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - Around)
            return false;
        ReadOnlySpan<byte> summed = rest.Slice(sizeof(uint), TypeSize + (int)length);
        if (BinaryPrimitives.ReadUInt32BigEndian(rest[(sizeof(uint) + summed.Length)..]) != Crc32.Of(summed))
            return false;
        Type = summed[..TypeSize];
        Data = summed[TypeSize..];
        rest = rest[(Around + (int)length)..];
        return true;
    }
}
