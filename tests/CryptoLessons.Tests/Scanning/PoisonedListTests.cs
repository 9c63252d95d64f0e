using System.Text;
using CryptoLessons.Attacks.Scanning;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scanning;

/// <summary>The administrator's key in other hands: the same phones, the same code, another list.</summary>
[TestFixture]
internal sealed class PoisonedListTests
{
    private const string Leaflet = "Meet at the town hall on Saturday and bring a candle.";
    private const string Other = "Meet at the library on Sunday and bring a book.";

    private ListAdministrator administrator = null!;
    private ClientScanner phone = null!;

    [SetUp]
    public void PublishAList()
    {
        var random = new SeededRandom(12);
        administrator = new ListAdministrator(random.Child("administrator"));
        phone = new ClientScanner(administrator.PublicKey, random.Child("phone"));
        Assert.That(phone.Accept(administrator.Sign(new ScanList(threshold: 4, random.Child("salt")).WithText("something really bad"))), Is.True);
    }

    [Test]
    public void TheSamePhoneReportsAHarmlessLeaflet()
    {
        byte[] content = Encoding.UTF8.GetBytes(Leaflet);
        Assert.That(phone.Report(content, Leaflet, []), Is.Null, "before");
        using DhKeyPair stolen = administrator.Leak();
        Assert.That(phone.Accept(PoisonedList.Add(phone.List!, Leaflet, stolen, new SeededRandom(1))), Is.True);
        Assert.That(phone.Report(content, Leaflet, [])?.Open(stolen), Is.EqualTo(content), "after: the thief reads it");
        Assert.That(phone.Report(content, Other, []), Is.Null, "another text");
        Assert.That(phone.Scan("something really bad", []), Has.Count.EqualTo(1), "what was on the list is still on it");
    }

    [Test]
    public void NobodySeesFromTheListWhatWasAdded()
    {
        using DhKeyPair stolen = administrator.Leak();
        ScanList poisoned = PoisonedList.Add(phone.List!, Leaflet, stolen, new SeededRandom(1)).Open(administrator.PublicKey)!;
        ScanList genuine = administrator.Sign(phone.List!.WithText("something worse")).Open(administrator.PublicKey)!;
        Assert.That((poisoned.Version, poisoned.Exact.Count, poisoned.Serialize().Length),
            Is.EqualTo((genuine.Version, genuine.Exact.Count, genuine.Serialize().Length)));
    }

    [Test]
    public void WithAnotherKeyNoPhoneTakesTheList()
    {
        using DhKeyPair unrelated = DhKeyPair.Generate(new SeededRandom(13));
        Assert.That(phone.Accept(PoisonedList.Add(phone.List!, Leaflet, unrelated, new SeededRandom(1))), Is.False);
        Assert.That(phone.Report(Encoding.UTF8.GetBytes(Leaflet), Leaflet, []), Is.Null);
    }
}
