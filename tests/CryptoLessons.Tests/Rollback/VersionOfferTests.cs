using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Rollback;

/// <summary>What an app says about its versions: read exactly as written, and signed as a whole.</summary>
[TestFixture]
internal sealed class VersionOfferTests
{
    private static readonly AppVersion[] Both = [AppVersion.Escrowed, AppVersion.Strict];

    private readonly SeededRandom random = new(PrintedSeed.NewRandom().Next());

    [Test]
    public void IsReadAsItWasWritten([Values] bool signed)
    {
        using var identity = DhKeyPair.Generate(random);
        VersionOffer offer = signed ? VersionOffer.Sign(Both, identity, random) : new(Both);
        Assert.That(VersionOffer.TryParse(offer.Serialize(), out VersionOffer? read), Is.True);
        Assert.That(read!.Versions, Is.EqualTo(Both));
        Assert.That(read.IsSignedBy(identity.Public), Is.EqualTo(signed));
    }

    [Test]
    public void ASignatureIsItsOwnersAndOfTheseVersions()
    {
        using DhKeyPair identity = DhKeyPair.Generate(random), another = DhKeyPair.Generate(random);
        VersionOffer offer = VersionOffer.Sign(Both, identity, random);
        Assert.That(offer.IsSignedBy(another.Public), Is.False);
        Assert.That((offer with { Versions = [AppVersion.Escrowed] }).IsSignedBy(identity.Public), Is.False);
        Assert.That((offer with { Signature = default }).IsSignedBy(identity.Public), Is.False);
    }

    [Test]
    public void TheBestThatBothSpeakIsTaken()
    {
        Assert.That(new VersionOffer(Both).BestOf(Both), Is.EqualTo(AppVersion.Strict));
        Assert.That(new VersionOffer([AppVersion.Escrowed]).BestOf(Both), Is.EqualTo(AppVersion.Escrowed));
        Assert.That(new VersionOffer([(AppVersion)3]).BestOf(Both), Is.Null);
    }

    [TestCase("")]
    [TestCase("08")]
    [TestCase("0800")]
    [TestCase("08020801")]
    [TestCase("08010801")]
    [TestCase("088100")]
    [TestCase("08ffffffffffffffffff01")]
    [TestCase("1201aa")]
    [TestCase("08011201aa")]
    [TestCase("08011801")]
    public void WhatNobodyWouldWriteIsNoOffer(string hex) => Assert.That(VersionOffer.TryParse(Convert.FromHexString(hex), out _), Is.False);

    [Test]
    public void EveryFlippedBitAndEveryTruncationOfASignedOfferIsRefused()
    {
        using var identity = DhKeyPair.Generate(random);
        byte[] offer = VersionOffer.Sign(Both, identity, random).Serialize();
        bool Counts(byte[] bytes) => VersionOffer.TryParse(bytes, out VersionOffer? read) && read.IsSignedBy(identity.Public);
        Assert.That(Counts(offer), Is.True);
        for (int length = 0; length < offer.Length; length++)
            Assert.That(Counts(offer[..length]), Is.False, $"{length} bytes");
        for (int bit = 0; bit < 8 * offer.Length; bit++)
        {
            byte[] flipped = [.. offer];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(Counts(flipped), Is.False, $"bit {bit}");
        }
    }
}
