using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;

namespace CryptoLessons.Tests.Clipper;

/// <summary>The cipher in the chip, and what is built of its blocks.</summary>
public class SkipjackTests
{
    private static readonly byte[] Key = Convert.FromHexString("00998877665544332211");

    /// <summary>The vector of the specification of 1998.</summary>
    [Test]
    public void EncryptsThePublishedBlock()
    {
        using var key = new SessionKey(Key);
        byte[] block = Convert.FromHexString("33221100DDCCBBAA");
        key.EncryptBlocks(block);
        Assert.That(Convert.ToHexString(block), Is.EqualTo("2587CAE27A12D300"));
        key.DecryptBlocks(block);
        Assert.That(Convert.ToHexString(block), Is.EqualTo("33221100DDCCBBAA"));
    }

    [Test]
    public void ContentIsInCbcWithPkcs7AsBouncyCastleHasThem()
    {
        Random random = PrintedSeed.NewRandom();
        for (int length = 0; length <= 40; length++)
        {
            byte[] bytes = random.NextBytes(SkipjackKey.Size), iv = random.NextBytes(SkipjackKey.BlockSize), content = random.NextBytes(length);
            using var key = new SessionKey(bytes);
            var witness = new PaddedBufferedBlockCipher(new CbcBlockCipher(new SkipjackEngine()), new Pkcs7Padding());
            witness.Init(true, new ParametersWithIV(new KeyParameter(bytes), iv));
            Assert.That(key.Encrypt(iv, content), Is.EqualTo(witness.DoFinal(content)), $"{length} bytes");
            Assert.That(key.Decrypt(iv, witness.DoFinal(content)), Is.EqualTo(content), $"{length} bytes");
        }
    }

    [Test]
    public void WhatIsNoPaddedContentIsRefused()
    {
        using var key = new SessionKey(Key);
        byte[] iv = new byte[SkipjackKey.BlockSize], whole = key.Encrypt(iv, "a letter"u8);
        Assert.That(key.Decrypt(iv, []), Is.Null);
        Assert.That(key.Decrypt(iv, whole.AsSpan(1..)), Is.Null, "no whole blocks");
        Assert.That(key.Decrypt(iv, whole.AsSpan(..SkipjackKey.BlockSize)), Is.Null, "the padding is gone");
        byte[] unpadded = new byte[SkipjackKey.BlockSize];
        key.EncryptBlocks(unpadded, iv);
        Assert.That(key.Decrypt(iv, unpadded), Is.Null, "padding of length 0");
    }

    [Test]
    public void KeyAndIvOfAMessageFollowFromItsKeyAndFromNothingElse()
    {
        using var mk = new MessageKey(Enumerable.Repeat((byte)7, 32).ToArray());
        using var other = new MessageKey(Enumerable.Repeat((byte)8, 32).ToArray());
        byte[] Under(MessageKey key, out byte[] iv) => SessionKey.Of(key, out iv).Encrypt(new byte[SkipjackKey.BlockSize], "text"u8);
        byte[] once = Under(mk, out byte[] iv), again = Under(mk, out byte[] ivAgain), another = Under(other, out byte[] otherIv);
        Assert.That((once, iv), Is.EqualTo((again, ivAgain)));
        Assert.That(another, Is.Not.EqualTo(once));
        Assert.That(otherIv, Is.Not.EqualTo(iv).And.Length.EqualTo(SkipjackKey.BlockSize));
    }

    [Test]
    public void MisuseIsAnExceptionAndAWipedKeyIsGone()
    {
        Assert.That(() => new FamilyKey(new byte[9]), Throws.ArgumentException);
        using var key = new SessionKey(Key);
        Assert.That(() => key.EncryptBlocks(new byte[12]), Throws.ArgumentException);
        key.EncryptBlocks(new byte[8]);
        key.Dispose();
        Assert.That(() => key.EncryptBlocks(new byte[8]), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void AKeyPrintsItsKindAndLengthOnly()
    {
        using var key = new UnitKey(Key);
        Assert.That(key.ToString(), Is.EqualTo("UnitKey(secret, 10 bytes)"));
    }
}
