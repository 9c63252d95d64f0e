using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>One session over several days: which day's key opens which message, and what the authority answers when a key is gone.</summary>
[TestFixture]
internal sealed class EpochEscrowTests
{
    private const int Days = 5;

    private SeededRandom random = null!;
    private Court court = null!;
    private ManualClock clock = null!;
    private Device<RatchetFunctions> alice = null!;
    private Device<RatchetFunctions> bob = null!;

    private List<Envelope> Play(KeyCustody custody)
    {
        random = new SeededRandom(54);
        (court, clock) = (new(random.Child("court")), new());
        custody.Advance(clock.GetUtcNow());
        alice = Device.Create<RatchetFunctions>(new EpochEscrow(new SignalFunctions(random.Child("a")), custody, clock, random.Child("seal")), random.Child("alice"));
        bob = Device.Create<RatchetFunctions>(new SignalFunctions(random.Child("b")), random.Child("bob"));
        Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
        var sent = new List<Envelope>();
        for (int day = 0; day < Days; day++, clock.Advance(TimeSpan.FromDays(1)))
        {
            custody.Advance(clock.GetUtcNow());
            sent.Add(new("Alice", "Bob", clock.GetUtcNow(), alice.Encrypt("Bob", [(byte)day])));
            Assert.That(bob.Decrypt("Alice", sent[^1].Message, out _), Is.EqualTo(DecryptFailure.None), "a genuine receiver knows of no days");
        }
        return sent;
    }

    private bool Opens(EpochKey key, Envelope envelope) =>
        InterceptedMessage.Parse(envelope, alice.IdentityKey, bob.IdentityKey)!.Open(key.KeyPair, out _) == Outcome.Opened;

    private List<Outcome> Lawfully(KeyCustody custody, IEnumerable<Envelope> messages)
    {
        var authority = new Authority(custody, court.PublicKey);
        Warrant warrant = court.Issue("Bob", DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        return [.. messages.Select(message => authority.Open(warrant, message, alice.IdentityKey, bob.IdentityKey, out _))];
    }

    [Test]
    public void AStolenDayOpensThatDayAndNoOther()
    {
        var custody = new EpochCustody(new SeededRandom(55), Days);
        List<Envelope> sent = Play(custody);
        IReadOnlyList<EpochKey> keys = custody.Leak();
        for (int day = 0; day < Days; day++)
            Assert.That(keys.Select(key => Opens(key, sent[day])), Is.EqualTo(Enumerable.Range(0, Days).Select(other => other == day)), $"day {day}");
    }

    [Test]
    public void ACourtComesTooLateForADestroyedDay()
    {
        var custody = new EpochCustody(new SeededRandom(55), 2);
        List<Envelope> sent = Play(custody);
        Assert.That(Lawfully(custody, sent),
            Is.EqualTo((Outcome[])[Outcome.KeyGone, Outcome.KeyGone, Outcome.KeyGone, Outcome.Opened, Outcome.Opened]));
    }

    [Test]
    public void AnEvolvingKeyOpensTodayAndWhatComes()
    {
        var custody = new EvolvingCustody(new ManualClock().GetUtcNow(), new SeededRandom(56));
        EpochKey first = custody.Leak();
        List<Envelope> sent = Play(custody);
        Assert.That(Lawfully(custody, sent), Is.EqualTo((Outcome[])[.. Enumerable.Repeat(Outcome.KeyGone, Days - 1), Outcome.Opened]));
        for (int day = 0; day < Days; day++, first = EvolvingCustody.Next(first))
            Assert.That(sent.Select(message => Opens(first, message)), Is.EqualTo(Enumerable.Range(0, Days).Select(other => other == day)));
    }

    [Test]
    public void AWarrantIsLookedAtBeforeTheKey()
    {
        var custody = new EpochCustody(new SeededRandom(55), 1);
        List<Envelope> sent = Play(custody);
        var authority = new Authority(custody, court.PublicKey);
        Warrant carols = court.Issue("Carol", DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        Assert.That(authority.Open(carols, sent[0], alice.IdentityKey, bob.IdentityKey, out _), Is.EqualTo(Outcome.NotNamed));
    }
}
