using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using Google.Protobuf;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>What stands on the wire, byte by byte.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.All))]
internal sealed class MessageFormatTests(Suite suite)
{
    [Test]
    public void AFirstMessageBeginsAsSignals()
    {
        var pair = new RatchetPair(suite);
        byte[] ratchetKey = pair.Alice.Ratchet.Snapshot().RatchetKeyPair.Public.U.ToArray();
        byte[] message = pair.Alice.Send("sixteen bytes ok");
        int padded = 16 + suite.BlockSize;
        byte[] prefix = [0x33, 0x0A, 0x21, 0x05, .. ratchetKey, 0x10, 0x00, 0x18, 0x00, 0x22, (byte)padded];
        Assert.That(message[..prefix.Length], Is.EqualTo(prefix));
        SignalMessageParts parts = SignalMessageParts.Read(message);
        Assert.That(parts.ToArray(), Is.EqualTo(message), "fields ascending, numbers minimal");
        Assert.That(message, Has.Length.EqualTo(prefix.Length + padded + parts.Further.Length + 8));
    }

    [Test]
    public void TheCounterGoesUpInItsChainAndIsAMinimalVarint()
    {
        var pair = new RatchetPair(suite);
        for (uint i = 0; i < 300; i++)
        {
            byte[] message = pair.Alice.Send("text");
            Assert.That(SignalMessageParts.Read(message).Counter, Is.EqualTo(i));
            Assert.That(SignalMessageParts.Read(message).ToArray(), Is.EqualTo(message));
        }
    }

    /// <summary>Signal's library writes the index of the last message sent, not the number of messages sent.</summary>
    [TestCase(1, 0u)]
    [TestCase(2, 1u)]
    [TestCase(5, 4u)]
    public void ThePreviousCounterIsAnIndex(int sent, uint expected)
    {
        var pair = new RatchetPair(suite);
        for (int i = 0; i < sent; i++)
            pair.Bob.Opens(pair.Alice.Send("text"), "text");
        Assert.That(SignalMessageParts.Read(pair.Bob.Send("text")).PreviousCounter, Is.Zero, "Bob had sent nothing");
        pair.Alice.Opens(pair.Bob.Send("answer"), "answer");
        Assert.That(SignalMessageParts.Read(pair.Alice.Send("text")).PreviousCounter, Is.EqualTo(expected));
        Assert.That(SignalMessageParts.Read(pair.Alice.Send("text")).PreviousCounter, Is.EqualTo(expected));
    }

    [Test]
    public void APreviousChainWithoutMessagesHasThePreviousCounter0()
    {
        var pair = new RatchetPair(suite);
        pair.Bob.SendIntoTheVoid(3);
        pair.Bob.Opens(pair.Alice.Send("text"), "text");
        Assert.That(SignalMessageParts.Read(pair.Bob.Send("text")).PreviousCounter, Is.EqualTo(2u));
        pair.Alice.Opens(pair.Bob.Send("answer"), "answer");
        pair.Bob.Opens(pair.Alice.Send("text"), "text");
        Assert.That(SignalMessageParts.Read(pair.Bob.Send("text")).PreviousCounter, Is.EqualTo(1u));
    }

    [Test]
    public void TheMacIsTheFirst8BytesOverIdentityKeysAndAllBefore()
    {
        var pair = new RatchetPair(suite);
        DoubleRatchet<RatchetFunctions> copy = DoubleRatchet.Resume(pair.Alice.Functions, pair.Alice.Ratchet.Snapshot());
        byte[] message = pair.Alice.Send("text");
        using MessageKey mk = pair.Alice.Functions.KdfHybrid(copy.SendKey().Seed);
        using var keys = new MessageKeys(mk, stackalloc byte[MessageKeys.Size]);
        byte[] input = [.. pair.Alice.SendingAd, .. message[..^8]];
        Assert.That(pair.Alice.SendingAd, Has.Length.EqualTo(66));
        Assert.That(message[^8..], Is.EqualTo(System.Security.Cryptography.HMACSHA256.HashData(keys.MacKey, input)[..8]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void APreKeyMessageHasItsSixFieldsAscending(bool oneTimePreKey)
    {
        DeviceParty alice = new(suite, "alice"), bob = new(suite, "bob");
        PreKeyBundle bundle = bob.Publish(oneTimePreKey);
        alice.Starts(bob, bundle);
        byte[] baseKey = alice.Device.Snapshot().Sessions["bob"].Current!.BaseKey.Serialize();
        byte[] message = alice.Send(bob, "text").Bytes.ToArray();
        Assert.That(PreKeySignalMessage.Parse(message, out PreKeySignalMessage? parsed), Is.EqualTo(DecryptFailure.None));
        byte[] expected =
        [
            0x33,
            .. oneTimePreKey ? new byte[] { 0x08, (byte)bundle.PreKeyId! } : [],
            0x12, 0x21, .. baseKey,
            0x1A, 0x21, .. alice.Device.IdentityKey.Serialize(),
            .. SignalMessageParts.Encode(4, parsed!.Message.ToArray()),
            .. SignalMessageParts.Encode(5, alice.Device.RegistrationId),
            0x30, (byte)bundle.SignedPreKeyId,
        ];
        Assert.That(message, Is.EqualTo(expected));
        Assert.That(SignalMessageParts.Read(parsed.Message.ToArray()).ToArray(), Is.EqualTo(parsed.Message.ToArray()));
        Assert.That(parsed.Serialize(), Is.EqualTo(message));
    }

    [Test]
    public void GoogleReadsAPreKeyMessage()
    {
        DeviceParty alice = new(suite, "alice"), bob = new(suite, "bob");
        alice.Starts(bob, bob.Publish());
        byte[] message = alice.Send(bob, "text").Bytes.ToArray();
        var input = new CodedInputStream(message[1..]);
        List<uint> tags = [];
        while (input.ReadTag() is var tag and not 0)
        {
            tags.Add(tag);
            input.SkipLastField();
        }
        Assert.That(tags, Is.EqualTo(new uint[] { 0x08, 0x12, 0x1A, 0x22, 0x28, 0x30 }));
    }

    [Test]
    public void PreKeyMessageFieldsMayStandInAnyOrderAmongUnknownOnes()
    {
        DeviceParty alice = new(suite, "alice"), bob = new(suite, "bob");
        alice.Starts(bob, bob.Publish());
        Assert.That(PreKeySignalMessage.Parse(alice.Send(bob, "text").Bytes, out PreKeySignalMessage? parsed), Is.EqualTo(DecryptFailure.None));
        byte[] shuffled =
        [
            0x33,
            .. SignalMessageParts.Encode(6, 99),
            .. SignalMessageParts.Encode(4, parsed!.Message.ToArray()),
            .. SignalMessageParts.Encode(99, [1, 2, 3]),
            .. SignalMessageParts.Encode(3, parsed.IdentityKey.Serialize()),
            .. SignalMessageParts.Encode(6, parsed.PreKeys.SignedPreKeyId),
            .. SignalMessageParts.Encode(2, [.. parsed.PreKeys.BaseKey.Serialize(), 0xFF]),
            .. SignalMessageParts.Encode(1, parsed.PreKeys.PreKeyId!.Value),
        ];
        Assert.That(PreKeySignalMessage.Parse(shuffled, out PreKeySignalMessage? again), Is.EqualTo(DecryptFailure.None));
        Assert.That(again!.RegistrationId, Is.Zero, "a missing registration number is 0");
        Assert.That((again.PreKeys, again.IdentityKey), Is.EqualTo((parsed.PreKeys, parsed.IdentityKey)));
        bob.Opens(alice, new(CiphertextType.PreKey, shuffled), "text");
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(6)]
    public void APreKeyMessageWithoutARequiredFieldIsMalformed(int missing)
    {
        byte[] key = [5, .. new byte[32]];
        byte[][] fields =
        [
            SignalMessageParts.Encode(2, key), SignalMessageParts.Encode(3, key), SignalMessageParts.Encode(4, [1]),
            [], SignalMessageParts.Encode(6, 1),
        ];
        byte[] whole = [0x33, .. fields.SelectMany(field => field)];
        fields[missing - 2] = [];
        byte[] lacking = [0x33, .. fields.SelectMany(field => field)];
        Assert.That(PreKeySignalMessage.Parse(whole, out _), Is.EqualTo(DecryptFailure.None));
        Assert.That(PreKeySignalMessage.Parse(lacking, out PreKeySignalMessage? none), Is.EqualTo(DecryptFailure.Malformed));
        Assert.That(none, Is.Null);
    }

    [Test]
    public void APreKeyMessageWithAFieldOfTheWrongTypeOrAnUnfinishedOneIsMalformed()
    {
        DeviceParty alice = new(suite, "alice"), bob = new(suite, "bob");
        alice.Starts(bob, bob.Publish());
        byte[] message = alice.Send(bob, "text").Bytes.ToArray();
        byte[][] faults =
        [
            SignalMessageParts.Encode(1, [1]), SignalMessageParts.Encode(2, 1), SignalMessageParts.Encode(3, 1),
            SignalMessageParts.Encode(4, 1), SignalMessageParts.Encode(5, [1]), SignalMessageParts.Encode(6, [1]),
            SignalMessageParts.Encode(2, [6, .. new byte[32]]), SignalMessageParts.Encode(3, [5, .. new byte[31]]),
            [0x3A, 0x02, 0x00], [0x38], [0x38, 0x80], [0x3B], [0x3C], [0x3F], [0x00],
        ];
        foreach (byte[] fault in faults)
            bob.Refuses(alice, new(CiphertextType.PreKey, (byte[])[.. message, .. fault]), DecryptFailure.Malformed);
        bob.Opens(alice, new(CiphertextType.PreKey, message), "text");
    }

    [Test]
    public void AFieldIsFoundOnlyInFieldsThatDecode()
    {
        byte[] fields = [.. SignalMessageParts.Encode(9, [1]), .. SignalMessageParts.Encode(9, [2])];
        Assert.That(SignalMessage.TryFind(fields, 9, out ReadOnlySpan<byte> value));
        Assert.That(value.ToArray(), Is.EqualTo(new byte[] { 2 }), "the last of several counts");
        Assert.That(SignalMessage.TryFind(fields, 8, out _), Is.False);
        Assert.That(SignalMessage.TryFind([.. fields, 0x08], 9, out _), Is.False);
        Assert.That(SignalMessage.TryFind([.. fields, 0x4C], 9, out _), Is.False);
        Assert.That(SignalMessage.TryFind(SignalMessageParts.Encode(9, 1), 9, out _), Is.False, "a number is not bytes");
    }
}
