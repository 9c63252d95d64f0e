using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scanning;

/// <summary>What the scanner flags, what it lets pass, what it reports, and that what is sent stays as it was.</summary>
[TestFixture]
internal sealed class ClientScannerTests
{
    private const string Text = "The boathouse at noon";

    private static readonly byte[] Document = "not a picture"u8.ToArray();
    private static readonly byte[] Listed = Picture(1, 0).ToPng();
    private static readonly PerceptualHash ListedHash = PerceptualHash.Of(GreyImage.Read(Listed)!);

    private ListAdministrator administrator = null!;
    private ClientScanner scanner = null!;
    private ScanList list = null!;

    [SetUp]
    public void PublishAList()
    {
        var random = new SeededRandom(7);
        administrator = new ListAdministrator(random.Child("administrator"));
        scanner = new ClientScanner(administrator.PublicKey, random.Child("scanner"));
        list = new ScanList(threshold: 4, random.Child("salt")).WithText(Text).WithFile(Document).WithPicture(ListedHash);
        Assert.That(scanner.Accept(administrator.Sign(list)), Is.True);
    }

    [TestCase(Text, true)]
    [TestCase(Text + " ", false)]
    [TestCase("the boathouse at noon", false)]
    [TestCase("", false)]
    public void ATextMatchesExactlyOrNotAtAll(string text, bool flagged) =>
        Assert.That(scanner.Scan(text, []),
            flagged ? Is.EqualTo(new[] { new ScanMatch(ScanMatchKind.Text, SaltedHash.OfText(list.Salt, Text).ToString(), 0) }) : Is.Empty);

    [Test]
    public void AFileMatchesExactlyOrNotAtAll()
    {
        Assert.That(scanner.Scan("", Document).Select(match => (match.Kind, match.Distance)), Is.EqualTo(new[] { (ScanMatchKind.File, 0) }));
        Assert.That(scanner.Scan("", [.. Document, 0]), Is.Empty);
        Assert.That(scanner.Scan("", Document.AsSpan(1)), Is.Empty);
    }

    [Test]
    public void APictureMatchesUpToTheThresholdAndNotBeyond()
    {
        for (int distance = 0; distance <= 8; distance++)
        {
            // The hash on the list is moved away, bit by bit, from the picture that is sent.
            var entry = new PerceptualHash(ListedHash.Bits ^ ((1UL << distance) - 1));
            var phone = new ClientScanner(administrator.PublicKey, new SeededRandom(1));
            Assert.That(phone.Accept(administrator.Sign(new ScanList(threshold: 4, new SeededRandom(2)).WithPicture(entry))), Is.True);
            Assert.That(phone.Scan("", Listed),
                distance <= 4 ? Is.EqualTo(new[] { new ScanMatch(ScanMatchKind.Picture, entry.ToString(), distance) }) : Is.Empty);
        }
    }

    [Test]
    public void ALighterCopyOfAListedPictureMatchesAndAnotherPictureDoesNot()
    {
        Assert.That(scanner.Scan("", Picture(1, 20).ToPng()).Select(match => match.Kind), Is.EqualTo(new[] { ScanMatchKind.Picture }));
        Assert.That(scanner.Scan("", Picture(2, 0).ToPng()), Is.Empty);
    }

    [Test]
    public void APictureThatIsOnTheListAsAFileTooMatchesTwice()
    {
        Assert.That(scanner.Accept(administrator.Sign(list.WithFile(Listed))), Is.True);
        Assert.That(scanner.Scan(Text, Listed).Select(match => match.Kind),
            Is.EqualTo(new[] { ScanMatchKind.Text, ScanMatchKind.File, ScanMatchKind.Picture }));
    }

    [Test]
    public void WithoutAListNothingMatches()
    {
        var phone = new ClientScanner(administrator.PublicKey, new SeededRandom(1));
        Assert.That(phone.Scan(Text, Listed), Is.Empty);
        Assert.That(phone.Report([], Text, Listed), Is.Null);
    }

    [Test]
    public void AListIsTakenOnlyInPlaceOfAnOlderOneAndOnlyFromTheAdministrator()
    {
        Assert.That(scanner.Accept(administrator.Sign(list)), Is.False, "the same version");
        Assert.That(scanner.Accept(administrator.Sign(new ScanList(0, new SeededRandom(1)))), Is.False, "an older one");
        Assert.That(scanner.Accept(new ListAdministrator(new SeededRandom(8)).Sign(list.WithText("x"))), Is.False, "somebody else's");
        Assert.That(scanner.List!.Version, Is.EqualTo(list.Version));
        Assert.That(scanner.Accept(administrator.Sign(list.WithText("x"))), Is.True);
        Assert.That(scanner.List!.Version, Is.EqualTo(list.Version + 1));
    }

    [Test]
    public void AReportHoldsTheFlaggedContentAndNothingElse()
    {
        byte[] content = Content(Text, Document);
        ScanReport? report = scanner.Report(content, Text, Document);
        Assert.That(administrator.Open(report!), Is.EqualTo(content));
        Assert.That(report!.Sealed.Length, Is.EqualTo(content.Length + 48));
        Assert.That(scanner.Report(Content("Something else", []), "Something else", []), Is.Null);
    }

    [Test]
    public void OnlyTheAdministratorsKeyOpensAReport()
    {
        byte[] content = Content(Text, []);
        ScanReport report = scanner.Report(content, Text, [])!;
        Assert.That(new ListAdministrator(new SeededRandom(8)).Open(report), Is.Null);
        using DhKeyPair leaked = administrator.Leak();
        Assert.That(report.Open(leaked), Is.EqualTo(content), "a copy is as good as the key");
        for (int bit = 0; bit < 8 * report.Sealed.Length; bit += 7)
        {
            byte[] flipped = report.Sealed.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            // The top bit of an X25519 key is ignored in the agreement, but both keys are hashed as they stand.
            Assert.That(new ScanReport(flipped).Open(leaked), Is.Null, $"bit {bit}");
        }
        Assert.That(new ScanReport(new byte[47]).Open(leaked), Is.Null);
    }

    /// <summary>The same messages from two phones, one of them with a scanner that flags every one: the wire is the same to the last bit.</summary>
    [Test]
    public void WhatIsSentIsTheSameWithAndWithoutAScanner()
    {
        var (plain, scanned) = (new List<byte[]>(), new List<byte[]>());
        int reports = 0;
        foreach (var (wire, scans) in (ReadOnlySpan<(List<byte[]>, bool)>)[(plain, false), (scanned, true)])
        {
            var random = new SeededRandom(4);
            var alice = Device.Create(new SignalFunctions(random.Child("a")), random.Child("alice"));
            var bob = Device.Create(new SignalFunctions(random.Child("b")), random.Child("bob"));
            Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
            foreach (byte[] file in (byte[][])[[], Document, Listed])
            {
                byte[] content = Content(Text, file);
                byte[] before = [.. content];
                if (scans && scanner.Report(content, Text, file) is not null)
                    reports++;
                Assert.That(content, Is.EqualTo(before));
                CiphertextMessage message = alice.Encrypt("Bob", content);
                wire.Add(message.Bytes.ToArray());
                Assert.That(bob.Decrypt("Alice", message, out byte[] received), Is.EqualTo(DecryptFailure.None));
                Assert.That(received, Is.EqualTo(before));
            }
        }
        Assert.That(scanned, Is.EqualTo(plain));
        Assert.That(reports, Is.EqualTo(3));
    }

    private static byte[] Content(string text, byte[] file) =>
        MessageContent.Encode(new(1, "Alice", TestScripts.Start, text, file.Length == 0 ? null : new Attachment("plan.png", file)));

    private static GreyImage Picture(int seed, int lighter)
    {
        var random = new Random(seed);
        byte[] cells = random.NextBytes(20 * 16);
        return new(40, 32, [.. Enumerable.Range(0, 40 * 32).Select(i => (byte)((cells[(i / 80 * 20) + (i % 40 / 2)] * 3 / 4) + lighter))]);
    }
}
