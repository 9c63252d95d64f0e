using System.Security.Cryptography;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Tests.ExceptionalAccess;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>The one field by which an escrowed message differs from an honest one.</summary>
[TestFixture]
internal sealed class EscrowFieldTests
{
    private const int FieldSize = 82;

    private RatchetPair pair = null!;
    private DhKeyPair authority = null!;

    [SetUp]
    public void Agree() => (pair, authority) = (new(Suite.Escrowed), Suite.Authority);

    private static byte[] Field(byte[] message) => SignalMessageParts.Read(message).Further[2..];

    private static MessageKey? Open(byte[] message, DhKeyPair key)
    {
        var functions = new SignalFunctions(RandomSource.System);
        Assert.That(functions.Parse(message, out _, out ReadOnlyMemory<byte> ciphertext), Is.EqualTo(DecryptFailure.None));
        return MessageKeyEscrow.Open(ciphertext.Span, key);
    }

    [Test]
    public void TheFieldStandsBehindTheCiphertextAndIs82BytesLong()
    {
        byte[] escrowed = pair.Alice.Send("text"), honest = new RatchetPair(Suite.Honest).Alice.Send("text");
        byte[] further = SignalMessageParts.Read(escrowed).Further;
        Assert.That(further[..2], Is.EqualTo(new byte[] { 0x7A, 0x50 }));
        Assert.That(further, Has.Length.EqualTo(FieldSize));
        Assert.That(escrowed, Has.Length.EqualTo(honest.Length + FieldSize));
        Assert.That(escrowed[..^(FieldSize + 8)], Is.EqualTo(honest[..^8]));
        Assert.That(SignalMessageParts.Read(honest).Further, Is.Empty);
    }

    [Test]
    public void ThePreKeyMessageCarriesItToo()
    {
        DeviceParty alice = new(Suite.Escrowed, "alice"), honest = new(Suite.Honest, "alice"), bob = new(Suite.Honest, "bob");
        PreKeyBundle bundle = bob.Publish();
        alice.Starts(bob, bundle);
        honest.Starts(bob, bundle);
        CiphertextMessage message = alice.Send(bob, "text");
        // The length of the inner message passes 127, so its varint is one byte longer.
        Assert.That(message.Bytes.Length - honest.Send(bob, "text").Bytes.Length, Is.EqualTo(FieldSize + 1));
        bob.Opens(alice, message, "text");

        var envelope = new Envelope("alice", "bob", DateTimeOffset.UnixEpoch, message);
        InterceptedMessage intercepted = InterceptedMessage.Parse(envelope, alice.Device.IdentityKey, bob.Device.IdentityKey)!;
        MessageKey mk = MessageKeyEscrow.Open(intercepted.Ciphertext.Span, authority)!;
        Assert.That(intercepted.Decrypt(mk), Is.EqualTo("text"u8.ToArray()));
        InterceptedMessage turned = InterceptedMessage.Parse(envelope, bob.Device.IdentityKey, alice.Device.IdentityKey)!;
        Assert.That(turned.Decrypt(mk), Is.Null, "the sender's key stands first");
    }

    /// <summary>Opened by the formula: X25519 with the ephemeral key, HKDF over it with both public keys, AES-256-GCM.</summary>
    [Test]
    public void TheSealIsTheOneDescribed()
    {
        using var mk = new MessageKey(Hex.Repeat(7, 32));
        byte[] sealedKey = SealedMessageKey.Seal(mk, authority.Public, new SeededRandom(1));
        DhKeyPair ephemeral = DhKeyPair.Generate(new SeededRandom(1));
        byte[] shared = Hazmat.Reveal(X25519.Agree(ephemeral.Private, authority.Public)!);
        byte[] info = [.. "CryptoLessons SealedKey"u8, .. ephemeral.Public.U, .. authority.Public.U];
        byte[] okm = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 44, new byte[32], info);
        byte[] wrapped = new byte[32], tag = new byte[16];
        using var gcm = new AesGcm(okm[..32], 16);
        gcm.Encrypt(okm[32..], Hex.Repeat(7, 32), wrapped, tag);
        Assert.That(Hex.Of(sealedKey), Is.EqualTo(Hex.Of([.. ephemeral.Public.U, .. wrapped, .. tag])));
    }

    [Test]
    public void TheAuthorityReadsEveryMessageWithItsKey()
    {
        var envelope = new Envelope("alice", "bob", DateTimeOffset.UnixEpoch, default);
        Assert.That(DhPublicKey.TryParse(pair.Alice.SendingAd.AsSpan(0, 33), out DhPublicKey? sender));
        Assert.That(DhPublicKey.TryParse(pair.Alice.SendingAd.AsSpan(33), out DhPublicKey? recipient));
        HashSet<string> keys = [];
        for (int i = 0; i < 5; i++)
        {
            byte[] message = pair.Alice.Send("to Bob");
            MessageKey mk = Open(message, authority)!;
            Assert.That(keys.Add(Hex.Of(mk.Bytes)), "every message has a key of its own");
            var intercepted = InterceptedMessage.Parse(envelope with { Message = new(CiphertextType.Plain, message) }, sender!, recipient!)!;
            Assert.That(intercepted.Decrypt(mk), Is.EqualTo("to Bob"u8.ToArray()));
            pair.Bob.Opens(message, "to Bob");
            pair.Alice.Opens(pair.Bob.Send("answer"), "answer");
        }
    }

    [Test]
    public void TheKeyOfAMessageForgesInItsSlotAndNowhereElse()
    {
        Assert.That(DhPublicKey.TryParse(pair.Alice.SendingAd.AsSpan(0, 33), out DhPublicKey? sender));
        Assert.That(DhPublicKey.TryParse(pair.Alice.SendingAd.AsSpan(33), out DhPublicKey? recipient));
        byte[] message = pair.Alice.Send("genuine"), next = pair.Alice.Send("next");
        MessageKey mk = Open(message, authority)!;
        Assert.That(Intercept(next).Decrypt(mk), Is.Null);
        pair.Bob.Refuses(Intercept(next).Replace(mk, "forged"u8).Message.Bytes.ToArray(), DecryptFailure.NotAuthentic);
        pair.Bob.Opens(Intercept(message).Replace(mk, "forged"u8).Message.Bytes.ToArray(), "forged");
        pair.Bob.Refuses(message, DecryptFailure.Duplicate);

        InterceptedMessage Intercept(byte[] bytes) => InterceptedMessage.Parse(
            new Envelope("alice", "bob", DateTimeOffset.UnixEpoch, new(CiphertextType.Plain, bytes)), sender!, recipient!)!;
    }

    [Test]
    public void AnotherKeyOpensNothing() =>
        Assert.That(Open(pair.Alice.Send("text"), DhKeyPair.Generate(new SeededRandom(2))), Is.Null);

    [Test]
    public void AnHonestMessageHasNothingToOpen() =>
        Assert.That(Open(new RatchetPair(Suite.Honest).Alice.Send("text"), authority), Is.Null);

    [Test]
    public void AnyFlippedBitOfTheSealedKeyOpensNothing()
    {
        byte[] sealedKey = Field(pair.Alice.Send("text"));
        Assert.That(SealedMessageKey.TryOpen(sealedKey, authority), Is.Not.Null);
        for (int bit = 0; bit < 8 * sealedKey.Length; bit++)
        {
            byte[] spoiled = [.. sealedKey];
            spoiled[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(SealedMessageKey.TryOpen(spoiled, authority), Is.Null, $"bit {bit}");
        }
    }

    [Test]
    public void ASealedKeyOfAnotherLengthOpensNothing()
    {
        byte[] sealedKey = Field(pair.Alice.Send("text"));
        for (int length = 0; length < sealedKey.Length; length++)
            Assert.That(SealedMessageKey.TryOpen(sealedKey.AsSpan(0, length), authority), Is.Null);
        Assert.That(SealedMessageKey.TryOpen([.. sealedKey, 0], authority), Is.Null);
    }

    [Test]
    public void ALowOrderEphemeralKeyOpensNothing()
    {
        byte[] sealedKey = Field(pair.Alice.Send("text"));
        foreach (DhPublicKey key in LowOrderKeys.All)
            Assert.That(SealedMessageKey.TryOpen([.. key.U, .. sealedKey.AsSpan(32)], authority), Is.Null);
    }

    [Test]
    public void TheReceiverNoticesASpoiledFieldAndAMissingOne()
    {
        byte[] message = pair.Alice.Send("text");
        SignalMessageParts parts = SignalMessageParts.Read(message);
        for (int i = 0; i < FieldSize; i++)
        {
            byte[] further = [.. parts.Further];
            further[i] ^= 1;
            pair.Bob.RefusesSomehow((parts with { Further = further }).ToArray(), $"byte {i} of the field");
        }
        pair.Bob.Refuses((parts with { Further = [] }).ToArray(), DecryptFailure.NotAuthentic);
        pair.Bob.Opens(message, "text");
    }

    [Test]
    public void WhatTheSenderPutsIntoTheFieldTheReceiverCannotTell()
    {
        byte[] nonsense = HandWritten.Message(pair.Alice, "text", m => [.. m.Unsigned(), .. SignalMessageParts.Encode(15, new byte[80])]);
        Assert.That(Open(nonsense, authority), Is.Null);
        pair.Bob.Opens(nonsense, "text");
    }

    [Test]
    public void SealingToALowOrderKeyIsTheCallersMistake()
    {
        using var mk = new MessageKey(new byte[32]);
        foreach (DhPublicKey key in LowOrderKeys.All)
            Assert.That(() => SealedMessageKey.Seal(mk, key, new SeededRandom(1)), Throws.ArgumentException);
    }
}
