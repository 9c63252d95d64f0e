using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.WithoutABackDoor;

/// <summary>Public posts are scanned, and the messenger stays as it is: cell by cell, and byte by byte.</summary>
[TestFixture]
internal sealed class PublicContentStudyTests
{
    private static readonly Lazy<PublicContentStudy> Study = new(() => PublicContentStudy.Run(StudiedMatrix.Result));

    [Test]
    public void EveryListedPostIsFoundAsItIs() => Assert.That((Study.Value.Found, Study.Value.Listed > 10), Is.EqualTo((Study.Value.Listed, true)));

    [Test]
    public void WhoChangesAPictureGetsBy() => Assert.That((Study.Value.AlteredFound, Study.Value.Altered > 5), Is.EqualTo((0, true)));

    [Test]
    public void NothingElseIsFound() => Assert.That((Study.Value.FalseAlarms, Study.Value.Posts > 150), Is.EqualTo((0, true)));

    [Test]
    public void AnEmptyListFindsNothing() => Assert.That(Study.Value.ControlFound, Is.Zero);

    [Test]
    public void TheMessengersCellsAreTheSameAndSoAreItsBytes() => Assert.That(Study.Value.Messenger, Is.EqualTo(new CellComparison(10, 10, true)));

    [Test]
    public void TheSameScannerOnPhonesIsAnotherMatter() =>
        Assert.That((Study.Value.OnPhones.Same < 10, Study.Value.OnPhones.SameBytes), Is.EqualTo((true, false)));

    [Test]
    public void ASiteTakesNoListOfAnotherAdministrator()
    {
        var random = new SeededRandom(1);
        var (own, other) = (new ListAdministrator(random.Child("own")), new ListAdministrator(random.Child("other")));
        var site = new PublicFeed(own.PublicKey, random.Child("site"));
        ScanList list = new ScanList(0, random.Child("salt")).WithText("a listed text");
        Assert.That(site.Accept(other.Sign(list)), Is.False);
        site.Publish(new(1, "a listed text"));
        Assert.That(site.Accept(own.Sign(list)), Is.True);
        site.Publish(new(2, "a listed text"));
        site.Publish(new(3, "another text"));
        Assert.That((site.Published, site.Flagged.Single().Number), Is.EqualTo((3, 2)));
    }
}
