using CryptoLessons.Protocol.Curve25519;
using NUnit.Framework;

namespace CryptoLessons.Tests.Curve25519;

/// <summary>A key made ready once signs as one that is made ready each time.</summary>
[TestFixture]
internal sealed class XEdDsaSignerTests
{
    [Test]
    public void SignsManyMessagesAsTheUnpreparedKeyDoes()
    {
        Random random = PrintedSeed.NewRandom();
        for (int key = 0; key < 4; key++)
        {
            byte[] bytes = random.NextBytes(32);
            using var pair = DhKeyPair.FromPrivate(bytes);
            using var signer = new XEdDsaSigner(pair.Private);
            for (int i = 0; i < 4; i++)
            {
                byte[] message = random.NextBytes(i * 40), randomness = random.NextBytes(64), signature = signer.Sign(message, randomness);
                Assert.That(signature, Is.EqualTo(XEdDsa.Sign(bytes, message, randomness)));
                Assert.That(XEdDsa.Verify(pair.Public.U, message, signature));
            }
        }
    }

    [Test]
    public void OutlivesThePrivateKeyThatItWasMadeFromAndNotItself()
    {
        var pair = DhKeyPair.FromPrivate(new byte[32]);
        DhPublicKey publicKey = pair.Public;
        var signer = new XEdDsaSigner(pair.Private);
        pair.Dispose();
        Assert.That(XEdDsa.Verify(publicKey.U, [1], signer.Sign([1], new byte[64])));
        signer.Dispose();
        Assert.That(() => signer.Sign([1], new byte[64]), Throws.TypeOf<ObjectDisposedException>());
    }

    [TestCase(63)]
    [TestCase(65)]
    public void ThrowsForRandomnessOfAnotherLength(int length)
    {
        using var pair = DhKeyPair.FromPrivate(new byte[32]);
        using var signer = new XEdDsaSigner(pair.Private);
        Assert.That(() => signer.Sign([], new byte[length]), Throws.ArgumentException);
    }
}
