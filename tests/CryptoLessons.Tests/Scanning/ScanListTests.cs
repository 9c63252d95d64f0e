using System.Text;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scanning;

/// <summary>The list: what is on it, who signed it, and that it tells nobody.</summary>
[TestFixture]
internal sealed class ScanListTests
{
    private const string Text = "The boathouse at noon";

    private static readonly ListAdministrator Administrator = new(new SeededRandom(1).Child("administrator"));
    private static readonly ScanList List =
        new ScanList(threshold: 6, new SeededRandom(1).Child("salt")).WithText(Text).WithFile([1, 2, 3]).WithPicture(new(0xABC));

    [Test]
    public void ComesThroughAsItWasSigned()
    {
        ScanList? opened = Administrator.Sign(List).Open(Administrator.PublicKey);
        Assert.That(opened, Is.Not.Null);
        Assert.That((opened!.Version, opened.Threshold, opened.Exact.Count), Is.EqualTo((4u, 6, 2)));
        Assert.That(opened.Salt.ToArray(), Is.EqualTo(List.Salt.ToArray()));
        Assert.That(opened.Pictures, Is.EqualTo(new[] { new PerceptualHash(0xABC) }));
        Assert.That(opened.Holds(SaltedHash.OfText(opened.Salt, Text)), Is.True);
        Assert.That(opened.Holds(SaltedHash.OfFile(opened.Salt, [1, 2, 3])), Is.True);
    }

    [Test]
    public void ATextAndAFileOfTheSameBytesAreTwoThings() =>
        Assert.That(List.Holds(SaltedHash.OfFile(List.Salt, Encoding.UTF8.GetBytes(Text))), Is.False);

    [Test]
    public void AnyFlippedBitOfListOrSignatureIsRefused()
    {
        SignedScanList signed = Administrator.Sign(List);
        for (int bit = 0; bit < 8 * signed.List.Length; bit++)
            Assert.That((signed with { List = Flip(signed.List, bit) }).Open(Administrator.PublicKey), Is.Null);
        for (int bit = 0; bit < 8 * signed.Signature.Length; bit++)
            Assert.That((signed with { Signature = Flip(signed.Signature, bit) }).Open(Administrator.PublicKey), Is.Null);
    }

    [Test]
    public void AnotherAdministratorsListIsRefused() =>
        Assert.That(new ListAdministrator(new SeededRandom(2)).Sign(List).Open(Administrator.PublicKey), Is.Null);

    [Test]
    public void BytesThatAreNoListAreRefusedEvenWhenSigned()
    {
        Random random = PrintedSeed.NewRandom();
        byte[] whole = List.Serialize();
        int refused = 0;
        for (int i = 0; i < 3_000; i++)
        {
            byte[] bytes = random.Mutate(whole, [whole]);
            ScanList? parsed = null;
            Assert.That(() => parsed = ScanList.Parse(bytes), Throws.Nothing, Convert.ToHexString(bytes));
            if (parsed is null)
                refused++;
            else
                Assert.That(parsed.Threshold, Is.InRange(0, 64));
        }
        Assert.That(refused, Is.GreaterThan(1_000));
        Assert.That(ScanList.Parse([]), Is.Null);
    }

    [Test]
    public void DoesNotShowWhatItLooksFor()
    {
        byte[] bytes = List.Serialize();
        Assert.That(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Text)), Is.Negative);
        ScanList other = new ScanList(threshold: 6, new SeededRandom(1).Child("another salt")).WithText(Text);
        Assert.That(other.Exact.Intersect(List.Exact), Is.Empty, "the same text under two salts");
    }

    [Test]
    public void WhoHasItCanTryAGuess() =>
        Assert.That(((string[])["The bandstand at noon", Text, "At one"]).Where(guess => List.Holds(SaltedHash.OfText(List.Salt, guess))),
            Is.EqualTo(new[] { Text }));

    [Test]
    public void TheOrderOfEntriesDoesNotSayWhichCameLast()
    {
        ScanList Empty() => new(threshold: 0, new SeededRandom(3));
        Assert.That(Empty().WithText("a").WithText("b").WithPicture(new(2)).WithPicture(new(1)).Serialize(),
            Is.EqualTo(Empty().WithPicture(new(1)).WithPicture(new(2)).WithText("b").WithText("a").Serialize()));
    }

    [Test]
    public void AThresholdThatNoHashHasIsMisuse()
    {
        Assert.That(() => new ScanList(65, new SeededRandom(1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ScanList(-1, new SeededRandom(1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void ALeakedKeySignsAsWell()
    {
        using DhKeyPair leaked = Administrator.Leak();
        Assert.That(SignedScanList.Sign(List, leaked, new SeededRandom(9)).Open(Administrator.PublicKey), Is.Not.Null);
    }

    private static byte[] Flip(ReadOnlyMemory<byte> bytes, int bit)
    {
        byte[] flipped = bytes.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
