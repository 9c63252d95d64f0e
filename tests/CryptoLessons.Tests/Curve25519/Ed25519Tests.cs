using NUnit.Framework;
using BouncyEd25519 = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace CryptoLessons.Tests.Curve25519;

[TestFixture]
internal sealed class Ed25519Tests
{
    [TestCaseSource(typeof(Rfc8032Vectors), nameof(Rfc8032Vectors.All))]
    public void ReproducesRfc8032(string seed, string publicKey, string message, string signature)
    {
        byte[] seedBytes = Convert.FromHexString(seed), messageBytes = Convert.FromHexString(message);
        byte[] key = Ed25519.PublicKey(seedBytes);
        Assert.That(Convert.ToHexStringLower(key), Is.EqualTo(publicKey));
        byte[] signed = Ed25519.Sign(seedBytes, messageBytes);
        Assert.That(Convert.ToHexStringLower(signed), Is.EqualTo(signature));
        Assert.That(Ed25519.Verify(key, messageBytes, signed));
        Assert.That(Ed25519.Verify(key, [.. messageBytes, 0], signed), Is.False);
    }

    [Test]
    public void AgreesWithBouncyCastleInBothDirections()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 50; i++)
        {
            byte[] seed = random.NextBytes(32), message = random.NextBytes(random.Next(200));
            byte[] key = new byte[32], theirs = new byte[64];
            BouncyEd25519.GeneratePublicKey(seed, 0, key, 0);
            BouncyEd25519.Sign(seed, 0, message, 0, message.Length, theirs, 0);

            Assert.That(Ed25519.PublicKey(seed), Is.EqualTo(key));
            Assert.That(Ed25519.Verify(key, message, theirs));
            Assert.That(BouncyEd25519.Verify(Ed25519.Sign(seed, message), 0, key, 0, message, 0, message.Length));
        }
    }

    [Test]
    public void RejectsWhatBouncyCastleRejects()
    {
        Random random = PrintedSeed.NewRandom();
        int rejected = 0;
        for (int i = 0; i < 300; i++)
        {
            byte[] seed = random.NextBytes(32), message = random.NextBytes(random.Next(1, 50));
            byte[] key = Ed25519.PublicKey(seed), signature = Ed25519.Sign(seed, message);
            byte[] target = random.Next(4) switch { 0 => key, 1 => message, 2 => signature, _ => new byte[1] };
            target[random.Next(target.Length)] ^= (byte)(1 << random.Next(8));

            bool theirs = BouncyEd25519.Verify(signature, 0, key, 0, message, 0, message.Length);
            Assert.That(Ed25519.Verify(key, message, signature), Is.EqualTo(theirs));
            rejected += theirs ? 0 : 1;
        }
        Assert.That(rejected, Is.InRange(150, 299), "Three of four cases are altered.");
    }
}
