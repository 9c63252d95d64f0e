using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Curve25519;

/// <summary>A key is of low order exactly when its agreement is all zero.</summary>
[TestFixture]
internal sealed class LowOrderKeyTests
{
    [Test]
    public void EveryLowOrderKeyIsKnown() => Assert.That(LowOrderKeys.All.Where(key => !LowOrderKey.Is(key)), Is.Empty);

    [Test]
    public void ItSaysWhatAnAgreementSays()
    {
        Random random = PrintedSeed.NewRandom();
        using var pair = DhKeyPair.Generate(new SeededRandom(1));
        for (int i = 0; i < 300; i++)
        {
            // Half of all numbers are on the twist; small ones and those near p are where the low-order points are.
            byte[] u = random.NextBytes(DhPublicKey.Size);
            if (i % 3 == 1)
                u.AsSpan(1).Clear();
            if (i % 3 == 2)
                u.AsSpan(1).Fill(0xFF);
            var key = new DhPublicKey(u);
            using SharedSecret? shared = X25519.Agree(pair.Private, key);
            Assert.That(LowOrderKey.Is(key), Is.EqualTo(shared is null), key.ToString());
        }
    }
}
