using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A message that was changed on the way is refused, and leaves no trace.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.All))]
internal sealed class TamperingTests(Suite suite)
{
    private RatchetPair pair = null!;

    private RatchetParty Alice => pair.Alice;

    private RatchetParty Bob => pair.Bob;

    [SetUp]
    public void Agree()
    {
        pair = new(suite);
        pair.Turn();
    }

    [Test]
    public void AFlippedByteInAKnownChainIsRefused()
    {
        Bob.Opens(Alice.Send("opens the chain"), "opens the chain");
        RefusesEveryFlip(Alice.Send("genuine"), "genuine");
    }

    [Test]
    public void AFlippedByteOfAMessageThatTurnsTheRatchetIsRefused() => RefusesEveryFlip(Alice.Send("genuine"), "genuine");

    [Test]
    public void AFlippedByteOfASkippedMessageIsRefused()
    {
        byte[] skipped = Alice.Send("genuine");
        Bob.Opens(Alice.Send("ahead"), "ahead");
        RefusesEveryFlip(skipped, "genuine");
    }

    [Test]
    public void AFlippedByteOfAMessageFarAheadIsRefused()
    {
        Alice.SendIntoTheVoid(300);
        RefusesEveryFlip(Alice.Send("genuine"), "genuine");
    }

    [Test]
    public void ATruncatedMessageIsRefused()
    {
        byte[] message = Alice.Send("genuine");
        for (int length = 0; length < message.Length; length++)
        {
            Bob.RefusesSomehow(message[..length], $"first {length} bytes");
            Bob.RefusesSomehow(message[^length..], $"last {length} bytes");
        }
        Bob.Opens(message, "genuine");
    }

    [Test]
    public void AnAppendedByteIsRefused()
    {
        byte[] message = Alice.Send("genuine");
        foreach (byte value in new byte[] { 0, 1, 0x22, 0xFF })
        {
            Bob.RefusesSomehow([.. message, value], $"{value:X2} behind the MAC");
            Bob.RefusesSomehow([.. message[..^8], value, .. message[^8..]], $"{value:X2} before the MAC");
        }
        Bob.Opens(message, "genuine");
    }

    [Test]
    public void AnUnknownRatchetKeyIsRefused([Values(0u, 1u, 24_999u, 25_000u)] uint counter)
    {
        byte[] message = Alice.Send("genuine");
        DhPublicKey unknown = DhKeyPair.Generate(pair.Seed.Child("forger")).Public;
        SignalMessageParts parts = SignalMessageParts.Read(message);
        Bob.Refuses((parts with { RatchetKey = unknown.Serialize(), Counter = counter }).ToArray(), DecryptFailure.NotAuthentic);
        Bob.Opens(message, "genuine");
    }

    [TestCase(25_001u)]
    [TestCase(uint.MaxValue - 1)]
    [TestCase(uint.MaxValue)]
    public void AHugeCounterIsRefused(uint counter)
    {
        Bob.Opens(Alice.Send("opens the chain"), "opens the chain");
        SignalMessageParts known = SignalMessageParts.Read(Alice.Send("genuine"));
        Bob.Refuses((known with { Counter = Math.Max(counter, 25_002) }).ToArray(), DecryptFailure.TooFarAhead);
        byte[] unknown = DhKeyPair.Generate(pair.Seed.Child("forger")).Public.Serialize();
        Bob.Refuses((known with { Counter = counter, RatchetKey = unknown }).ToArray(), DecryptFailure.TooFarAhead);
        Bob.Opens(known.ToArray(), "genuine");
    }

    [Test]
    public void AForgedJumpStoresNoSkippedSeeds()
    {
        Bob.Opens(Alice.Send("opens the chain"), "opens the chain");
        SignalMessageParts parts = SignalMessageParts.Read(Alice.Send("genuine"));
        Bob.Refuses((parts with { Counter = 2_500 }).ToArray(), DecryptFailure.NotAuthentic);
        Bob.Opens(parts.ToArray(), "genuine");
    }

    [Test]
    public void ALowOrderRatchetKeyIsRefused()
    {
        SignalMessageParts parts = SignalMessageParts.Read(Alice.Send("genuine"));
        foreach (DhPublicKey key in LowOrderKeys.All)
            Bob.Refuses((parts with { RatchetKey = key.Serialize() }).ToArray(), DecryptFailure.LowOrderKey);
        Bob.Opens(parts.ToArray(), "genuine");
    }

    [TestCase(0x23, DecryptFailure.OldVersion)]
    [TestCase(0x03, DecryptFailure.OldVersion)]
    [TestCase(0x43, DecryptFailure.UnknownVersion)]
    [TestCase(0x53, DecryptFailure.UnknownVersion)]
    [TestCase(0xF3, DecryptFailure.UnknownVersion)]
    [TestCase(0x34, DecryptFailure.NotAuthentic)]
    [TestCase(0x30, DecryptFailure.NotAuthentic)]
    public void AnotherVersionByteIsRefused(byte version, DecryptFailure failure)
    {
        byte[] message = Alice.Send("genuine");
        Bob.Refuses([version, .. message[1..]], failure);
        Bob.Opens(message, "genuine");
    }

    [Test]
    public void TheMacCoversBothIdentityKeysSenderFirst()
    {
        byte[] message = Alice.Send("genuine");
        byte[] before = Bob.Saved;
        foreach (byte[] ad in WrongAssociatedData(Bob.ReceivingAd))
        {
            Assert.That(Bob.Ratchet.Decrypt(message, ad, out _), Is.EqualTo(DecryptFailure.NotAuthentic));
            Assert.That(Bob.Saved, Is.EqualTo(before));
        }
        Bob.Opens(message, "genuine");
    }

    private static IEnumerable<byte[]> WrongAssociatedData(byte[] ad)
    {
        yield return [];
        yield return [.. ad[33..], .. ad[..33]];
        for (int i = 0; i < ad.Length; i++)
            yield return Flipped(ad, i, 1);
    }

    private void RefusesEveryFlip(byte[] message, string text)
    {
        for (int i = 0; i < message.Length; i++)
            foreach (byte mask in new byte[] { 0x01, 0x02, 0x08, 0x10, 0x40, 0x80, 0xFF })
                Bob.RefusesSomehow(Flipped(message, i, mask), $"byte {i} xor {mask:X2}");
        Bob.Opens(message, text);
    }

    private static byte[] Flipped(byte[] bytes, int index, byte mask)
    {
        byte[] flipped = [.. bytes];
        flipped[index] ^= mask;
        return flipped;
    }
}
