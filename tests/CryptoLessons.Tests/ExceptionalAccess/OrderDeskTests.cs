using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>Which orders a provider's desk answers, with what, and what it writes down.</summary>
[TestFixture]
internal sealed class OrderDeskTests
{
    private static readonly DateTimeOffset Noon = new(2017, 3, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly Period Day = new(Noon.AddHours(-12), Noon.AddHours(12));
    private static readonly OrderTerms Terms = new(1, "here", OrderKind.DiscloseHeldData, "Alice", Day, Day);

    private Court court = null!;
    private Court abroad = null!;
    private ManualClock clock = null!;
    private RelayLog log = null!;
    private OrderDesk desk = null!;

    [SetUp]
    public void OpenTheDesk()
    {
        var random = new SeededRandom(9);
        (court, abroad, clock, log) = (new(random.Child("court")), new(random.Child("court abroad")), new(Noon), new());
        log.Record(Envelope("Alice", "Bob", Noon.AddHours(-1)));
        log.Record(Envelope("Carol", "Dave", Noon.AddHours(-1)));
        log.Record(Envelope("Bob", "Alice", Noon.AddDays(-2)));
        HeldData held = new(log, [Envelope("Dave", "Alice", Noon), Envelope("Dave", "Carol", Noon)], []);
        desk = new(new Dictionary<string, DhPublicKey> { ["here"] = court.PublicKey }, () => held, clock, TimeSpan.FromMinutes(30));
    }

    [Test]
    public void AValidOrderGetsWhatIsHeldOfItsTargetAndNothingElse()
    {
        DeskAnswer answer = desk.Serve(court.Issue(Terms));
        Assert.That((answer.Refusal, answer.At), Is.EqualTo(((OrderRefusal?)null, Noon.AddMinutes(30))));
        Assert.That(answer.Disclosure!.Account, Is.EqualTo(new AccountRecord("Alice", new(2017, 3, 22), new(2017, 3, 22))));
        Assert.That(answer.Disclosure.Deliveries, Is.EqualTo((DeliveryRecord[])[new("Alice", "Bob", Noon.AddHours(-1), 40)]));
        Assert.That(answer.Disclosure.Connections, Is.EqualTo((ConnectionRecord[])[new("Alice", Noon.AddHours(-1))]));
        Assert.That(answer.Disclosure.Queued.Select(envelope => envelope.From + " to " + envelope.To), Is.EqualTo((string[])["Dave to Alice"]));
        Assert.That(answer.Disclosure.Plaintexts, Is.Empty);
    }

    [Test]
    public void AProviderThatReadsHandsOverWhatItReads()
    {
        HeldMessage[] messages =
            [new("Alice", ["Bob"], Noon, new byte[3]), new("Carol", ["Dave"], Noon, new byte[3]), new("Dave", ["Alice"], Noon.AddDays(2), new byte[3])];
        var reader = new OrderDesk(new Dictionary<string, DhPublicKey> { ["here"] = court.PublicKey }, () => new(log, [], messages), clock);
        Assert.That(reader.Serve(court.Issue(Terms)).Disclosure!.Plaintexts, Is.EqualTo(messages[..1]));
    }

    [Test]
    public void RefusesAnOrderThatAnotherCourtSigned() => AssertRefused(abroad.Issue(Terms), OrderRefusal.NotSigned);

    [Test]
    public void RefusesTheCourtOfAnotherJurisdiction() =>
        AssertRefused(abroad.Issue(Terms with { Jurisdiction = "abroad" }), OrderRefusal.WrongJurisdiction);

    [Test]
    public void RefusesAnOrderWhoseTimeHasNotCome() => AssertRefused(
        court.Issue(Terms with { Valid = new(Noon.AddTicks(1), Noon.AddDays(1)) }), OrderRefusal.NotYetValid);

    [Test]
    public void RefusesAnOrderWhoseTimeIsOver() => AssertRefused(
        court.Issue(Terms with { Valid = new(Noon.AddDays(-1), Noon.AddTicks(-1)) }), OrderRefusal.Expired);

    [Test]
    public void BothEndsOfItsTimeCount()
    {
        Assert.That(desk.Serve(court.Issue(Terms with { Number = 2, Valid = new(Noon, Noon.AddDays(1)) })).Refusal, Is.Null);
        Assert.That(desk.Serve(court.Issue(Terms with { Number = 3, Valid = new(Noon.AddDays(-1), Noon) })).Refusal, Is.Null);
    }

    [Test]
    public void RefusesEveryAlteration()
    {
        LawfulOrder order = court.Issue(Terms);
        OrderTerms[] altered =
        [
            Terms with { Number = 2 }, Terms with { Target = "Carol" }, Terms with { Kind = OrderKind.WeakenClient },
            Terms with { Covered = Day with { From = Noon.AddDays(-9) } }, Terms with { Covered = Day with { Until = Noon.AddDays(9) } },
            Terms with { Valid = Day with { From = Noon.AddDays(-9) } }, Terms with { Valid = Day with { Until = Noon.AddDays(9) } },
        ];
        foreach (OrderTerms terms in altered)
            AssertRefused(order with { Terms = terms }, OrderRefusal.NotSigned);
        var both = new OrderDesk(
            new Dictionary<string, DhPublicKey> { ["here"] = court.PublicKey, ["there"] = court.PublicKey }, () => new(log, [], []), clock);
        Assert.That(both.Serve(order with { Terms = Terms with { Jurisdiction = "there" } }).Refusal, Is.EqualTo(OrderRefusal.NotSigned));
    }

    [Test]
    public void RefusesAFlippedBitInTheSignature()
    {
        LawfulOrder order = court.Issue(Terms);
        for (int at = 0; at < order.Signature.Length; at++)
        {
            byte[] signature = order.Signature.ToArray();
            signature[at] ^= 1;
            AssertRefused(order with { Signature = signature }, OrderRefusal.NotSigned);
        }
        AssertRefused(order with { Signature = order.Signature[..63] }, OrderRefusal.NotSigned);
        AssertRefused(order with { Signature = default }, OrderRefusal.NotSigned);
    }

    [Test]
    public void AnswersAnOrderOnce()
    {
        LawfulOrder order = court.Issue(Terms);
        Assert.That(desk.Serve(order).Refusal, Is.Null);
        AssertRefused(order, OrderRefusal.AlreadyAnswered);
        AssertRefused(court.Issue(Terms with { Target = "Bob" }), OrderRefusal.AlreadyAnswered);
        Assert.That(desk.Serve(court.Issue(Terms with { Number = 2 })).Refusal, Is.Null);
    }

    [Test]
    public void ARefusalUsesUpNoNumber()
    {
        LawfulOrder order = court.Issue(Terms with { Valid = new(Noon.AddMinutes(1), Noon.AddDays(1)) });
        AssertRefused(order, OrderRefusal.NotYetValid);
        clock.Now = Noon.AddMinutes(1);
        Assert.That(desk.Serve(order).Refusal, Is.Null);
    }

    [Test]
    public void WeakensNoClient() => AssertRefused(court.Issue(Terms with { Kind = OrderKind.WeakenClient }), OrderRefusal.NothingHeld);

    [Test]
    public void HasNothingOfWhoIsNoCustomer() => AssertRefused(court.Issue(Terms with { Target = "Mallory" }), OrderRefusal.NoSuchCustomer);

    [Test]
    public void WritesDownEveryOrder()
    {
        desk.Serve(court.Issue(Terms));
        desk.Serve(abroad.Issue(Terms));
        DeskLogEntry[] expected = [new("here", "Alice", Noon, null), new("here", "Alice", Noon, OrderRefusal.NotSigned)];
        Assert.That(desk.Log, Is.EqualTo(expected));
    }

    [Test]
    public void ACourtSignsNoPeriodThatEndsBeforeItBegins()
    {
        Assert.That(() => court.Issue(Terms with { Covered = new(Noon, Noon.AddTicks(-1)) }), Throws.ArgumentException);
        Assert.That(() => court.Issue(Terms with { Valid = new(Noon, Noon.AddTicks(-1)) }), Throws.ArgumentException);
    }

    private static Envelope Envelope(string from, string to, DateTimeOffset time) => new(from, to, time, new(CiphertextType.Plain, new byte[40]));

    private void AssertRefused(LawfulOrder order, OrderRefusal why)
    {
        DeskAnswer answer = desk.Serve(order);
        Assert.That((answer.Refusal, answer.Disclosure), Is.EqualTo(((OrderRefusal?)why, (Disclosure?)null)));
    }
}
