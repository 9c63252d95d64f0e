using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>What a relay's log has of the messages that it passes on, and what it has not.</summary>
[TestFixture]
internal sealed class RelayLogTests
{
    private static readonly DateTimeOffset Noon = new(2017, 3, 22, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void ALineSaysWhoToWhomWhenAndHowMuch()
    {
        RelayLog log = Log(LogPolicy.Everything);
        DeliveryRecord[] expected =
            [new("Alice", "Bob", Noon, 40), new("Bob", "Alice", Noon.AddMinutes(1), 50), new("Alice", "Carol", Noon.AddDays(1), 60)];
        Assert.That(log.Deliveries, Is.EqualTo(expected));
        Assert.That(log.Contacts, Is.EquivalentTo((Contact[])[new("Alice", "Bob"), new("Bob", "Alice"), new("Alice", "Carol")]));
    }

    [Test]
    public void BothEndsAreConnected() => Assert.That(
        Log(LogPolicy.Everything).Connections.Take(2), Is.EqualTo((ConnectionRecord[])[new("Alice", Noon), new("Bob", Noon)]));

    [Test]
    public void ASealedMessageHasARecipientAndNoSender()
    {
        var log = new RelayLog();
        log.Record(new SealedEnvelope("Bob", Noon, new byte[70]));
        Assert.That(log.Deliveries, Is.EqualTo((DeliveryRecord[])[new(null, "Bob", Noon, 70)]));
        Assert.That(log.Connections, Is.EqualTo((ConnectionRecord[])[new("Bob", Noon)]));
        Assert.That((log.Contacts.Count, log.Knows("Alice")), Is.EqualTo((0, false)));
    }

    [Test]
    public void ARelayThatKeepsTwoDatesHasTwoDates()
    {
        RelayLog log = Log(LogPolicy.TwoDates);
        Assert.That((log.Deliveries.Count, log.Connections.Count, log.Contacts.Count), Is.EqualTo((0, 0, 0)));
        Assert.That(log.LastSeen("Alice", Noon.AddDays(2)), Is.Null);
        Assert.That(log.Account("Alice"), Is.EqualTo(new AccountRecord("Alice", new(2017, 3, 22), new(2017, 3, 23))));
        Assert.That(log.Account("Dave"), Is.Null);
    }

    [Test]
    public void AClockThatStepsBackTakesNoDayBack()
    {
        var log = new RelayLog(LogPolicy.TwoDates);
        log.Register("Alice", Noon);
        log.Register("Alice", Noon.AddDays(-3));
        Assert.That(log.Account("Alice"), Is.EqualTo(new AccountRecord("Alice", new(2017, 3, 22), new(2017, 3, 22))));
    }

    [TestCase(-1, null)]
    [TestCase(0, 0)]
    [TestCase(59, 0)]
    [TestCase(60, 60)]
    [TestCase(3600, 60)]
    public void LastSeenIsTheNewestConnectionThatHasBeen(int looksAfter, int? seenAfter) => Assert.That(
        (Log(LogPolicy.Everything).LastSeen("Alice", Noon.AddSeconds(looksAfter)) - Noon)?.TotalSeconds, Is.EqualTo(seenAfter));

    [Test]
    public void BothEndsOfAPeriodCount()
    {
        RelayLog log = Log(LogPolicy.Everything);
        Assert.That(log.WrittenBy("Alice", Noon, Noon.AddDays(1)).Select(line => line.To), Is.EqualTo((string[])["Bob", "Carol"]));
        Assert.That(log.WrittenBy("Alice", Noon.AddTicks(1), Noon.AddDays(1).AddTicks(-1)), Is.Empty);
    }

    private static RelayLog Log(LogPolicy policy)
    {
        var log = new RelayLog(policy);
        log.Record(new Envelope("Alice", "Bob", Noon, new(CiphertextType.Plain, new byte[40])));
        log.Record(new Envelope("Bob", "Alice", Noon.AddMinutes(1), new(CiphertextType.Plain, new byte[50])));
        log.Record(new Envelope("Alice", "Carol", Noon.AddDays(1), new(CiphertextType.PreKey, new byte[60])));
        return log;
    }
}
