using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Directory;

/// <summary>Who answered is proved; whether it is true is not.</summary>
[TestFixture]
internal sealed class SignedAnswerTests
{
    private static readonly SeededRandom Random = new(33);
    private static readonly byte[] Answer = "an answer, true or not"u8.ToArray();

    private DhKeyPair directory = null!;
    private DhKeyPair stranger = null!;

    [SetUp]
    public void Keys() => (directory, stranger) = (DhKeyPair.Generate(Random), DhKeyPair.Generate(Random));

    [Test]
    public void OpensWhatTheDirectorySigned()
    {
        Assert.That(SignedAnswer.Open(SignedAnswer.Sign(Answer, directory, Random), directory.Public), Is.EqualTo(Answer));
        Assert.That(SignedAnswer.Open(SignedAnswer.Sign([], directory, Random), directory.Public), Is.Empty);
    }

    [Test]
    public void RefusesAnotherSignersAnswer() =>
        Assert.That(SignedAnswer.Open(SignedAnswer.Sign(Answer, stranger, Random), directory.Public), Is.Null);

    [Test]
    public void RefusesAFlippedBitAnywhere()
    {
        byte[] signed = SignedAnswer.Sign(Answer, directory, Random);
        for (int bit = 0; bit < 8 * signed.Length; bit++)
        {
            byte[] flipped = [.. signed];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(SignedAnswer.Open(flipped, directory.Public), Is.Null, $"bit {bit}");
        }
    }

    [Test]
    public void RefusesATruncatedAndALengthenedOne()
    {
        byte[] signed = SignedAnswer.Sign(Answer, directory, Random);
        for (int length = 0; length < signed.Length; length++)
            Assert.That(SignedAnswer.Open(signed.AsSpan(0, length), directory.Public), Is.Null, $"{length} bytes");
        Assert.That(SignedAnswer.Open([.. signed, 0], directory.Public), Is.Null);
    }

    [Test]
    public void RefusesTheSignatureOfAnotherAnswer()
    {
        byte[] one = SignedAnswer.Sign(Answer, directory, Random), two = SignedAnswer.Sign("another answer"u8, directory, Random);
        Assert.That(SignedAnswer.Open([.. one[..XEdDsa.SignatureSize], .. two[XEdDsa.SignatureSize..]], directory.Public), Is.Null);
    }

    [Test]
    public void WhatIsOpenedIsNoWindowOntoTheBytes()
    {
        byte[] signed = SignedAnswer.Sign(Answer, directory, Random);
        byte[] opened = SignedAnswer.Open(signed, directory.Public)!;
        signed.AsSpan().Clear();
        Assert.That(opened, Is.EqualTo(Answer));
    }
}
