using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Primitives;

/// <summary>AES-256-CBC with the processor's rounds against the platform's, and against NIST's vector.</summary>
[TestFixture]
internal sealed class AesCbcTests
{
    private const int LongestText = 300;

    /// <summary>NIST SP 800-38A, F.2.5 and F.2.6; what follows the four blocks is our padding.</summary>
    [Test]
    public void EncryptsNistsVector()
    {
        byte[] key = Hex.Bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"), iv = Hex.Bytes("000102030405060708090a0b0c0d0e0f");
        byte[] plaintext = Hex.Bytes(
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
        byte[] ciphertext = AesCbc.Encrypt(key, iv, plaintext);
        Assert.That(Hex.Of(ciphertext.AsSpan(0, plaintext.Length)), Is.EqualTo(
            "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b"));
        Assert.That(AesCbc.Decrypt(key, iv, ciphertext), Is.EqualTo(plaintext));
    }

    [Test]
    public void IsThePlatformsAtEveryLength()
    {
        Random random = PrintedSeed.NewRandom();
        for (int length = 0; length <= LongestText; length++)
        {
            byte[] key = random.NextBytes(AesCbc.KeySize), iv = random.NextBytes(AesCbc.BlockSize), plaintext = random.NextBytes(length);
            using var aes = Aes.Create();
            aes.Key = key;
            byte[] expected = aes.EncryptCbc(plaintext, iv);
            Assert.That(AesCbc.CiphertextSize(length), Is.EqualTo(expected.Length));
            Assert.That(AesCbc.Encrypt(key, iv, plaintext), Is.EqualTo(expected), $"{length} bytes");
            Assert.That(AesCbc.Decrypt(key, iv, expected), Is.EqualTo(plaintext), $"{length} bytes");
        }
    }

    [Test]
    public void RefusesWhatHasNoWholeBlocks([Values(0, 1, 15, 17, 31)] int length) =>
        Assert.That(AesCbc.Decrypt(new byte[AesCbc.KeySize], new byte[AesCbc.BlockSize], new byte[length]), Is.Null);

    [Test]
    public void OtherLengthsAreTheCallersMistake()
    {
        byte[] key = new byte[AesCbc.KeySize], iv = new byte[AesCbc.BlockSize], block = new byte[AesCbc.BlockSize];
        Assert.That(() => AesCbc.Encrypt(new byte[16], iv, block), Throws.ArgumentException);
        Assert.That(() => AesCbc.Encrypt(key, key, block), Throws.ArgumentException);
        Assert.That(() => AesCbc.Encrypt(key, iv, block, new byte[48]), Throws.ArgumentException);
        Assert.That(() => AesCbc.Decrypt(new byte[64], iv, block), Throws.ArgumentException);
        Assert.That(() => AesCbc.Decrypt(key, new byte[15], block), Throws.ArgumentException);
        Assert.That(() => new AesKeySchedule(new byte[33]), Throws.ArgumentException);
    }

    /// <summary>Every last byte, behind bytes that fit it and behind bytes that do not.</summary>
    [Test]
    public void RefusesPaddingThatDoesNotFit()
    {
        Random random = PrintedSeed.NewRandom();
        using var aes = Aes.Create();
        aes.Key = random.NextBytes(AesCbc.KeySize);
        byte[] iv = random.NextBytes(AesCbc.BlockSize);
        for (int last = 0; last < 256; last++)
        {
            byte[] block = Hex.Repeat((byte)last, AesCbc.BlockSize), broken = [.. block];
            broken[^Math.Clamp(last, 1, AesCbc.BlockSize)] ^= 1;
            byte[]? fitting = AesCbc.Decrypt(aes.Key, iv, aes.EncryptCbc(block, iv, PaddingMode.None));
            Assert.That(fitting, last is >= 1 and <= AesCbc.BlockSize ? Is.EqualTo(block[last..]) : Is.Null, $"{last}");
            // A last byte that was 1 became 0.
            Assert.That(AesCbc.Decrypt(aes.Key, iv, aes.EncryptCbc(broken, iv, PaddingMode.None)), last is 0 ? Is.EqualTo(broken[..^1]) : Is.Null, $"{last}, broken");
        }
    }
}
