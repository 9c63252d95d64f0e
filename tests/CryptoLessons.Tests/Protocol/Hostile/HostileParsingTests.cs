using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Tests.ExceptionalAccess;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Everything that parses bytes without a key: any bytes give an answer, and what is accepted is what stood there.</summary>
[TestFixture]
internal sealed class HostileParsingTests
{
    private static readonly SignalFunctions Functions = new(RandomSource.System);
    private static readonly DhPublicKey Key = DhKeyPair.FromPrivate(Hex.Repeat(1, 32)).Public;

    /// <summary>A version byte and fields whose numbers and types are mostly those of the protocol.</summary>
    private static Gen<byte[]> Messages { get; } =
        from version in Gen.Frequency((6, Gen.Constant((byte)0x33)), (1, SeededCheck.Byte))
        from count in Gen.Choose(0, 8)
        from fields in OneField.ArrayOf(count)
        from rest in SeededCheck.Bytes(12)
        select (byte[])[version, .. fields.SelectMany(field => field), .. rest];

    private static Gen<byte[]> OneField =>
        from number in Gen.Frequency((8, Gen.Choose(1, 7)), (1, Gen.Constant(15)))
        from bytes in Gen.OneOf(Gen.Constant(Key.Serialize()), SeededCheck.Bytes(100))
        from value in SeededCheck.Number
        from writesBytes in Gen.Frequency((6, Gen.Constant(number is 1 or 3 or 4 or 15)), (1, Gen.Elements([true, false])))
        select writesBytes ? SignalMessageParts.Encode(number, bytes) : SignalMessageParts.Encode(number, value);

    [Test]
    public void AMessageIsCutIntoHeaderAndCiphertextWithoutLosingAByte()
    {
        int accepted = 0;
        SeededCheck.ForAll(5_000, Messages, message =>
        {
            DecryptFailure failure = Functions.Parse(message, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext);
            if (failure != DecryptFailure.None)
            {
                Assert.That(failure, Is.AnyOf(DecryptFailure.Malformed, DecryptFailure.OldVersion, DecryptFailure.UnknownVersion));
                Assert.That((header, ciphertext.Length), Is.EqualTo(((RatchetHeader?)null, 0)));
                return;
            }
            accepted++;
            Assert.That((byte[])[.. header.Bytes.Span, .. ciphertext.Span], Is.EqualTo(message));
            Assert.That(message[0] >> 4, Is.EqualTo(3));
            Assert.That(Functions.Decrypt(new MessageKey(new byte[32]), ciphertext.Span, Functions.Concat(new byte[66], header)), Is.Null);
            MessageKeyEscrow.Open(ciphertext.Span, Suite.Authority)?.Dispose();
        });
        Assert.That(accepted, Is.GreaterThan(0));
    }

    [Test]
    public void AnAcceptedPreKeyMessageMeansTheSameWhenWrittenAgain()
    {
        int accepted = 0;
        SeededCheck.ForAll(5_000, PreKeyMessages, message =>
        {
            if (PreKeySignalMessage.Parse(message, out PreKeySignalMessage? parsed) != DecryptFailure.None)
            {
                Assert.That(parsed, Is.Null);
                return;
            }
            accepted++;
            Assert.That(message.AsSpan().IndexOf(parsed!.Message.Span), Is.Not.Negative);
            Assert.That(PreKeySignalMessage.Parse(parsed.Serialize(), out PreKeySignalMessage? again), Is.EqualTo(DecryptFailure.None));
            Assert.That(again! with { Message = default, Further = default }, Is.EqualTo(parsed with { Message = default, Further = default }));
            Assert.That(again.Message.Span.SequenceEqual(parsed.Message.Span));
            Assert.That(again.Further.Span.SequenceEqual(parsed.Further.Span));
        });
        Assert.That(accepted, Is.GreaterThan(0));
    }

    private static Gen<byte[]> PreKeyMessages =>
        from tail in Messages
        from numbers in SeededCheck.Number.ArrayOf(3)
        from inner in SeededCheck.Bytes(80)
        select (byte[])
        [
            tail[0],
            .. SignalMessageParts.Encode(1, numbers[0]),
            .. SignalMessageParts.Encode(2, Key.Serialize()), .. SignalMessageParts.Encode(3, Key.Serialize()),
            .. SignalMessageParts.Encode(4, inner), .. SignalMessageParts.Encode(5, numbers[1]), .. SignalMessageParts.Encode(6, numbers[2]),
            .. tail.Length % 2 == 0 ? tail[1..] : [],
        ];

    [Test]
    public void AnySealedKeyOpensOrDoesNot()
    {
        byte[] genuine = SealedMessageKey.Seal(new MessageKey(Hex.Repeat(7, 32)), Suite.Authority.Public, new SeededRandom(1));
        using MessageKey? opened = SealedMessageKey.TryOpen(genuine, Suite.Authority);
        Assert.That(Hex.Of(opened!.Bytes), Is.EqualTo(Hex.Of(Hex.Repeat(7, 32))));
        SeededCheck.ForAll(1_000, SeededCheck.Bytes(120), bytes => Assert.That(SealedMessageKey.TryOpen(bytes, Suite.Authority), Is.Null));
        SeededCheck.ForAll(500, SeededCheck.Byte.ArrayOf(80), bytes => Assert.That(SealedMessageKey.TryOpen(bytes, Suite.Authority), Is.Null));
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 1_000; i++)
            if (random.Mutate(genuine, [genuine]) is var mutated && !mutated.AsSpan().SequenceEqual(genuine))
                Assert.That(SealedMessageKey.TryOpen(mutated, Suite.Authority), Is.Null);
    }

    [Test]
    public void AnyEnvelopeIsParsedOrIsNoMessage()
    {
        Random random = PrintedSeed.NewRandom();
        DeviceParty alice = new(Suite.Escrowed, "alice"), bob = new(Suite.Honest, "bob");
        alice.Starts(bob, bob.Publish());
        byte[] first = alice.Send(bob, "first").Bytes.ToArray();
        bob.Opens(alice, new(CiphertextType.PreKey, first), "first");
        alice.Opens(bob, bob.Send(alice, "answer"), "answer");
        byte[][] sent = [first, alice.Send(bob, "second").Bytes.ToArray()];
        using var mk = new MessageKey(new byte[32]);
        int parsed = 0;
        for (int i = 0; i < 3_000; i++)
        {
            var type = random.Next(2) == 0 ? CiphertextType.PreKey : CiphertextType.Plain;
            byte[] bytes = random.Mutate(sent[random.Next(2)], sent);
            var envelope = new Envelope("alice", "bob", DateTimeOffset.UnixEpoch, new(type, bytes));
            if (InterceptedMessage.Parse(envelope, alice.Device.IdentityKey, bob.Device.IdentityKey) is not { } message)
                continue;
            parsed++;
            Assert.That(message.Decrypt(mk), Is.Null);
            MessageKeyEscrow.Open(message.Ciphertext.Span, Suite.Authority)?.Dispose();
            Envelope replaced = message.Replace(mk, "forged"u8);
            // Header fields that stood behind the ciphertext are lost, and then it is no message any more.
            if (InterceptedMessage.Parse(replaced, alice.Device.IdentityKey, bob.Device.IdentityKey) is { } forged)
                Assert.That(forged.Decrypt(mk), Is.EqualTo("forged"u8.ToArray()));
        }
        Assert.That(parsed, Is.GreaterThan(100));
    }

    [Test]
    public void APublicKeyIsReadFrom33BytesThatBeginWith05() => SeededCheck.ForAll(1_000, SeededCheck.Bytes(40), bytes =>
    {
        bool expected = bytes.Length >= 33 && bytes[0] == 5;
        Assert.That(DhPublicKey.TryParse(bytes, out DhPublicKey? key), Is.EqualTo(expected));
        bytes = [5, .. bytes];
        if (bytes.Length >= 33 && DhPublicKey.TryParse(bytes, out key))
            Assert.That(key.Serialize(), Is.EqualTo(bytes[..33]));
    });
}
