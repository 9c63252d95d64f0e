using CryptoLessons.Protocol.Attachments;
using CryptoLessons.Protocol.Primitives;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>The bytes of a pointer, put together by Google's protobuf library; any other bytes are a pointer or none.</summary>
[TestFixture]
internal sealed class AttachmentPointerTests
{
    private static readonly byte[] Key = Hex.Count(1, 64);
    private static readonly byte[] Digest = Hex.Count(100, 32);

    private static byte[][] Fields =>
        [Field(1, ulong.MaxValue), SignalMessageParts.Encode(2, Key), SignalMessageParts.Encode(3, Digest), Field(4, 300)];

    private static byte[] Field(int number, ulong value) => SignalMessageParts.Encode(number, value);

    private static byte[] Join(IEnumerable<byte[]> fields) => [.. fields.SelectMany(field => field)];

    private static bool Reads(IEnumerable<byte[]> fields) => AttachmentPointer.TryParse(Join(fields), out _);

    [Test]
    public void HasTheDocumentedLayout()
    {
        byte[] bytes = new AttachmentPointer(ulong.MaxValue, new(Key), Digest, 300).Serialize();
        Assert.That(bytes, Is.EqualTo(Join(Fields)));
        Assert.That(AttachmentPointer.TryParse(bytes, out AttachmentPointer? pointer));
        Assert.That((pointer!.BlobId, pointer.PlaintextSize), Is.EqualTo((ulong.MaxValue, 300u)));
        Assert.That(Hex.Of(pointer.Key.Bytes), Is.EqualTo(Hex.Of(Key)));
        Assert.That(pointer.Digest.ToArray(), Is.EqualTo(Digest));
        Assert.That(Reads(Fields.Reverse().Append(Field(9, 1)).Prepend(Field(4, 1))), "any order, unknown fields, the last of several");
    }

    [Test]
    public void AMissingFieldOneOfAnotherTypeAndOneOfAnotherSizeAreRefused()
    {
        for (int i = 0; i < Fields.Length; i++)
        {
            Assert.That(Reads(Fields.Where((_, at) => at != i)), Is.False, $"without field {i + 1}");
            Assert.That(Reads(Fields.Append(i is 0 or 3 ? SignalMessageParts.Encode(i + 1, Key) : Field(i + 1, 1))), Is.False, $"field {i + 1} of another type");
        }
        foreach (int length in (int[])[0, 32, 63, 65])
            Assert.That(Reads(Fields.Append(SignalMessageParts.Encode(2, new byte[length]))), Is.False, $"a key of {length}");
        foreach (int length in (int[])[0, 31, 33])
            Assert.That(Reads(Fields.Append(SignalMessageParts.Encode(3, new byte[length]))), Is.False, $"a digest of {length}");
        Assert.That(Reads(Fields.Append(Field(4, uint.MaxValue))));
        Assert.That(Reads(Fields.Append(Field(4, 1ul << 32))), Is.False, "a size that no blob has");
        byte[] whole = Join(Fields);
        for (int length = 0; length < whole.Length; length++)
            Assert.That(AttachmentPointer.TryParse(whole.AsSpan()[..length], out _), Is.False);
    }

    [Test]
    public void AnyBytesAreAPointerOrNone()
    {
        int accepted = 0;
        SeededCheck.ForAll(3_000, Pointers, bytes =>
        {
            if (!AttachmentPointer.TryParse(bytes, out AttachmentPointer? pointer))
                return;
            accepted++;
            Assert.That(AttachmentPointer.TryParse(pointer.Serialize(), out AttachmentPointer? again));
            Assert.That((again!.BlobId, again.PlaintextSize, Hex.Of(again.Key.Bytes)), Is.EqualTo((pointer.BlobId, pointer.PlaintextSize, Hex.Of(pointer.Key.Bytes))));
            Assert.That(AttachmentCipher.Open(pointer, bytes), Is.Null);
        });
        Assert.That(accepted, Is.GreaterThan(100));
    }

    [Test]
    public void AnyBlobOpensOrDoesNot()
    {
        var (blob, pointer) = AttachmentCipher.Seal(1, Hex.Count(0, 30), new SeededRandom(1));
        SeededCheck.ForAll(1_000, SeededCheck.Bytes(200), bytes => Assert.That(AttachmentCipher.Open(pointer, bytes), Is.Null));
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 1_000; i++)
            if (random.Mutate(blob, [blob]) is var mutated && !mutated.AsSpan().SequenceEqual(blob))
                Assert.That(AttachmentCipher.Open(pointer, mutated), Is.Null);
    }

    private static Gen<byte[]> Pointers =>
        from whole in Gen.Elements([true, false])
        from count in Gen.Choose(0, 4)
        from fields in OneField.ArrayOf(count)
        from rest in Gen.Frequency((3, Gen.Constant(Array.Empty<byte>())), (1, SeededCheck.Bytes(8)))
        select (byte[])[.. whole ? Join(Fields) : [], .. Join(fields), .. rest];

    private static Gen<byte[]> OneField =>
        from number in Gen.Choose(1, 5)
        from bytes in Gen.OneOf(Gen.Constant(Key), Gen.Constant(Digest), SeededCheck.Bytes(40))
        from value in SeededCheck.Number
        from writesBytes in Gen.Frequency((9, Gen.Constant(number is 2 or 3)), (1, Gen.Elements([true, false])))
        select writesBytes ? SignalMessageParts.Encode(number, bytes) : Field(number, value);
}
