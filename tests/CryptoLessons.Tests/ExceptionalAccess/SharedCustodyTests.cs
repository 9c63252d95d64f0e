using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>Agencies that open together what none opens alone.</summary>
[TestFixture]
internal sealed class SharedCustodyTests
{
    private static readonly byte[] Content = "the key of a message, 32 bytes.."u8.ToArray();

    private SeededRandom random = null!;
    private SharedCustody custody = null!;

    [SetUp]
    public void Found()
    {
        random = new SeededRandom(PrintedSeed.NewRandom().Next());
        custody = new SharedCustody(3, 5, random);
    }

    private byte[]? Open(IReadOnlyList<DhKeyShare> shares)
    {
        byte[] sealedKey = SealedKey.Seal(Content, custody.PublicKeyAt(default), random);
        byte[] opened = new byte[Content.Length];
        return SealedKey.TryOpen(sealedKey, new SharedAuthorityKey(custody.PublicKeyAt(default), shares), opened) ? opened : null;
    }

    [Test]
    public void OpensFromTheThresholdOn([Range(0, 5)] int shares) =>
        Assert.That(Open(custody.Leak(shares)), shares < 3 ? Is.Null : Is.EqualTo(Content));

    [Test]
    public void OpensLawfullyAtAnyTime()
    {
        byte[] opened = new byte[Content.Length];
        byte[] sealedKey = SealedKey.Seal(Content, custody.PublicKeyAt(DateTimeOffset.MinValue), random);
        Assert.That(SealedKey.TryOpen(sealedKey, custody.KeyAt(DateTimeOffset.MaxValue)!, opened));
        Assert.That(opened, Is.EqualTo(Content));
    }

    [Test]
    public void OneWrongShareSpoilsTheWholeAndNobodyLearnsWhose()
    {
        IReadOnlyList<DhKeyShare> other = new SharedCustody(3, 5, random).Leak(5), mine = custody.Leak(5);
        Assert.That(Open([mine[0], mine[1], other[2]]), Is.Null);
        Assert.That(Open([mine[0], mine[1], mine[2], other[3]]), Is.Null, "even beside enough right ones");
        Assert.That(Open([mine[0], mine[1], mine[1]]), Is.Null, "one share twice");
        Assert.That(Open([]), Is.Null);
    }

    [Test]
    public void ACopyOutlivesTheLeakAndTheLeakTheCopy()
    {
        var copy = (SharedCustody)custody.Copy();
        foreach (DhKeyShare share in custody.Leak(5))
            share.Dispose();
        Assert.That(copy.PublicKeyAt(default), Is.EqualTo(custody.PublicKeyAt(default)));
        Assert.That(copy.Threshold, Is.EqualTo(3));
        Assert.That(Open(copy.Leak(3)), Is.EqualTo(Content));
        Assert.That(Open(custody.Leak(3)), Is.EqualTo(Content), "what was wiped were copies");
    }

    [TestCase(0, 5)]
    [TestCase(6, 5)]
    public void AThresholdThatCannotBeIsTheCallersMistake(int threshold, int count) =>
        Assert.That(() => new SharedCustody(threshold, count, random), Throws.TypeOf<ArgumentOutOfRangeException>());
}
