using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>The bytes of both messages, put together by Google's protobuf library and taken apart by ours, and the other way round.</summary>
[TestFixture]
internal sealed class SenderKeyWireTests
{
    private static readonly Guid Id = new("00112233-4455-6677-8899-aabbccddeeff");
    private static readonly byte[] Uuid = Convert.FromHexString("00112233445566778899aabbccddeeff");
    private static readonly byte[] Key = Hex.Repeat(7, 32);

    private static DhKeyPair Signing => DhKeyPair.FromPrivate(Hex.Repeat(9, 32));

    private static byte[] Field(int number, byte[] value) => SignalMessageParts.Encode(number, value);

    private static byte[] Field(int number, ulong value) => SignalMessageParts.Encode(number, value);

    private static byte[][] DistributionFields => [Field(1, Uuid), Field(2, 0x7FFFFFFF), Field(3, 0), Field(4, Key), Field(5, Signing.Public.Serialize())];

    private static byte[][] MessageFields => [Field(1, Uuid), Field(2, 5), Field(3, 300), Field(4, Hex.Repeat(1, 16))];

    private static byte[] Join(byte version, IEnumerable<byte[]> fields) => [version, .. fields.SelectMany(field => field)];

    private static byte[] Signed(IEnumerable<byte[]> fields, byte version = 0x33) => [.. Join(version, fields), .. Hex.Repeat(2, 64)];

    [Test]
    public void ADistributionMessageHasTheLayoutOfSignals()
    {
        byte[] expected = Join(0x33, DistributionFields);
        Assert.That(new SenderKeyDistributionMessage(Id, 0x7FFFFFFF, 0, new(Key), Signing.Public).Serialize(), Is.EqualTo(expected));
        Assert.That(SenderKeyDistributionMessage.Parse(expected, out SenderKeyDistributionMessage? message), Is.EqualTo(DecryptFailure.None));
        Assert.That((message!.DistributionId, message.ChainId, message.Iteration, message.SigningKey), Is.EqualTo((Id, 0x7FFFFFFFu, 0u, Signing.Public)));
        Assert.That(Hex.Of(message.ChainKey.Bytes), Is.EqualTo(Hex.Of(Key)));
        Assert.That(expected, Has.Length.EqualTo(1 + 18 + 6 + 2 + 34 + 35));
    }

    [Test]
    public void AGroupMessageHasTheLayoutOfSignals()
    {
        using var signer = new XEdDsaSigner(Signing.Private);
        SenderKeyMessage message = SenderKeyMessage.Sign(Id, 5, 300, Hex.Repeat(1, 16), signer, new SeededRandom(1));
        byte[] bytes = message.Serialize();
        Assert.That(bytes[..^64], Is.EqualTo(Join(0x33, MessageFields)));
        Assert.That(XEdDsa.Verify(Signing.Public.U, bytes.AsSpan()[..^64], bytes.AsSpan()[^64..]));
        Assert.That(SenderKeyMessage.Parse(bytes, out SenderKeyMessage? parsed), Is.EqualTo(DecryptFailure.None));
        Assert.That((parsed!.DistributionId, parsed.ChainId, parsed.Iteration), Is.EqualTo((Id, 5u, 300u)));
        Assert.That(parsed.Ciphertext.ToArray(), Is.EqualTo(Hex.Repeat(1, 16)));
        Assert.That(parsed.Serialize(), Is.EqualTo(bytes));
        Assert.That(parsed.IsSignedBy(Signing.Public));
        Assert.That(parsed.IsSignedBy(DhKeyPair.FromPrivate(Key).Public), Is.False);
    }

    /// <summary>Straight down from the specification, with nothing of the library.</summary>
    [Test]
    public void TheKeyScheduleIsSignals()
    {
        byte[] ck = Key;
        var library = new ChainKey(Key);
        for (int i = 0; i < 3; i++)
        {
            byte[] seed = Hmac(ck, 1), okm = HKDF.DeriveKey(HashAlgorithmName.SHA256, seed, 48, new byte[32], "WhisperGroup"u8.ToArray());
            ck = Hmac(ck, 2);
            using var aes = Aes.Create();
            aes.Key = okm[16..];
            byte[] ciphertext = aes.EncryptCbc("text"u8.ToArray(), okm[..16], PaddingMode.PKCS7);
            var (next, librarySeed) = SenderKeySchedule.Step(library);
            library = next;
            Assert.That(SenderKeySchedule.Encrypt(librarySeed, "text"u8), Is.EqualTo(ciphertext));
            Assert.That(SenderKeySchedule.Decrypt(librarySeed, ciphertext), Is.EqualTo("text"u8.ToArray()));
            Assert.That(Hex.Of(next.Bytes), Is.EqualTo(Hex.Of(ck)));
        }
    }

    private static byte[] Hmac(byte[] key, byte text) => HMACSHA256.HashData(key, new[] { text });

    [Test]
    public void AnyOrderUnknownFieldsAndTheLastOfSeveralAreRead()
    {
        IEnumerable<byte[]> reversed = DistributionFields.Prepend(Field(3, 9)).Append(Field(99, Key)).Append(Field(6, 4)).Reverse();
        Assert.That(SenderKeyDistributionMessage.Parse(Join(0x3F, reversed), out SenderKeyDistributionMessage? distribution), Is.EqualTo(DecryptFailure.None));
        Assert.That(distribution!.Iteration, Is.EqualTo(9));
        IEnumerable<byte[]> mixed = MessageFields.Reverse().Append(Field(3, 1ul << 32)).Append(Field(5, Key));
        Assert.That(SenderKeyMessage.Parse(Signed(mixed, 0x34), out SenderKeyMessage? message), Is.EqualTo(DecryptFailure.None));
        Assert.That(message!.Iteration, Is.Zero, "of a larger number the low 32 bits count, as in every protobuf uint32");
    }

    [TestCase(0x23, DecryptFailure.OldVersion)]
    [TestCase(0x03, DecryptFailure.OldVersion)]
    [TestCase(0x43, DecryptFailure.UnknownVersion)]
    [TestCase(0x44, DecryptFailure.UnknownVersion)]
    [TestCase(0xF3, DecryptFailure.UnknownVersion)]
    public void AnotherVersionIsRefused(byte version, DecryptFailure failure)
    {
        Assert.That(SenderKeyDistributionMessage.Parse(Join(version, DistributionFields), out SenderKeyDistributionMessage? distribution), Is.EqualTo(failure));
        Assert.That(SenderKeyMessage.Parse(Signed(MessageFields, version), out SenderKeyMessage? message), Is.EqualTo(failure));
        Assert.That((distribution, message), Is.EqualTo(((SenderKeyDistributionMessage?)null, (SenderKeyMessage?)null)));
    }

    [Test]
    public void AMissingFieldOneOfAnotherTypeAndOneOfAnotherLengthAreRefused()
    {
        byte[][] distribution = DistributionFields, message = MessageFields;
        for (int i = 0; i < distribution.Length; i++)
        {
            RefuseDistribution(distribution.Where((_, at) => at != i), $"without field {i + 1}");
            RefuseDistribution(distribution.Append(i is 1 or 2 ? Field(i + 1, Key) : Field(i + 1, 7)), $"field {i + 1} of another type");
        }
        for (int i = 0; i < message.Length; i++)
        {
            RefuseMessage(message.Where((_, at) => at != i), $"without field {i + 1}");
            RefuseMessage(message.Append(i is 1 or 2 ? Field(i + 1, Key) : Field(i + 1, 7)), $"field {i + 1} of another type");
        }
        foreach (int length in (int[])[0, 15, 17])
        {
            RefuseDistribution(distribution.Append(Field(1, Hex.Repeat(1, length))), $"a UUID of {length}");
            RefuseMessage(message.Append(Field(1, Hex.Repeat(1, length))), $"a UUID of {length}");
        }
        foreach (int length in (int[])[0, 31, 33])
            RefuseDistribution(distribution.Append(Field(4, Hex.Repeat(1, length))), $"a chain key of {length}");
        foreach (int length in (int[])[0, 32, 34])
            RefuseDistribution(distribution.Append(Field(5, Hex.Repeat(5, length))), $"a signing key of {length}");
        RefuseDistribution(distribution.Append(Field(5, Hex.Repeat(6, 33))), "a signing key of another kind");
    }

    [Test]
    public void WhatIsTooShortIsRefused()
    {
        byte[] distribution = Join(0x33, DistributionFields), message = Signed(MessageFields);
        for (int length = 0; length < distribution.Length; length++)
            Assert.That(SenderKeyDistributionMessage.Parse(distribution.AsSpan()[..length], out _), Is.EqualTo(DecryptFailure.Malformed), $"{length}");
        for (int length = 0; length < message.Length; length++)
            Assert.That(SenderKeyMessage.Parse(message.AsMemory()[..length], out _), Is.EqualTo(DecryptFailure.Malformed), $"{length}");
    }

    private static void RefuseDistribution(IEnumerable<byte[]> fields, string what)
    {
        byte[] bytes = Join(0x33, fields);
        Assert.That(SenderKeyDistributionMessage.Parse(bytes, out SenderKeyDistributionMessage? message), Is.EqualTo(DecryptFailure.Malformed), what);
        Assert.That(message, Is.Null);
        new GroupMember("bob").RefusesKey(new("alice"), bytes, DecryptFailure.Malformed);
    }

    private static void RefuseMessage(IEnumerable<byte[]> fields, string what)
    {
        Assert.That(SenderKeyMessage.Parse(Signed(fields), out SenderKeyMessage? message), Is.EqualTo(DecryptFailure.Malformed), what);
        Assert.That(message, Is.Null);
    }
}
