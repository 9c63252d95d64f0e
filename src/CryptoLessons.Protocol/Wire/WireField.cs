namespace CryptoLessons.Protocol.Wire;

/// <summary>One field of a protobuf message as it stands in the bytes.</summary>
public readonly ref struct WireField
{
    /// <summary>The field's number, 1 to 536,870,911.</summary>
    public required int Number { get; init; }

    /// <summary>How the value is written.</summary>
    public required WireType Type { get; init; }

    /// <summary>The value of a varint or fixed-width field, otherwise 0.</summary>
    public ulong Value { get; init; }

    /// <summary>The value of a length-delimited field, otherwise empty.</summary>
    public ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>Offset of the field's tag, in bytes from where the reader began.</summary>
    public required int Start { get; init; }

    /// <summary>Offset just behind the field's value.</summary>
    public required int End { get; init; }
}
