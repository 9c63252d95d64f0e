using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.SealedSender;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>The bytes of certificates, contents and sealed messages, against others' code; any other bytes are read or refused.</summary>
[TestFixture]
internal sealed class SealedSenderWireTests
{
    private static readonly byte[] ServerKey = DhKeyPair.FromPrivate(Hex.Repeat(3, 32)).Public.Serialize();
    private static readonly byte[] IdentityKey = DhKeyPair.FromPrivate(Hex.Repeat(4, 32)).Public.Serialize();
    private static readonly byte[] Signature = Hex.Repeat(6, 64);

    private static byte[] Field(int number, byte[] value) => SignalMessageParts.Encode(number, value);

    private static byte[] Field(int number, ulong value) => SignalMessageParts.Encode(number, value);

    private static byte[] Fixed(int number, ulong value) => SignalMessageParts.Write(output =>
    {
        output.WriteTag(number, WireFormat.WireType.Fixed64);
        output.WriteFixed64(value);
    });

    private static byte[] Join(params IEnumerable<byte[]> fields) => [.. fields.SelectMany(field => field)];

    private static byte[][] ServerFields => [Field(1, 7), Field(2, ServerKey)];

    private static byte[][] SenderFields =>
    [
        Field(1, "+1"u8.ToArray()), Field(2, 3), Fixed(3, 1234), Field(4, IdentityKey), Field(5, Signed(ServerFields)), Field(6, "uuid"u8.ToArray()),
    ];

    private static byte[][] ContentFields =>
        [Field(1, 2), Field(2, Signed(SenderFields)), Field(3, Hex.Repeat(1, 5)), Field(4, 1), Field(5, Hex.Repeat(2, 32))];

    private static byte[] Signed(IEnumerable<byte[]> inner) => Join(Field(1, Join(inner)), Field(2, Signature));

    [Test]
    public void CertificatesHaveTheLayoutOfSignals()
    {
        using var key = DhKeyPair.FromPrivate(Hex.Repeat(3, 32));
        using var signer = new XEdDsaSigner(key.Private);
        var random = new SeededRandom(1);
        var server = ServerCertificate.Create(7, key.Public, signer, random);
        Assert.That(server.Certificate.ToArray(), Is.EqualTo(Join(ServerFields)));
        Assert.That(server.Serialize(), Is.EqualTo(Join(Field(1, Join(ServerFields)), Field(2, server.Signature.ToArray()))));
        Assert.That(server.Validate(key.Public), Is.EqualTo(SealedSenderFailure.None));

        Assert.That(DhPublicKey.TryParse(IdentityKey, out DhPublicKey? identity));
        foreach (string? phoneNumber in (string?[])["+1", null])
        {
            var sender = SenderCertificate.Create(new("uuid", phoneNumber, 3, identity!), 1234, server, signer, random);
            byte[][] expected = [.. SenderFields.Select((field, at) => at == 4 ? Field(5, server.Serialize()) : field).Skip(phoneNumber is null ? 1 : 0)];
            Assert.That(sender.Certificate.ToArray(), Is.EqualTo(Join(expected)));
            Assert.That(SenderCertificate.TryParse(sender.Serialize(), out SenderCertificate? parsed));
            Assert.That((parsed!.Sender, parsed.Expires, parsed.Signer.Id, parsed.Signer.Key), Is.EqualTo((sender.Sender, 1234ul, 7u, key.Public)));
            Assert.That(parsed.Serialize(), Is.EqualTo(sender.Serialize()));
        }
    }

    [Test]
    public void AContentHasTheLayoutOfSignals()
    {
        byte[] expected = Join(ContentFields);
        Assert.That(UnidentifiedSenderMessageContent.TryParse(expected, out UnidentifiedSenderMessageContent? content));
        Assert.That((content!.Type, content.Hint), Is.EqualTo((SealedContentType.Plain, ContentHint.Resendable)));
        Assert.That(content.Serialize(), Is.EqualTo(expected));
        Assert.That((content with { Hint = ContentHint.Default, GroupId = default }).Serialize(), Is.EqualTo(Join(ContentFields[..3])));
    }

    [Test]
    public void SealsAndOpensAsTheSpecificationSaysIt()
    {
        using var scene = new SealedSenderScene();
        byte[] content = scene.Content.Serialize(), ephemeral = Hex.Repeat(0x55, 32);
        byte[] elsewhere = StraightlineSealedSender.Encrypt(content, Hazmat.Reveal(scene.Alice.Private), scene.Bob.Public.U.ToArray(), ephemeral);
        Assert.That(scene.Open(elsewhere, out UnidentifiedSenderMessageContent? opened), Is.EqualTo(SealedSenderFailure.None));
        Assert.That(opened!.Serialize(), Is.EqualTo(content));
        Assert.That(UnidentifiedSenderMessage.Encrypt(scene.Content, scene.Alice, scene.Bob.Public, new Repeating(0x55)), Is.EqualTo(elsewhere));
    }

    private sealed class Repeating(byte value) : RandomSource
    {
        public override void Fill(Span<byte> destination) => destination.Fill(value);
    }

    /// <summary>The vector of NIST's key in Signal's library: 35 zero bytes.</summary>
    [Test]
    public void TheStreamIsAesInCounterMode() => Assert.That(
        Hex.Of(AesCtr.Transform(Hex.Bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"), new byte[35])),
        Is.EqualTo("e568f68194cf76d6174d4cc04310a85491151e5d0b7a1f1bc0d7acd0ae3e51e4170e23"));

    [Test]
    public void AMissingFieldAndOneOfAnotherTypeAreRefused()
    {
        // Optional are the phone number, the hint and the group.
        Check(ServerFields, fields => ServerCertificate.TryParse(Signed(fields), out _), []);
        Check(SenderFields, fields => SenderCertificate.TryParse(Signed(fields), out _), [1]);
        Check(ContentFields, fields => UnidentifiedSenderMessageContent.TryParse(Join(fields), out _), [4, 5]);
        Check([Field(1, Join(ServerFields)), Field(2, Signature)], fields => ServerCertificate.TryParse(Join(fields), out _), []);

        static void Check(byte[][] fields, Func<IEnumerable<byte[]>, bool> reads, int[] optional)
        {
            Assert.That(reads(fields.Reverse().Append(Field(99, 1))), "any order, unknown fields");
            for (int i = 0; i < fields.Length; i++)
            {
                var field = fields[i];
                Assert.That(reads(fields.Where((_, at) => at != i)), Is.EqualTo(optional.Contains(i + 1)), $"without field {i + 1} of {fields.Length}");
                bool isBytes = (field[0] & 7) == 2;
                Assert.That(reads(fields.Append(isBytes ? Field(i + 1, 1) : Field(i + 1, Hex.Repeat(0, 8)))), Is.False, $"field {i + 1} of another type");
            }
        }
    }

    [Test]
    public void WhatIsNoKeyNoTextAndNoTypeIsRefused()
    {
        Assert.That(ServerCertificate.TryParse(Signed(ServerFields.Append(Field(2, Hex.Repeat(6, 33)))), out _), Is.False);
        foreach (int number in (int[])[4, 5])
            Assert.That(SenderCertificate.TryParse(Signed(SenderFields.Append(Field(number, Hex.Repeat(5, 32)))), out _), Is.False, $"field {number}");
        foreach (int number in (int[])[1, 6])
            Assert.That(SenderCertificate.TryParse(Signed(SenderFields.Append(Field(number, [0xC3, 0x28]))), out _), Is.False, "no UTF-8");
        foreach (ulong type in (ulong[])[0, 3, 4, 5, 6, 9, ulong.MaxValue])
            Assert.That(UnidentifiedSenderMessageContent.TryParse(Join(ContentFields.Append(Field(1, type))), out _), Is.False, $"type {type}");
        foreach (byte[] bytes in (byte[][])[[], [0x11], [0x11, 0xFF]])
            Assert.That(UnidentifiedSenderMessage.Decrypt(bytes, DhKeyPair.FromPrivate(new byte[32]), out _), Is.EqualTo(SealedSenderFailure.Malformed));
    }

    [Test]
    public void AnyBytesAreReadOrRefusedAndMeanTheSameWhenWrittenAgain()
    {
        int accepted = 0;
        SeededCheck.ForAll(4_000, Anything, bytes =>
        {
            if (ServerCertificate.TryParse(bytes, out ServerCertificate? server))
                accepted += Same(server.Serialize(), again => ServerCertificate.TryParse(again, out ServerCertificate? other) ? other.Serialize() : null);
            if (SenderCertificate.TryParse(bytes, out SenderCertificate? sender))
                accepted += Same(sender.Serialize(), again => SenderCertificate.TryParse(again, out SenderCertificate? other) ? other.Serialize() : null);
            if (UnidentifiedSenderMessageContent.TryParse(bytes, out UnidentifiedSenderMessageContent? content))
                accepted += Same(content.Serialize(), again => UnidentifiedSenderMessageContent.TryParse(again, out var other) ? other.Serialize() : null);
        });
        Assert.That(accepted, Is.GreaterThan(200));

        static int Same(byte[] written, Func<byte[], byte[]?> readAndWrite)
        {
            Assert.That(readAndWrite(written), Is.EqualTo(written));
            return 1;
        }
    }

    [Test]
    public void AMutatedMessageOpensForNobody()
    {
        using var scene = new SealedSenderScene();
        Random random = PrintedSeed.NewRandom();
        byte[][] sent = [scene.Seal(scene.Content), scene.Seal(scene.Content with { Type = SealedContentType.PreKey })];
        HashSet<SealedSenderFailure> reasons = [];
        int opened = 0;
        for (int i = 0; i < 1_500; i++)
        {
            byte[] mutated = random.Mutate(sent[i % 2], sent);
            SealedSenderFailure failure = scene.Open(mutated, out UnidentifiedSenderMessageContent? content);
            reasons.Add(failure);
            Assert.That(content is null, Is.EqualTo(failure != SealedSenderFailure.None));
            // Fields that nobody knows, and the version's low nibble, are authenticated by nobody.
            if (failure == SealedSenderFailure.None)
            {
                opened++;
                Assert.That(content!.Content.ToArray(), Is.EqualTo(scene.Content.Content.ToArray()));
            }
        }
        Assert.That(reasons, Is.SupersetOf((SealedSenderFailure[])[SealedSenderFailure.Malformed, SealedSenderFailure.NotAuthentic, SealedSenderFailure.UnknownVersion]));
        Assert.That(opened, Is.LessThan(500));
    }

    private static Gen<byte[]> Anything =>
        from start in Gen.Elements(Signed(ServerFields), Signed(SenderFields), Join(ContentFields), [])
        from at in Gen.Choose(0, 300)
        from damage in Gen.Frequency((2, Gen.Constant(Array.Empty<byte>())), (3, SeededCheck.Bytes(6)))
        from rest in Gen.Frequency((3, Gen.Constant(Array.Empty<byte>())), (1, OneField))
        select (byte[])[.. start.Take(at), .. damage, .. start.Skip(at + damage.Length), .. rest];

    private static Gen<byte[]> OneField =>
        from number in Gen.Choose(1, 7)
        from bytes in Gen.OneOf(Gen.Constant(IdentityKey), Gen.Constant(Signed(ServerFields)), SeededCheck.Bytes(40))
        from value in SeededCheck.Number
        from form in Gen.Choose(0, 2)
        select form == 0 ? Field(number, bytes) : form == 1 ? Field(number, value) : Fixed(number, value);
}
