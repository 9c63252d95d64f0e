using System.Security.Cryptography;
using CryptoLessons.Protocol.Attachments;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A blob opens for the pointer it was made with, and no other bytes do.</summary>
[TestFixture]
internal sealed class AttachmentTests
{
    private static readonly byte[] Key = Hex.Count(1, 64);

    private readonly SeededRandom random = new(1);

    [TestCase(0, 64)]
    [TestCase(1, 64)]
    [TestCase(15, 64)]
    [TestCase(16, 80)]
    [TestCase(17, 80)]
    [TestCase(100_000, 100_064)]
    public void OpensWhatWasSealed(int size, int blobSize)
    {
        byte[] plaintext = Hex.Count(3, size);
        var (blob, pointer) = AttachmentCipher.Seal(7, plaintext, random);
        Assert.That(blob, Has.Length.EqualTo(blobSize));
        Assert.That((pointer.BlobId, pointer.PlaintextSize), Is.EqualTo((7ul, (uint)size)));
        Assert.That(AttachmentCipher.Open(pointer, blob), Is.EqualTo(plaintext));
        Assert.That(AttachmentPointer.TryParse(pointer.Serialize(), out AttachmentPointer? arrived));
        Assert.That(AttachmentCipher.Open(arrived!, blob), Is.EqualTo(plaintext));
    }

    [Test]
    public void EachAttachmentHasAKeyAndAnIvOfItsOwn()
    {
        var (first, one) = AttachmentCipher.Seal(1, [1], random);
        var (second, two) = AttachmentCipher.Seal(1, [1], random);
        Assert.That(Hex.Of(one.Key.Bytes), Is.Not.EqualTo(Hex.Of(two.Key.Bytes)));
        Assert.That(first[..16], Is.Not.EqualTo(second[..16]));
    }

    /// <summary>By BouncyCastle and the formula; nothing of the library makes the blob.</summary>
    [Test]
    public void OpensABlobThatBouncyCastleMade()
    {
        byte[] plaintext = "a photograph of a garden"u8.ToArray(), iv = Hex.Repeat(0x42, 16);
        var (blob, pointer) = MadeElsewhere(Key, iv, plaintext);
        Assert.That(AttachmentCipher.Open(pointer, blob), Is.EqualTo(plaintext));
    }

    [Test]
    public void RefusesAFlippedBitAnywhere()
    {
        var (blob, pointer) = AttachmentCipher.Seal(1, Hex.Count(0, 40), random);
        for (int bit = 0; bit < 8 * blob.Length; bit++)
        {
            byte[] flipped = [.. blob];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(AttachmentCipher.Open(pointer, flipped), Is.Null, $"bit {bit}");
        }
        Assert.That(AttachmentCipher.Open(pointer, blob), Is.Not.Null);
    }

    [Test]
    public void RefusesATruncatedALongerAndASwappedBlob()
    {
        var (blob, pointer) = AttachmentCipher.Seal(1, Hex.Count(0, 40), random);
        var (other, _) = AttachmentCipher.Seal(2, Hex.Count(0, 40), random);
        for (int length = 0; length < blob.Length; length++)
            Assert.That(AttachmentCipher.Open(pointer, blob.AsSpan()[..length]), Is.Null, $"{length} bytes");
        Assert.That(AttachmentCipher.Open(pointer, [.. blob, 0]), Is.Null);
        Assert.That(AttachmentCipher.Open(pointer, [.. blob, .. new byte[16]]), Is.Null);
        Assert.That(AttachmentCipher.Open(pointer, other), Is.Null);
    }

    [Test]
    public void RefusesAnotherBlobUnderTheSameKeyThatTheDigestIsNotOf()
    {
        var (_, pointer) = MadeElsewhere(Key, Hex.Repeat(1, 16), "first"u8.ToArray());
        var (replaced, itsOwn) = MadeElsewhere(Key, Hex.Repeat(2, 16), "other"u8.ToArray());
        Assert.That(AttachmentCipher.Open(pointer, replaced), Is.Null);
        Assert.That(AttachmentCipher.Open(itsOwn, replaced), Is.Not.Null);
    }

    [Test]
    public void RefusesAnotherKeyAndAWrongMacUnderARightDigest()
    {
        var (blob, pointer) = MadeElsewhere(Key, Hex.Repeat(1, 16), "text"u8.ToArray());
        foreach (int at in (int[])[0, 31, 32, 63])
        {
            byte[] other = [.. Key];
            other[at] ^= 1;
            // Under another cipher key the MAC is right, and what comes out has not the padding.
            Assert.That(AttachmentCipher.Open(pointer with { Key = new(other) }, blob), Is.Null, $"byte {at} of the key");
        }
        blob[^1] ^= 1;
        Assert.That(AttachmentCipher.Open(pointer with { Digest = SHA256.HashData(blob) }, blob), Is.Null);
    }

    [TestCase(14u, Description = "the blob would be as long")]
    [TestCase(12u, Description = "the blob would be as long")]
    [TestCase(16u)]
    [TestCase(0u)]
    [TestCase(uint.MaxValue)]
    public void RefusesAWrongSize(uint size)
    {
        var (blob, pointer) = AttachmentCipher.Seal(1, Hex.Count(0, 13), random);
        Assert.That(AttachmentCipher.Open(pointer with { PlaintextSize = size }, blob), Is.Null);
        Assert.That(AttachmentCipher.Open(pointer with { PlaintextSize = 13 }, blob), Is.Not.Null);
    }

    [Test]
    public void RefusesADigestOfAnotherLength()
    {
        var (blob, pointer) = AttachmentCipher.Seal(1, [1], random);
        Assert.That(AttachmentCipher.Open(pointer with { Digest = pointer.Digest[..31] }, blob), Is.Null);
        Assert.That(AttachmentCipher.Open(pointer with { Digest = default }, blob), Is.Null);
    }

    [Test]
    public void RefusesABlobThatIsTooShortForOneUnderItsOwnDigest()
    {
        for (uint length = 0; length < 64; length++)
        {
            byte[] blob = new byte[length];
            foreach (uint size in (uint[])[0, length, uint.MaxValue])
                Assert.That(AttachmentCipher.Open(new(1, new(Key), SHA256.HashData(blob), size), blob), Is.Null, $"{length} bytes");
        }
    }

    [TestCase(63)]
    [TestCase(65)]
    public void AKeyOfAnotherLengthIsTheCallersMistake(int length) => Assert.That(() => new AttachmentKey(new byte[length]), Throws.ArgumentException);

    [Test]
    public void AKeyDoesNotPrintAndIsGoneWhenWiped()
    {
        var (blob, pointer) = MadeElsewhere(Hex.Repeat(0xAB, 64), Hex.Repeat(1, 16), []);
        Assert.That(pointer.ToString(), Does.Contain("AttachmentKey(secret, 64 bytes)").And.Not.Contains("171").And.Not.Contains("ABAB").IgnoreCase);
        pointer.Dispose();
        Assert.That(() => AttachmentCipher.Open(pointer, blob), Throws.TypeOf<ObjectDisposedException>());
    }

    private static (byte[] Blob, AttachmentPointer Pointer) MadeElsewhere(byte[] key, byte[] iv, byte[] plaintext)
    {
        var cipher = new PaddedBufferedBlockCipher(new CbcBlockCipher(new AesEngine()), new Pkcs7Padding());
        cipher.Init(true, new ParametersWithIV(new KeyParameter(key, 0, 32), iv));
        byte[] authenticated = [.. iv, .. cipher.DoFinal(plaintext)];
        var mac = new HMac(new Sha256Digest());
        mac.Init(new KeyParameter(key, 32, 32));
        mac.BlockUpdate(authenticated, 0, authenticated.Length);
        byte[] tag = new byte[32];
        mac.DoFinal(tag, 0);
        byte[] blob = [.. authenticated, .. tag];
        return (blob, new(1, new(key), SHA256.HashData(blob), (uint)plaintext.Length));
    }
}
