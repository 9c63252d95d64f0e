using System.Buffers;
using System.Buffers.Binary;

namespace CryptoLessons.Protocol.Wire;

/// <summary>Writes protobuf fields one behind the other, numbers in minimal form, as Signal's library does.</summary>
/// <remarks>Source: Protocol Buffers, "Encoding".</remarks>
public sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> output = new();

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => output.WrittenSpan;

    /// <summary>Writes bytes that are no field, such as a version byte in front.</summary>
    public WireWriter Raw(params ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        return this;
    }

    /// <summary>Writes a varint field; 0 is written too.</summary>
    /// <param name="number">Field number.</param>
    /// <param name="value">Value, or null to leave the field out.</param>
    public WireWriter Varint(int number, ulong? value)
    {
        if (value is { } present)
        {
            Number(Tag(number, WireType.Varint));
            Number(present);
        }
        return this;
    }

    /// <summary>Writes a length-delimited field; empty bytes are written too.</summary>
    public WireWriter Bytes(int number, params ReadOnlySpan<byte> value)
    {
        Number(Tag(number, WireType.Bytes));
        Number((ulong)value.Length);
        output.Write(value);
        return this;
    }

    /// <summary>Writes a field of 8 bytes, little-endian.</summary>
    public WireWriter Fixed64(int number, ulong value)
    {
        Number(Tag(number, WireType.Fixed64));
        BinaryPrimitives.WriteUInt64LittleEndian(output.GetSpan(sizeof(ulong)), value);
        output.Advance(sizeof(ulong));
        return this;
    }

    /// <summary>What was written, as an array of its own.</summary>
    public byte[] ToArray() => output.WrittenSpan.ToArray();

    private static ulong Tag(int number, WireType type) => ((ulong)number << 3) | (uint)type;

    /// <summary>Writes a base-128 number that is no field.</summary>
    internal WireWriter Number(ulong value)
    {
        output.Advance(Wire.Varint.Write(output.GetSpan(Wire.Varint.MaxSize), value));
        return this;
    }
}
