using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;
using static CryptoLessons.Tests.Protocol.SignalMessageParts;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>Fields may stand in any order and number; what counts is the last of each.</summary>
[TestFixture]
internal sealed class FieldPlaceTests
{
    [Test]
    public void TheLastRatchetKeyCountsEvenIfTheFirstIsNone()
    {
        var pair = new RatchetPair(Suite.Honest);
        pair.Turn();
        pair.Bob.Opens(HandWritten.Message(pair.Alice, "text", m => [m.Version, .. Encode(1, [1]), .. m.Unsigned()[1..]]), "text");
    }

    [Test]
    public void GroupsMayStandInEachOther100Times()
    {
        var pair = new RatchetPair(Suite.Honest);
        pair.Turn();
        pair.Bob.Opens(HandWritten.Message(pair.Alice, "text", m => [.. m.Unsigned(), .. Hex.Repeat(0x4B, 99), .. Hex.Repeat(0x4C, 99)]), "text");
    }

    [Test]
    public void AMessageWithItsHeaderBehindTheCiphertextCanBeReplaced()
    {
        var pair = new RatchetPair(Suite.Honest);
        pair.Turn();
        byte[] message = HandWritten.Message(pair.Alice, "text", m => [m.Version, .. Encode(4, m.Ciphertext), .. Encode(1, m.RatchetKey), .. Encode(2, m.Counter)]);
        var mk = new MessageKey(new byte[32]);
        DhPublicKey any = pair.SignedPreKey.Public;
        var envelope = new Envelope("alice", "bob", DateTimeOffset.UnixEpoch, new(CiphertextType.Plain, message));
        Envelope replaced = InterceptedMessage.Parse(envelope, any, any)!.Replace(mk, "forged"u8);
        Assert.That(InterceptedMessage.Parse(replaced, any, any)?.Decrypt(mk), Is.EqualTo("forged"u8.ToArray()));
    }
}
