using Google.Protobuf;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A message taken apart and put together again by Google's protobuf library, so that tests can forge any part of it.</summary>
internal sealed record SignalMessageParts(byte Version, byte[] RatchetKey, uint Counter, uint PreviousCounter, byte[] Ciphertext, byte[] Mac)
{
    /// <summary>Offset of the 32 bytes of the ratchet key in a message as Signal writes it.</summary>
    public const int RatchetKeyOffset = 4;

    /// <summary>Encoded fields behind field 4.</summary>
    public byte[] Further { get; init; } = [];

    public static SignalMessageParts Read(byte[] message)
    {
        byte[] fields = message[1..^8];
        var input = new CodedInputStream(fields);
        byte[] ratchetKey = Field(input, 0x0A).ToByteArray();
        uint counter = Number(input, 0x10), previous = Number(input, 0x18);
        byte[] ciphertext = Field(input, 0x22).ToByteArray();
        return new(message[0], ratchetKey, counter, previous, ciphertext, message[^8..]) { Further = fields[(int)input.Position..] };
    }

    public byte[] ToArray() => [.. Unsigned(), .. Mac];

    /// <summary>Everything before the MAC, fields ascending.</summary>
    public byte[] Unsigned() =>
        [Version, .. Encode(1, RatchetKey), .. Encode(2, Counter), .. Encode(3, PreviousCounter), .. Encode(4, Ciphertext), .. Further];

    public static byte[] Encode(int number, byte[] value) => Write(output =>
    {
        output.WriteTag(number, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(value));
    });

    public static byte[] Encode(int number, ulong value) => Write(output =>
    {
        output.WriteTag(number, WireFormat.WireType.Varint);
        output.WriteUInt64(value);
    });

    public static byte[] Write(Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream))
            write(output);
        return stream.ToArray();
    }

    private static ByteString Field(CodedInputStream input, uint tag) => Expect(input, tag).ReadBytes();

    private static uint Number(CodedInputStream input, uint tag) => Expect(input, tag).ReadUInt32();

    private static CodedInputStream Expect(CodedInputStream input, uint tag) =>
        input.ReadTag() is var found && found == tag ? input : throw new InvalidDataException($"Tag {found:X} where {tag:X} should stand.");
}
