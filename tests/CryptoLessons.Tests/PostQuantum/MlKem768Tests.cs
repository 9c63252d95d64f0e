using System.Security.Cryptography;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>ML-KEM-768 whole and in parts: vectors, which headers and vectors belong together, what forged ciphertexts are answered with.</summary>
[TestFixture]
internal sealed class MlKem768Tests
{
    private readonly SeededRandom random = new(768);

    private static string Of(Secret secret) => Hex.Of(secret.Bytes);

    // FIPS 203's answer to a forged ciphertext: J(z || c).
    private static string Rejected(MlKem768KeyPair pair, byte[] ciphertext) => Hex.Of(Oracles.Shake(256, [.. pair.Key.Z, .. ciphertext], 32));

    [Test]
    public void GivesNistsKeyCiphertextAndSecret()
    {
        using var pair = MlKem768KeyPair.FromSeed(Hex.Bytes("7c9935a0b07694aa0c6d10e4db6b1add2fd81a25ccb148032dcd739936737f2d"
            + "8626ed79d451140800e03b59b956f8210e556067407d13dc90fa9e8b872bfb8f"));
        var drawn = new GivenBytes(Hex.Bytes("147c03f7a5bebba406c8fae1874d7f13c80efe79a3a9a874cc09fe76f6997615"));
        Assert.That(MlKem768.TryEncapsulate(pair.PublicKey, drawn, out byte[]? ciphertext, out SharedSecret? secret));
        Assert.That(Hex.Of(KyberHash.H(pair.PublicKey)), Is.EqualTo("f57262661358cde8d3ebf990e5fd1d5b896c992ccfaadb5256b68bbf5943b132"));
        Assert.That(Hex.Of(KyberHash.H(PrivateKeys.Encode(pair.Key))),
            Is.EqualTo("7deef44965b03d76de543ad6ef9e74a2772fa5a9fa0e761120dac767cf0152ef"));
        Assert.That(Hex.Of(KyberHash.H(ciphertext)), Is.EqualTo("6e777e2cf8054659136a971d9e70252f301226930c19c470ee0688163a63c15b"));
        Assert.That(Of(secret!), Is.EqualTo("e7184a0975ee3470878d2d159ec83129c8aec253d4ee17b4810311d198cd0368"));
    }

    [Test]
    public void GivesTheKnownPartsOfASplitEncapsulation()
    {
        using var pair = MlKem768KeyPair.FromSeed(Hex.Count(0, 64));
        using var encapsulation = new MlKem768Encapsulation(pair.Header, Hex.Count(0x20, 32));
        byte[] ciphertext2 = encapsulation.Finish(pair.Vector);
        Assert.That(Hex.Of(pair.Header), Is.EqualTo(
            "5e43481c3eeb397eb192505229b67a201ea893c3e2cb32da8bc342fa4dea0578a24e16d8f8f9383a95b77050f4d9fd2f5733eec1d63ef3c23ebf9918173669a7"));
        Assert.That(Of(encapsulation.Secret), Is.EqualTo("dfa3d17135b0c7cad38cd14d75cf05753c4060f4fff1b4df961f2774c7aa051b"));
        Assert.That(Hex.Of(SHA256.HashData(encapsulation.Ciphertext1)),
            Is.EqualTo("f0320a3ca35c19395c0ce8e6348613c1465e64a70b9ce5875c9b5c3bab0c6b8b"));
        Assert.That(Hex.Of(SHA256.HashData(ciphertext2)), Is.EqualTo("a78454d1dbced260b3ee8ac25bee37461861d050c928e269274dc82e7c626f98"));
    }

    [Test]
    public void ThePartsAreTheWhole()
    {
        for (int round = 0; round < 20; round++)
        {
            using var pair = MlKem768KeyPair.Generate(random);
            SeededRandom again = random.Copy();
            using MlKem768Encapsulation encapsulation = MlKem768.Encapsulate(pair.Header, random);
            byte[] ciphertext1 = encapsulation.Ciphertext1.ToArray(), ciphertext2 = encapsulation.Finish(pair.Vector);
            Assert.That(MlKem768.TryEncapsulate(pair.PublicKey, again, out byte[]? whole, out SharedSecret? secret));
            Assert.That(whole, Is.EqualTo((byte[])[.. ciphertext1, .. ciphertext2]));
            Assert.That((ciphertext1.Length, ciphertext2.Length), Is.EqualTo((960, 128)));
            Assert.That((Of(encapsulation.Secret), Of(MlKem768.Decapsulate(pair, ciphertext1, ciphertext2)), Of(MlKem768.Decapsulate(pair, whole))),
                Is.EqualTo((Of(secret!), Of(secret!), Of(secret!))));
        }
    }

    [Test]
    public void WhatIsKeptOfAnEncapsulationIsItsMessageAndTheHeader()
    {
        using var pair = MlKem768KeyPair.Generate(random);
        using MlKem768Encapsulation encapsulation = MlKem768.Encapsulate(pair.Header, random);
        using var restored = new MlKem768Encapsulation(encapsulation.Header, encapsulation.Message);
        Assert.That(restored.Ciphertext1.ToArray(), Is.EqualTo(encapsulation.Ciphertext1.ToArray()));
        Assert.That(restored.Finish(pair.Vector), Is.EqualTo(encapsulation.Finish(pair.Vector)));
        Assert.That(Of(restored.Secret), Is.EqualTo(Of(encapsulation.Secret)));
    }

    [Test]
    public void AFlippedBitInEitherPartGivesASecretFromZ()
    {
        using var pair = MlKem768KeyPair.Generate(random);
        Assert.That(MlKem768.TryEncapsulate(pair.PublicKey, random, out byte[]? ciphertext, out SharedSecret? secret));
        foreach (int bit in Enumerable.Range(0, MlKem768.CiphertextSize).Select(at => (8 * at) + (at % 8)).Where(bit => bit % 9 == 0))
        {
            byte[] forged = [.. ciphertext!];
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            string answer = Of(MlKem768.Decapsulate(pair, forged));
            Assert.That(answer, Is.Not.EqualTo(Of(secret!)).And.EqualTo(Of(MlKem768.Decapsulate(pair, forged))));
            Assert.That(answer, Is.EqualTo(Rejected(pair, forged)), $"bit {bit}");
        }
    }

    [Test]
    public void AnyBytesAreAnsweredWithASecret()
    {
        using var pair = MlKem768KeyPair.Generate(random);
        foreach (byte fill in (byte[])[0x00, 0x55, 0xFF])
        {
            byte[] bytes = Hex.Repeat(fill, MlKem768.CiphertextSize);
            Assert.That(Of(MlKem768.Decapsulate(pair, bytes)), Is.EqualTo(Rejected(pair, bytes)));
        }
    }

    [Test]
    public void AVectorMatchesItsOwnHeaderOnly()
    {
        using var pair = MlKem768KeyPair.Generate(random);
        using var other = MlKem768KeyPair.Generate(random);
        Assert.That(MlKem768.Matches(pair.Header, pair.Vector));
        Assert.That(MlKem768.Matches(pair.Header, other.Vector), Is.False);
        Assert.That(MlKem768.Matches(other.Header, pair.Vector), Is.False);
        for (int at = 0; at < MlKem768.HeaderSize; at++)
        {
            byte[] wrong = pair.Header;
            wrong[at] ^= 0x80;
            Assert.That(MlKem768.Matches(wrong, pair.Vector), Is.False, $"byte {at} of the header");
        }
        for (int at = 0; at < MlKem768.VectorSize; at += 31)
        {
            byte[] wrong = pair.Vector.ToArray();
            wrong[at] ^= 0x01;
            Assert.That(MlKem768.Matches(pair.Header, wrong), Is.False, $"byte {at} of the vector");
        }
    }

    [TestCase(3329)]
    [TestCase(4095)]
    public void ACoefficientOfQOrMoreIsRefusedThoughTheHashAgrees(int coefficient)
    {
        using var pair = MlKem768KeyPair.Generate(random);
        byte[] rho = pair.Header[..32];
        foreach (int at in (int[])[0, 3, 1149])
        {
            byte[] vector = pair.Vector.ToArray();
            vector[at] = (byte)coefficient;
            vector[at + 1] = (byte)((vector[at + 1] & 0xF0) | (coefficient >> 8));
            byte[] header = [.. rho, .. Oracles.Sha3(256, [.. vector, .. rho])];
            Assert.That(MlKem768.Matches(header, vector), Is.False, $"byte {at}");
            Assert.That(MlKem768.TryEncapsulate([.. vector, .. rho], random, out byte[]? ciphertext, out SharedSecret? secret), Is.False);
            Assert.That((ciphertext, secret), Is.EqualTo(((byte[]?)null, (SharedSecret?)null)));
            // With the largest coefficient that there is, the same bytes are a key.
            vector[at] = 0x00;
            vector[at + 1] = (byte)((vector[at + 1] & 0xF0) | 0x0D);
            Assert.That(MlKem768.Matches([.. rho, .. Oracles.Sha3(256, [.. vector, .. rho])], vector));
        }
    }

    [Test]
    public void DoesNotFinishWithAVectorThatDoesNotMatch()
    {
        using var pair = MlKem768KeyPair.Generate(random);
        using var other = MlKem768KeyPair.Generate(random);
        using MlKem768Encapsulation encapsulation = MlKem768.Encapsulate(pair.Header, random);
        Assert.That(() => encapsulation.Finish(other.Vector), Throws.ArgumentException);
        Assert.That(encapsulation.Finish(pair.Vector), Has.Length.EqualTo(MlKem768.Ciphertext2Size));
    }

    [Test]
    public void ARefusedKeyDrawsNothing()
    {
        var counting = new CountingRandom(random);
        foreach (byte[] key in (byte[][])[[], new byte[1183], new byte[1185], Hex.Repeat(0xFF, 1184)])
            Assert.That(MlKem768.TryEncapsulate(key, counting, out _, out _), Is.False);
        Assert.That(counting.Drawn, Is.Zero);
        Assert.That(MlKem768.TryEncapsulate(new byte[1184], counting, out _, out _));
        Assert.That(counting.Drawn, Is.EqualTo(32));
    }

    [Test]
    public void WrongSizesThrow()
    {
        using var pair = MlKem768KeyPair.Generate(random);
        using MlKem768Encapsulation encapsulation = MlKem768.Encapsulate(pair.Header, random);
        byte[] header = pair.Header, vector = pair.Vector.ToArray(), c1 = new byte[960], c2 = new byte[128];
        foreach (int off in (int[])[-1, 1])
        {
            Assert.That(() => MlKem768.Matches(new byte[64 + off], vector), Throws.ArgumentException);
            Assert.That(() => MlKem768.Matches(header, new byte[1152 + off]), Throws.ArgumentException);
            Assert.That(() => MlKem768.Encapsulate(new byte[64 + off], random), Throws.ArgumentException);
            Assert.That(() => new MlKem768Encapsulation(header, new byte[32 + off]), Throws.ArgumentException);
            Assert.That(() => encapsulation.Finish(new byte[1152 + off]), Throws.ArgumentException);
            Assert.That(() => MlKem768.Decapsulate(pair, new byte[960 + off], c2), Throws.ArgumentException);
            Assert.That(() => MlKem768.Decapsulate(pair, c1, new byte[128 + off]), Throws.ArgumentException);
            Assert.That(() => MlKem768.Decapsulate(pair, new byte[1088 + off]), Throws.ArgumentException);
            Assert.That(() => MlKem768KeyPair.FromSeed(new byte[64 + off]), Throws.ArgumentException);
        }
    }

    [Test]
    public void CopiesOutliveTheirOriginalsAndWhatIsWipedThrows()
    {
        var pair = MlKem768KeyPair.Generate(random);
        MlKem768Encapsulation encapsulation = MlKem768.Encapsulate(pair.Header, random);
        using MlKem768KeyPair pairCopy = pair.Copy();
        using MlKem768Encapsulation copy = encapsulation.Copy();
        string secret = Of(encapsulation.Secret);
        byte[] ciphertext2 = encapsulation.Finish(pair.Vector);
        pair.Dispose();
        encapsulation.Dispose();
        Assert.That(Of(copy.Secret), Is.EqualTo(secret));
        Assert.That(Of(MlKem768.Decapsulate(pairCopy, copy.Ciphertext1, copy.Finish(pairCopy.Vector))), Is.EqualTo(secret));
        Assert.That(copy.Finish(pairCopy.Vector), Is.EqualTo(ciphertext2));
        Assert.That(() => MlKem768.Decapsulate(pair, new byte[1088]), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => pair.Copy(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => encapsulation.Finish(pairCopy.Vector), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => encapsulation.Copy(), Throws.TypeOf<ObjectDisposedException>());
    }
}
