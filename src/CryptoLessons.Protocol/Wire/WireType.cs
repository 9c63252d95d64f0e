namespace CryptoLessons.Protocol.Wire;

/// <summary>How a field's value is written (Protocol Buffers encoding, "Message Structure").</summary>
public enum WireType
{
    /// <summary>A base-128 number of 1 to 10 bytes.</summary>
    Varint = 0,

    /// <summary>8 bytes, little-endian.</summary>
    Fixed64 = 1,

    /// <summary>A varint length, then that many bytes.</summary>
    Bytes = 2,

    /// <summary>The start of a group, a form older than Signal that a reader must still be able to skip.</summary>
    StartGroup = 3,

    /// <summary>The end of a group.</summary>
    EndGroup = 4,

    /// <summary>4 bytes, little-endian.</summary>
    Fixed32 = 5,
}
