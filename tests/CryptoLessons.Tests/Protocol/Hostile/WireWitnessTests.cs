using CryptoLessons.Protocol.Wire;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Reader and writer against Google's protobuf library.</summary>
[TestFixture]
internal sealed class WireWitnessTests
{
    /// <summary>One field: a number, bytes, or other fields in a group.</summary>
    private sealed record Field(int Number, WireType Type, ulong Value, byte[] Bytes, Field[] Inner)
    {
        public void WriteTo(CodedOutputStream output)
        {
            output.WriteTag(Number, (WireFormat.WireType)Type);
            switch (Type)
            {
                case WireType.Varint: output.WriteUInt64(Value); break;
                case WireType.Fixed64: output.WriteFixed64(Value); break;
                case WireType.Fixed32: output.WriteFixed32((uint)Value); break;
                case WireType.Bytes: output.WriteBytes(ByteString.CopyFrom(Bytes)); break;
                default:
                    foreach (Field field in Inner)
                        field.WriteTo(output);
                    output.WriteTag(Number, WireFormat.WireType.EndGroup);
                    break;
            }
        }
    }

    private static Gen<int> FieldNumber { get; } = Gen.OneOf(Gen.Choose(1, 20), Gen.Choose(1, (1 << 29) - 1));

    private static Gen<Field[]> Fields(int depth) => Gen.Choose(0, 6).SelectMany(count => OneField(depth).ArrayOf(count));

    private static Gen<Field> OneField(int depth) =>
        from number in FieldNumber
        from type in Gen.Frequency(
            (4, Gen.Elements([WireType.Varint, WireType.Bytes])),
            (2, Gen.Elements([WireType.Fixed64, WireType.Fixed32])),
            (1, Gen.Constant(depth > 0 ? WireType.StartGroup : WireType.Varint)))
        from value in SeededCheck.Number
        from bytes in SeededCheck.Bytes(200)
        from inner in type == WireType.StartGroup ? Fields(depth - 1) : Gen.Constant(Array.Empty<Field>())
        select new Field(number, type, type == WireType.Fixed32 ? (uint)value : value, bytes, inner);

    [Test]
    public void TheReaderReadsWhatGoogleWrites() => SeededCheck.ForAll(1_000, Fields(4), fields =>
    {
        byte[] message = SignalMessageParts.Write(output => Array.ForEach(fields, field => field.WriteTo(output)));
        var reader = new WireReader(message);
        foreach (Field expected in fields)
        {
            Assert.That(reader.Next(out WireField field));
            Assert.That((field.Number, field.Type), Is.EqualTo((expected.Number, expected.Type)));
            bool number = expected.Type is WireType.Varint or WireType.Fixed64 or WireType.Fixed32;
            Assert.That(field.Value, Is.EqualTo(number ? expected.Value : 0));
            Assert.That(field.Bytes.ToArray(), Is.EqualTo(expected.Type == WireType.Bytes ? expected.Bytes : []));
            Assert.That(message[field.Start..field.End], Is.EqualTo(SignalMessageParts.Write(expected.WriteTo)));
        }
        Assert.That((reader.Next(out _), reader.Malformed), Is.EqualTo((false, false)));
    });

    [Test]
    public void GoogleReadsWhateverTheReaderReads() => SeededCheck.ForAll(5_000, Damaged, message =>
    {
        var reader = new WireReader(message);
        var google = new CodedInputStream(message);
        List<(uint Tag, ulong Value, string Bytes)> ours = [], theirs = [];
        while (reader.Next(out WireField field))
            ours.Add((((uint)field.Number << 3) | (uint)field.Type, field.Value, Hex.Of(field.Bytes)));
        if (reader.Malformed)
            return;
        while (google.ReadTag() is var tag and not 0)
            theirs.Add((WireType)(tag & 7) switch
            {
                WireType.Varint => (tag, google.ReadUInt64(), ""),
                WireType.Fixed64 => (tag, google.ReadFixed64(), ""),
                WireType.Fixed32 => (tag, google.ReadFixed32(), ""),
                WireType.Bytes => (tag, 0, Hex.Of(google.ReadBytes().Span)),
                _ => Skip(google, tag),
            });
        Assert.That(ours, Is.EqualTo(theirs));
    });

    [Test]
    public void TheWriterWritesWhatGoogleWrites() => SeededCheck.ForAll(1_000, Fields(0), fields =>
    {
        var writer = new WireWriter().Raw(0x33);
        foreach (Field field in fields)
            _ = field.Type == WireType.Bytes
                ? writer.Bytes(field.Number, field.Bytes)
                : writer.Varint(field.Number, field.Value).Varint(field.Number, null);
        byte[] expected = SignalMessageParts.Write(output => Array.ForEach(
            fields, field => (field.Type == WireType.Bytes ? field : field with { Type = WireType.Varint }).WriteTo(output)));
        Assert.That(writer.ToArray(), Is.EqualTo((byte[])[0x33, .. expected]));
        Assert.That(writer.Written.SequenceEqual(writer.ToArray()));
    });

    /// <summary>Messages with a few bytes changed, so that many of them still decode.</summary>
    private static Gen<byte[]> Damaged { get; } =
        from fields in Fields(3)
        from changes in Gen.Choose(0, 3)
        from places in SeededCheck.Number.ArrayOf(changes)
        select places.Aggregate(SignalMessageParts.Write(output => Array.ForEach(fields, field => field.WriteTo(output))), Changed);

    private static byte[] Changed(byte[] message, ulong how)
    {
        if (message.Length > 0)
            message[(int)(how % (ulong)message.Length)] ^= (byte)(1 << (int)(how % 8));
        return message;
    }

    private static (uint Tag, ulong Value, string Bytes) Skip(CodedInputStream input, uint tag)
    {
        input.SkipLastField();
        return (tag, 0, "");
    }
}
