using System.Security.Cryptography;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;
using static CryptoLessons.Tests.Protocol.SignalMessageParts;

namespace CryptoLessons.Tests.Protocol;

/// <summary>What a receiver accepts from a peer that holds the keys and encodes its messages otherwise than we do.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.Tolerant))]
internal sealed class HandWrittenMessageTests(Suite suite)
{
    private static readonly byte[] UnknownFields =
    [
        .. Encode(9, [1, 2, 3]), .. Encode(12, ulong.MaxValue), .. Encode(5, []), .. Encode(6, new byte[36]),
        0x3B, 0x0A, 1, 7, 0x3C, // group 7 with a field 1
        0x41, 0, 1, 2, 3, 4, 5, 6, 7, // fixed 64
        0x4D, 0, 1, 2, 3, // fixed 32
    ];

    private RatchetPair pair = null!;

    [SetUp]
    public void Agree()
    {
        pair = new(suite);
        pair.Turn();
    }

    private void Opens(Func<SignalMessageParts, byte[]> write) => pair.Bob.Opens(HandWritten.Message(pair.Alice, "text", write), "text");

    private void Refuses(Func<SignalMessageParts, byte[]> write) =>
        pair.Bob.Refuses(HandWritten.Message(pair.Alice, "text", write), DecryptFailure.Malformed);

    [Test]
    public void FieldsMayStandInAnyOrder()
    {
        Opens(m => [m.Version, .. Encode(4, m.Ciphertext), .. Encode(3, m.PreviousCounter), .. Encode(2, m.Counter), .. Encode(1, m.RatchetKey)]);
        Opens(m => [m.Version, .. Encode(2, m.Counter), .. Encode(4, m.Ciphertext), .. Encode(1, m.RatchetKey)]);
    }

    [Test]
    public void UnknownFieldsMayStandAnywhere()
    {
        Opens(m => [m.Version, .. UnknownFields, .. m.Unsigned()[1..]]);
        Opens(m => [.. m.Unsigned(), .. UnknownFields]);
        Opens(m => [m.Version, .. Encode(1, m.RatchetKey), .. UnknownFields, .. Encode(2, m.Counter), .. UnknownFields, .. Encode(4, m.Ciphertext)]);
    }

    [Test]
    public void TheLastOfSeveralCounts()
    {
        Opens(m => [m.Version, .. Encode(2, 77), .. Encode(4, new byte[16]), .. Encode(1, m.RatchetKey), .. m.Unsigned()[1..]]);
        pair.Bob.RefusesSomehow(HandWritten.Message(pair.Alice, "text", m => [.. m.Unsigned(), .. Encode(4, new byte[16])]), "two ciphertexts");
    }

    [Test]
    public void TheLastRatchetKeyCounts()
    {
        byte[] stranger = CryptoLessons.Protocol.Curve25519.DhKeyPair.Generate(pair.Seed.Child("stranger")).Public.Serialize();
        Opens(m => [m.Version, .. Encode(1, stranger), .. m.Unsigned()[1..]]);
    }

    [Test]
    public void BytesBehindARatchetKeyAreDropped() => Opens(m => (m with { RatchetKey = [.. m.RatchetKey, 1, 2, 3] }).Unsigned());

    /// <summary>Unlike a base key: it names a chain of one session, and only somebody with that session's keys can write it.</summary>
    [Test]
    public void ARatchetKeyNeedNotBeInItsOneEncoding()
    {
        Opens(m => (m with { RatchetKey = [.. m.RatchetKey[..^1], (byte)(m.RatchetKey[^1] ^ 0x80)] }).Unsigned());
        pair.Alice.Opens(pair.Bob.Send("to Alice"), "to Alice");
    }

    [Test]
    public void AMissingPreviousCounterIsNoFault() =>
        Opens(m => [m.Version, .. Encode(1, m.RatchetKey), .. Encode(2, m.Counter), .. Encode(4, m.Ciphertext)]);

    [Test]
    public void ThePreviousCounterMeansNothing() => Opens(m => (m with { PreviousCounter = uint.MaxValue }).Unsigned());

    [Test]
    public void TheLowVersionNibbleMeansNothing()
    {
        for (byte version = 0x30; version <= 0x3F; version++)
            Opens(m => (m with { Version = version }).Unsigned());
    }

    [Test]
    public void NumbersNeedNotBeMinimal() =>
        Opens(m => [m.Version, .. Encode(1, m.RatchetKey), 0x90, 0x00, (byte)(m.Counter | 0x80), 0x80, 0x00, .. Encode(4, m.Ciphertext)]);

    [Test]
    public void AMissingFieldIsMalformed()
    {
        Refuses(m => [m.Version, .. Encode(2, m.Counter), .. Encode(3, m.PreviousCounter), .. Encode(4, m.Ciphertext)]);
        Refuses(m => [m.Version, .. Encode(1, m.RatchetKey), .. Encode(3, m.PreviousCounter), .. Encode(4, m.Ciphertext)]);
        Refuses(m => [m.Version, .. Encode(1, m.RatchetKey), .. Encode(2, m.Counter), .. Encode(3, m.PreviousCounter)]);
        Refuses(m => [m.Version, .. Encode(1, m.RatchetKey), .. Encode(2, m.Counter), .. UnknownFields]);
        Refuses(m => [m.Version]);
    }

    [Test]
    public void AFieldOfTheWrongTypeIsMalformed()
    {
        Refuses(m => [.. m.Unsigned(), .. Encode(1, 5)]);
        Refuses(m => [.. m.Unsigned(), .. Encode(2, [5])]);
        Refuses(m => [.. m.Unsigned(), .. Encode(3, [5])]);
        Refuses(m => [.. m.Unsigned(), .. Encode(4, 5)]);
    }

    [Test]
    public void ARatchetKeyOfAnotherTypeOrLengthIsMalformed()
    {
        Refuses(m => (m with { RatchetKey = [6, .. m.RatchetKey[1..]] }).Unsigned());
        Refuses(m => (m with { RatchetKey = m.RatchetKey[1..] }).Unsigned());
        Refuses(m => (m with { RatchetKey = m.RatchetKey[..^1] }).Unsigned());
        Refuses(m => (m with { RatchetKey = [] }).Unsigned());
    }

    [Test]
    public void BadPaddingBehindAGoodMacIsRefusedLikeABadMac([Values(0, 2, 17, 255)] byte last)
    {
        byte[] padded = [.. new byte[31], last];
        pair.Bob.Refuses(HandWritten.Message(pair.Alice, padded, PaddingMode.None, m => m.Unsigned()), DecryptFailure.NotAuthentic);
        pair.Turn();
    }

    [Test]
    public void PaddingLongerThanABlockIsRefusedLikeABadMac([Values(17, 32)] int padding)
    {
        byte[] padded = Hex.Repeat((byte)padding, 32);
        pair.Bob.Refuses(HandWritten.Message(pair.Alice, padded, PaddingMode.None, m => m.Unsigned()), DecryptFailure.NotAuthentic);
        pair.Turn();
    }

    [Test]
    public void ABodyThatIsNotWholeBlocksIsRefusedLikeABadMac([Values(0, 1, 15, 17)] int length)
    {
        byte[] message = HandWritten.Message(pair.Alice, "text", m => (m with { Ciphertext = new byte[length] }).Unsigned());
        pair.Bob.Refuses(message, DecryptFailure.NotAuthentic);
        pair.Turn();
    }
}
