using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Reports.Pictures;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports.Pictures;

/// <summary>The contact graph has what the log has: people, pairs, and how often; and nothing where the log does not know the sender.</summary>
[TestFixture]
internal sealed class ContactGraphTests
{
    private static readonly DateTimeOffset Noon = new(2017, 3, 22, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void EachPairHasALineAndItsNumberOfMessages()
    {
        IReadOnlyList<DeliveryRecord> log = SeizedGame.Log;
        var pairs = log.CountBy(line => string.Join(" and ", new[] { line.From!, line.To }.Order(StringComparer.Ordinal))).ToList();
        var picture = new DrawnPicture(ContactGraph.Draw(log));
        Assert.That(picture.All("path").Count(path => (string?)path.Attribute("class") == "p-arrow"), Is.EqualTo(pairs.Count));
        Assert.That(picture.Lettering, Is.SupersetOf(log.SelectMany(line => (string[])[line.From!, line.To]).Distinct()));
        foreach (var (pair, count) in pairs)
        {
            Assert.That(picture.Lettering, Does.Contain($"{count}"));
            Assert.That(picture.Exhibit.Text, Does.Contain($"\n  {pair}: {count}\n"));
            Assert.That(picture.Description, Does.Contain($"{pair}: {count}"));
        }
        Assert.That(pairs.Sum(pair => pair.Value), Is.EqualTo(log.Count));
    }

    [Test]
    public void WhereTheSenderIsNotKnownThereIsNoLine()
    {
        var picture = new DrawnPicture(ContactGraph.Draw([.. SeizedGame.Log.Select(line => line with { From = null })]));
        Assert.That(picture.All("path").Where(path => (string?)path.Attribute("class") == "p-arrow"), Is.Empty);
        Assert.That(picture.Exhibit.Text, Does.Contain($"Of {SeizedGame.Log.Count} lines the log does not know the sender."));
    }

    [Test]
    public void ATownIsCutAndSaysSo()
    {
        DeliveryRecord[] log = [.. Enumerable.Range(0, 40).Select(number => new DeliveryRecord($"<b>{number}</b>", $"person {number + 1}", Noon, 100))];
        var picture = new DrawnPicture(ContactGraph.Draw(log));
        Assert.That(picture.All("circle").Count(), Is.EqualTo(16));
        Assert.That(picture.All("b"), Is.Empty);
        Assert.That(picture.Exhibit.Text, Does.Contain("Shown are the first 16 people."));
    }

    [Test]
    public void AnEmptyLogIsAnEmptyPicture() =>
        Assert.That(new DrawnPicture(ContactGraph.Draw([])).Exhibit.Text, Does.Contain("0 lines of a log, 0 people"));
}
