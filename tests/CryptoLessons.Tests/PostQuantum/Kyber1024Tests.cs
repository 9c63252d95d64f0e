using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>Kyber-1024 of round 3: vectors, what it answers forged ciphertexts with, and the forms of its keys.</summary>
[TestFixture]
internal sealed class Kyber1024Tests
{
    private const string NistSeed = "7c9935a0b07694aa0c6d10e4db6b1add2fd81a25ccb148032dcd739936737f2d"
        + "8626ed79d451140800e03b59b956f8210e556067407d13dc90fa9e8b872bfb8f";

    private readonly SeededRandom random = new(1024);

    private static string Of(Secret secret) => Hex.Of(secret.Bytes);

    // Round 3's answer to a forged ciphertext: SHAKE256(z || H(c)).
    private static string Rejected(Kyber1024KeyPair pair, byte[] ciphertext) =>
        Hex.Of(Oracles.Shake(256, [.. pair.Key.Z, .. Oracles.Sha3(256, ciphertext)], 32));

    private static IEnumerable<TestCaseData> Vectors()
    {
        yield return new TestCaseData(
            NistSeed,
            "147c03f7a5bebba406c8fae1874d7f13c80efe79a3a9a874cc09fe76f6997615",
            "8a39e87d531f3527c207edcc1db7faddcf9628391879b335c707839a0db051a8",
            "3b4a9eca3917a8f4b16ab748352c74d76d06fa30efc033973d841de84ad89387",
            "b10f7394926ad3b49c5d62d5aeb531d5757538bcc0da9e550d438f1b61bd7419").SetArgDisplayNames("NIST's first");
        yield return new TestCaseData(
            Hex.Of(Hex.Count(0, 64)), Hex.Of(Hex.Count(0x20, 32)),
            "8db2bf117dfa02aaa1994384bbf77a1054cc601b1d3c6fb6b215823f55e6e7bf",
            "b2b40d76a87a8d7f84d87b5589c41034963db53174cf88f705d958977d6997a1",
            "199f033fd1578a56e9279f7211bba25b868481e6010bcc15e05571b43fec1ac2").SetArgDisplayNames("one that Signal's library agreed with");
    }

    [TestCaseSource(nameof(Vectors))]
    public void GivesTheVectorsKeyCiphertextAndSecret(string seed, string drawn, string key, string ciphertext, string secret)
    {
        using var pair = Kyber1024KeyPair.FromSeed(Hex.Bytes(seed));
        (byte[] made, SharedSecret shared) = Kyber1024.Encapsulate(pair.Public, new GivenBytes(Hex.Bytes(drawn)));
        Assert.That(Hex.Of(KyberHash.H(pair.Public.Bytes)), Is.EqualTo(key));
        Assert.That((Hex.Of(KyberHash.H(made)), Of(shared)), Is.EqualTo((ciphertext, secret)));
        Assert.That(Of(Kyber1024.Decapsulate(pair, made)), Is.EqualTo(secret));
    }

    [Test]
    public void ThePrivateKeyIsNists()
    {
        using var pair = Kyber1024KeyPair.FromSeed(Hex.Bytes(NistSeed));
        Assert.That(Hex.Of(KyberHash.H(PrivateKeys.Encode(pair.Key))),
            Is.EqualTo("ed1f6cb687c37931ea2aa80d9c956f277a9df532649661035c6e2f9872132638"));
    }

    [Test]
    public void AFlippedBitAnywhereGivesASecretFromZ()
    {
        using var pair = Kyber1024KeyPair.Generate(random);
        (byte[] ciphertext, SharedSecret secret) = Kyber1024.Encapsulate(pair.Public, random);
        for (int bit = 0; bit < 8 * ciphertext.Length; bit += 97)
        {
            byte[] forged = [.. ciphertext];
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            string answer = Of(Kyber1024.Decapsulate(pair, forged));
            Assert.That(answer, Is.Not.EqualTo(Of(secret)).And.EqualTo(Of(Kyber1024.Decapsulate(pair, forged))));
            Assert.That(answer, Is.EqualTo(Rejected(pair, forged)), $"bit {bit}");
        }
    }

    [Test]
    public void AnyBytesAreAnsweredWithASecret()
    {
        using var pair = Kyber1024KeyPair.Generate(random);
        foreach (byte fill in (byte[])[0x00, 0x55, 0xFF])
        {
            byte[] bytes = Hex.Repeat(fill, Kyber1024.CiphertextSize);
            Assert.That(Of(Kyber1024.Decapsulate(pair, bytes)), Is.EqualTo(Rejected(pair, bytes)));
        }
    }

    [Test]
    public void AnotherKeyLearnsNothing()
    {
        using var pair = Kyber1024KeyPair.Generate(random);
        using var other = Kyber1024KeyPair.Generate(random);
        (byte[] ciphertext, SharedSecret secret) = Kyber1024.Encapsulate(pair.Public, random);
        Assert.That(Of(Kyber1024.Decapsulate(other, ciphertext)), Is.Not.EqualTo(Of(secret)));
    }

    [Test]
    public void IsNotMlKem()
    {
        // G reads d alone: with the rank behind it every key is another one.
        byte[] seed = Hex.Count(0, 64);
        using var round3 = Kyber1024KeyPair.FromSeed(seed);
        using var fips = DecapsulationKey.FromSeed(KPke.Kyber1024, seed, domain: [4]);
        Assert.That(fips.EncapsulationKey.ToArray(), Is.Not.EqualTo(round3.Public.Bytes.ToArray()));
    }

    [Test]
    public void AnyBytesAreAKeyToEncapsulateTo()
    {
        // Coefficients of q and more, as nobody makes them; they are taken modulo q, but hashed as they stand.
        (byte[] ciphertext, SharedSecret secret) = Kyber1024.Encapsulate(new(Hex.Repeat(0xFF, Kyber1024PublicKey.Size)), random);
        Assert.That(ciphertext, Has.Length.EqualTo(Kyber1024.CiphertextSize));
        Assert.That(secret.Bytes.ToArray(), Has.Some.Not.Zero);
    }

    /// <summary>So that PQXDH need not have the key in its associated data (PQXDH rev 3, 3.3).</summary>
    [Test]
    public void TheSecretIsBoundToTheBytesOfTheKey()
    {
        using var pair = Kyber1024KeyPair.FromSeed(Hex.Count(0, 64));
        byte[] drawn = Hex.Count(0x20, 32), other = pair.Public.Bytes.ToArray();
        // The first coefficient, 12 bits little-endian, plus q: the same key, written otherwise.
        int coefficient = other[0] | ((other[1] & 0x0F) << 8);
        Assert.That(coefficient, Is.LessThan(4096 - 3329));
        (other[0], other[1]) = ((byte)(coefficient + 3329), (byte)((other[1] & 0xF0) | ((coefficient + 3329) >> 8)));
        (_, SharedSecret secret) = Kyber1024.Encapsulate(pair.Public, new GivenBytes(drawn));
        (byte[] ciphertext, SharedSecret otherSecret) = Kyber1024.Encapsulate(new(other), new GivenBytes(drawn));
        Assert.That(Of(otherSecret), Is.Not.EqualTo(Of(secret)));
        Assert.That(Of(Kyber1024.Decapsulate(pair, ciphertext)), Is.Not.EqualTo(Of(otherSecret)));
    }

    [Test]
    public void TheWireFormIsTheTypeByteAndTheKey()
    {
        using var pair = Kyber1024KeyPair.Generate(random);
        byte[] serialized = pair.Public.Serialize();
        Assert.That(serialized, Is.EqualTo((byte[])[0x08, .. pair.Public.Bytes]).And.Length.EqualTo(1569));
        Assert.That(Kyber1024PublicKey.TryParse(serialized, out Kyber1024PublicKey? parsed));
        Assert.That(parsed, Is.EqualTo(pair.Public));
        Assert.That(parsed!.GetHashCode(), Is.EqualTo(pair.Public.GetHashCode()));
    }

    [Test]
    public void RefusesAnotherTypeAndAnotherLength()
    {
        using var pair = Kyber1024KeyPair.Generate(random);
        byte[] serialized = pair.Public.Serialize();
        foreach (byte type in (byte[])[0x00, 0x05, 0x07, 0x0A])
            Assert.That(Kyber1024PublicKey.TryParse([type, .. serialized[1..]], out _), Is.False, $"type {type}");
        foreach (byte[] wrong in (byte[][])[[], [0x08], serialized[..^1], [.. serialized, 0]])
        {
            Assert.That(Kyber1024PublicKey.TryParse(wrong, out Kyber1024PublicKey? parsed), Is.False, $"{wrong.Length} bytes");
            Assert.That(parsed, Is.Null);
        }
    }

    [Test]
    public void KeysAreEqualWhenTheirBytesAre()
    {
        using var pair = Kyber1024KeyPair.Generate(random);
        byte[] bytes = pair.Public.Bytes.ToArray();
        Assert.That(new Kyber1024PublicKey(bytes), Is.EqualTo(pair.Public));
        bytes[^1] ^= 1;
        Assert.That(new Kyber1024PublicKey(bytes), Is.Not.EqualTo(pair.Public));
    }

    [Test]
    public void WrongSizesThrow()
    {
        using var pair = Kyber1024KeyPair.Generate(random);
        foreach (int off in (int[])[-1, 1])
        {
            Assert.That(() => Kyber1024.Decapsulate(pair, new byte[Kyber1024.CiphertextSize + off]), Throws.ArgumentException);
            Assert.That(() => new Kyber1024PublicKey(new byte[Kyber1024PublicKey.Size + off]), Throws.ArgumentException);
            Assert.That(() => Kyber1024KeyPair.FromSeed(new byte[Kyber1024KeyPair.SeedSize + off]), Throws.ArgumentException);
        }
    }

    [Test]
    public void ACopyOutlivesItsOriginalAndAWipedPairThrows()
    {
        var pair = Kyber1024KeyPair.Generate(random);
        byte[] seed = pair.Seed.ToArray();
        using Kyber1024KeyPair copy = pair.Copy();
        (byte[] ciphertext, SharedSecret secret) = Kyber1024.Encapsulate(pair.Public, random);
        pair.Dispose();
        Assert.That(Of(Kyber1024.Decapsulate(copy, ciphertext)), Is.EqualTo(Of(secret)));
        Assert.That(copy.Seed.ToArray(), Is.EqualTo(seed));
        Assert.That(() => Kyber1024.Decapsulate(pair, ciphertext), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => pair.Copy(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(pair.Key.SHat.SelectMany(element => element.Coefficients.ToArray()), Has.All.Zero);
    }

    [Test]
    public void DrawsSixtyFourBytesForAPairAndThirtyTwoForASecret()
    {
        var counting = new CountingRandom(random);
        using var pair = Kyber1024KeyPair.Generate(counting);
        Assert.That(counting.Drawn, Is.EqualTo(64));
        Kyber1024.Encapsulate(pair.Public, counting);
        Assert.That(counting.Drawn, Is.EqualTo(64 + 32));
    }
}
