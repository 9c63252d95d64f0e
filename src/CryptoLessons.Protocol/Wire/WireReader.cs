using System.Buffers.Binary;

namespace CryptoLessons.Protocol.Wire;

/// <summary>Reads the fields of a protobuf message in the order in which they stand.</summary>
/// <remarks>
/// Any order and unknown fields are accepted, as protobuf demands; what a field means is the caller's affair. A reader never
/// throws on any input: <see cref="Next"/> returns false at the end, and <see cref="Malformed"/> then says whether the
/// end was reached in good order. Source: Protocol Buffers, "Encoding".
/// </remarks>
public ref struct WireReader
{
    private const int MaxGroupDepth = 100;

    private readonly ReadOnlySpan<byte> input;
    private int at;

    /// <summary>A reader over the fields of <paramref name="message"/>.</summary>
    public WireReader(ReadOnlySpan<byte> message) => input = message;

    /// <summary>True once a field did not decode; there is nothing more to read then.</summary>
    public bool Malformed { get; private set; }

    /// <summary>Reads the next field; false at the end of the message and at the first malformed field.</summary>
    public bool Next(out WireField field)
    {
        field = default;
        if (Malformed || at == input.Length)
            return false;
        Malformed = !TryField(MaxGroupDepth, out field) || field.Type == WireType.EndGroup;
        return !Malformed;
    }

    private bool TryField(int depth, out WireField field)
    {
        int start = at;
        field = default;
        if (!TryVarint(out ulong tag) || tag > uint.MaxValue || tag >> 3 == 0)
            return false;
        var (number, type) = ((int)(tag >> 3), (WireType)(tag & 7));
        ulong value = 0;
        ReadOnlySpan<byte> bytes = [];
        bool ok = type switch
        {
            WireType.Varint => TryVarint(out value),
            WireType.Fixed64 => TryTake(sizeof(ulong), out bytes),
            WireType.Fixed32 => TryTake(sizeof(uint), out bytes),
            WireType.Bytes => TryVarint(out ulong length) && TryTake(length, out bytes),
            WireType.StartGroup => depth > 0 && TrySkipGroup(number, depth - 1),
            WireType.EndGroup => true,
            _ => false,
        };
        if (!ok)
            return false;
        if (type is WireType.Fixed64 or WireType.Fixed32)
        {
            value = type is WireType.Fixed64 ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            bytes = [];
        }
        field = new() { Number = number, Type = type, Value = value, Bytes = bytes, Start = start, End = at };
        return true;
    }

    private bool TrySkipGroup(int number, int depth)
    {
        while (TryField(depth, out WireField field))
            if (field.Type == WireType.EndGroup)
                return field.Number == number;
        return false;
    }

    private bool TryVarint(out ulong value)
    {
        value = 0;
        for (int shift = 0; shift < 70 && at < input.Length; shift += 7)
        {
            byte b = input[at++];
            if (shift == 63 && b > 1)
                return false;
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                return true;
        }
        return false;
    }

    private bool TryTake(ulong length, out ReadOnlySpan<byte> bytes)
    {
        bytes = [];
        if (length > (ulong)(input.Length - at))
            return false;
        bytes = input.Slice(at, (int)length);
        at += (int)length;
        return true;
    }
}
