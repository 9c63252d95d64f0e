using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>A signed root: whose it is, how old it is, and that no bit of it can be changed.</summary>
[TestFixture]
internal sealed class SignedRootTests
{
    private static DhKeyPair Log => DirectoryScene.LogKey;
    private static readonly DateTimeOffset Noon = new(2017, 3, 26, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static SignedRoot Root() => SignedRoot.Sign(1000, TreeHash.Of([7]), Noon, Log, new SeededRandom(4));

    [Test]
    public void IsFineFromALittleBeforeItsTimeUntilItsAgeIsTooMuch()
    {
        SignedRoot root = Root();
        Finding At(TimeSpan later) => root.Check(Log.Public, Noon + later, Day);
        TimeSpan tick = TimeSpan.FromTicks(1);
        Assert.That((At(TimeSpan.Zero), At(Day), At(-SignedRoot.ClockSkew)), Is.EqualTo((Finding.Fine, Finding.Fine, Finding.Fine)));
        Assert.That((At(Day + tick), At(-SignedRoot.ClockSkew - tick)), Is.EqualTo((Finding.StaleRoot, Finding.FutureRoot)));
    }

    [Test]
    public void AnotherKeysRootIsNot()
    {
        DhKeyPair other = DhKeyPair.FromPrivate(Hex.Repeat(2, 32));
        Assert.That(Root().Check(other.Public, Noon, Day), Is.EqualTo(Finding.BadSignature));
        Assert.That(SignedRoot.Sign(1000, TreeHash.Of([7]), Noon, other, new SeededRandom(4)).IsSignedBy(Log.Public), Is.False);
    }

    [Test]
    public void SizeRootAndTimeAreSigned()
    {
        SignedRoot root = Root();
        Assert.That((root with { Size = 1001 }).IsSignedBy(Log.Public), Is.False);
        Assert.That((root with { Root = TreeHash.Of([8]) }).IsSignedBy(Log.Public), Is.False);
        Assert.That((root with { Time = Noon + TimeSpan.FromMilliseconds(1) }).IsSignedBy(Log.Public), Is.False);
        Assert.That((root with { Signature = default }).IsSignedBy(Log.Public), Is.False);
    }

    [Test]
    public void ASignatureUnderTheBareFieldsIsNone()
    {
        // What the key signs elsewhere, an identity key's prekey for example, must never be a root.
        SignedRoot root = Root();
        byte[] fields = root.Serialize()[..^66];
        byte[] signature = XEdDsa.Sign(Log.Private.Bytes, fields, new byte[64]);
        Assert.That(XEdDsa.Verify(Log.Public.U, fields, signature));
        Assert.That((root with { Signature = signature }).IsSignedBy(Log.Public), Is.False);
    }

    [Test]
    public void OnTheWireItIsTheSame()
    {
        byte[] serialized = Root().Serialize();
        Assert.That(SignedRoot.TryParse(serialized, out SignedRoot? parsed));
        Assert.That((parsed!.Size, parsed.Root, parsed.Time), Is.EqualTo((1000, TreeHash.Of([7]), Noon)));
        Assert.That(parsed.IsSignedBy(Log.Public));
        Assert.That(serialized, Has.Length.EqualTo(3 + 34 + 7 + 66));
    }

    [Test]
    public void AFlippedBitAnywhereIsSeen()
    {
        byte[] serialized = Root().Serialize();
        int parsed = 0;
        for (int bit = 0; bit < 8 * serialized.Length; bit++)
        {
            byte[] flipped = [.. serialized];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            if (!SignedRoot.TryParse(flipped, out SignedRoot? root))
                continue;
            parsed++;
            Assert.That(root.IsSignedBy(Log.Public), Is.False, $"bit {bit}");
        }
        Assert.That(parsed, Is.GreaterThan(500), "most flips leave a root, with a signature that is not its own");
    }
}
