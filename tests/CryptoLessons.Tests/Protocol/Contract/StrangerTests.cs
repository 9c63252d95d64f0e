using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;
using static CryptoLessons.Tests.Protocol.SignalMessageParts;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>Who has no key causes no more work than the limit, not even under the name of oneself.</summary>
[TestFixture]
internal sealed class StrangerTests
{
    [Test]
    public void AStrangerWithoutKeysCausesNoMoreWorkThanTheLimit()
    {
        var counting = new Counting(new SignalFunctions(new SeededRandom(1)));
        Device<Counting> victim = Device.Create(counting, new SeededRandom(2));
        // Everything here is public: the victim's identity key, the number of its signed prekey.
        byte[] stranger = DhKeyPair.Generate(new SeededRandom(3)).Public.Serialize();
        byte[] inner = new SignalMessageParts(0x33, stranger, 100_000, 0, new byte[16], new byte[8]).ToArray();
        byte[] message = [0x33, .. Encode(2, stranger), .. Encode(3, victim.IdentityKey.Serialize()), .. Encode(4, inner), .. Encode(6, 1)];
        Assert.That(victim.Decrypt("anybody", new(CiphertextType.PreKey, message), out _), Is.EqualTo(DecryptFailure.TooFarAhead), $"{counting.Steps} steps");
        Assert.That(counting.Steps, Is.LessThanOrEqualTo(25_001));
    }

    private sealed class Counting(RatchetFunctions inner) : DelegatingRatchetFunctions(inner)
    {
        public int Steps;

        public override (ChainKey CK, MessageSeed Seed) KdfCk(ChainKey ck)
        {
            Steps++;
            return base.KdfCk(ck);
        }
    }
}
