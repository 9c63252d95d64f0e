using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>What an authority with one share of two, a judge with the other, and a public ledger open and refuse.</summary>
[TestFixture]
internal sealed class LedgerAuthorityTests
{
    private static readonly byte[] Plaintext = "See you at noon."u8.ToArray();

    private SeededRandom random = null!;
    private ManualClock clock = null!;
    private DateTimeOffset sent;
    private Court court = null!;
    private WarrantLedger ledger = null!;
    private DhPublicKey publicKey = null!;
    private IReadOnlyList<DhKeyShare> shares = null!;
    private JudgesShare judge = null!;
    private LedgerAuthority authority = null!;
    private Device<RatchetFunctions> alice = null!;
    private Device<RatchetFunctions> bob = null!;
    private Envelope envelope = null!;

    [SetUp]
    public void Found()
    {
        (random, clock) = (new SeededRandom(58), new());
        sent = clock.GetUtcNow();
        court = new(random.Child("court"));
        ledger = NewLedger();
        using (var pair = DhKeyPair.Generate(random))
            (publicKey, shares) = (pair.Public, DhKeyShare.Split(pair.Private, 2, 2, random));
        judge = new(shares[1].Copy(), court.PublicKey, ledger.Key);
        authority = new(publicKey, shares[0].Copy(), judge, ledger, clock);
        alice = Device.Create<RatchetFunctions>(new MessageKeyEscrow(new SignalFunctions(random.Child("a")), publicKey, random.Child("s")), random.Child("alice"));
        bob = Device.Create<RatchetFunctions>(new SignalFunctions(random.Child("b")), random.Child("bob"));
        Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
        envelope = new("Alice", "Bob", sent, alice.Encrypt("Bob", Plaintext));
    }

    /// <summary>A ledger under always the same key: an operator's second one, with another history.</summary>
    private WarrantLedger NewLedger() => new(random.Child("ledger"), clock);

    private Warrant Issue(string target = "Alice") => court.Issue(target, sent.AddDays(-1), sent.AddDays(1));

    private Outcome Open(Warrant warrant, long entry, out byte[] opened) =>
        authority.Open(warrant, entry, envelope, alice.IdentityKey, bob.IdentityKey, out opened);

    private void AssertRefused(Warrant warrant, long entry, Outcome why)
    {
        Assert.That(Open(warrant, entry, out byte[] opened), Is.EqualTo(why));
        Assert.That(opened, Is.Empty);
    }

    [Test]
    public void OpensUnderAWarrantThatStandsInTheLedger()
    {
        ledger.Enter(Issue("Carol"));
        Warrant warrant = Issue();
        long entry = ledger.Enter(warrant);
        ledger.Enter(Issue("Dave"));
        Assert.That(Open(warrant, entry, out byte[] opened), Is.EqualTo(Outcome.Opened));
        Assert.That(opened, Is.EqualTo(Plaintext));
        Assert.That((ledger.Count, judge.KnownSize), Is.EqualTo((3L, 3L)), "everybody can count it");
    }

    [Test]
    public void RefusesAWarrantThatIsNotInTheLedgerWhateverEntryIsNamed()
    {
        Warrant warrant = Issue();
        AssertRefused(warrant, 0, Outcome.NotInLedger);
        ledger.Enter(Issue("Carol"));
        ledger.Enter(court.Issue("Alice", sent, sent.AddDays(1)));
        foreach (long entry in (long[])[long.MinValue, -1, 0, 1, 2, long.MaxValue])
            AssertRefused(warrant, entry, Outcome.NotInLedger);
    }

    [Test]
    public void RefusesTheEntryOfAnotherWarrant()
    {
        Warrant warrant = Issue(), other = Issue("Carol");
        long mine = ledger.Enter(warrant), others = ledger.Enter(other);
        AssertRefused(warrant, others, Outcome.NotInLedger);
        Assert.That(Open(warrant, mine, out _), Is.EqualTo(Outcome.Opened));
    }

    [Test]
    public void RefusesForgedAndChangedWarrantsThoughTheLedgerHasThem()
    {
        Warrant forged = new Court(new SeededRandom(59)).Issue("Alice", sent, sent), unsigned = Issue() with { Signature = new byte[64] };
        Warrant changed = Issue("Carol") with { Target = "Alice" }, longer = court.Issue("Alice", sent.AddDays(-2), sent.AddDays(-1)) with { Until = sent };
        foreach (Warrant warrant in (Warrant[])[forged, unsigned, changed, longer, Issue() with { Signature = default }])
            AssertRefused(warrant, ledger.Enter(warrant), Outcome.NotSigned);
    }

    [Test]
    public void RefusesWhatTheWarrantDoesNotCover()
    {
        Warrant carols = Issue("Carol"), later = court.Issue("Alice", sent.AddTicks(1), sent.AddDays(1));
        AssertRefused(carols, ledger.Enter(carols), Outcome.NotNamed);
        AssertRefused(later, ledger.Enter(later), Outcome.OutsidePeriod);
    }

    [Test]
    public void RefusesAWarrantWhoseTimeIsOver()
    {
        Warrant warrant = Issue();
        long entry = ledger.Enter(warrant);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.That(Open(warrant, entry, out _), Is.EqualTo(Outcome.Opened), "to its last moment");
        clock.Advance(TimeSpan.FromTicks(1));
        AssertRefused(warrant, entry, Outcome.Expired);
    }

    [Test]
    public void RefusesALedgerThatWasRolledBackOrRewritten()
    {
        Warrant warrant = Issue();
        ledger.Enter(Issue("Carol"));
        Assert.That(Open(warrant, ledger.Enter(warrant), out _), Is.EqualTo(Outcome.Opened));
        WarrantLedger back = NewLedger(), rewritten = NewLedger();
        long entry = back.Enter(warrant);
        Assert.That(back.Key, Is.EqualTo(ledger.Key));
        Assert.That(Other(back, entry), Is.EqualTo(Outcome.NotInLedger), "shorter than the judge knows it");
        for (int i = 0; i < 4; i++)
            entry = rewritten.Enter(warrant);
        Assert.That(Other(rewritten, entry), Is.EqualTo(Outcome.NotInLedger), "longer, but without Carol's warrant");
        Assert.That(Other(NewLedger(), 0), Is.EqualTo(Outcome.NotInLedger), "empty");
        Assert.That(judge.KnownSize, Is.EqualTo(2), "the judge remembers the true one");

        Outcome Other(WarrantLedger another, long index) => new LedgerAuthority(publicKey, shares[0].Copy(), judge, another, clock)
            .Open(warrant, index, envelope, alice.IdentityKey, bob.IdentityKey, out _);
    }

    [Test]
    public void RefusesTheLedgerOfSomebodyElse()
    {
        var foreign = new WarrantLedger(new SeededRandom(60), clock);
        Warrant warrant = Issue();
        long entry = foreign.Enter(warrant);
        var elsewhere = new LedgerAuthority(publicKey, shares[0].Copy(), judge, foreign, clock);
        Assert.That(elsewhere.Open(warrant, entry, envelope, alice.IdentityKey, bob.IdentityKey, out _), Is.EqualTo(Outcome.NotInLedger));
    }

    [Test]
    public void AProofOfAnotherWarrantProvesNothing()
    {
        Warrant warrant = Issue(), other = Issue("Carol");
        (long mine, long others) = (ledger.Enter(warrant), ledger.Enter(other));
        LedgerProof right = ledger.Prove(mine, 0), wrong = ledger.Prove(others, 0);
        Assert.That(judge.Refusal(warrant, envelope, right with { Inclusion = wrong.Inclusion }, clock.GetUtcNow()), Is.EqualTo(Outcome.NotInLedger));
        Assert.That(judge.Refusal(warrant, envelope, right with { Index = others }, clock.GetUtcNow()), Is.EqualTo(Outcome.NotInLedger));
        Assert.That(judge.Refusal(warrant, envelope, ledger.Prove(mine, judge.KnownSize), clock.GetUtcNow()), Is.Null);
    }

    [Test]
    public void OneStolenShareOpensNothing()
    {
        foreach (DhKeyShare share in (DhKeyShare[])[authority.Leak(), judge.Leak()])
            Assert.That(Intercepted().Open(new SharedAuthorityKey(publicKey, [share]), out _), Is.EqualTo(Outcome.NoKey));
    }

    /// <summary>Procedure, and not mathematics: who has both shares asks neither judge nor ledger.</summary>
    [Test]
    public void BothStolenSharesOpenEverythingAndLeaveNoEntry()
    {
        var both = new SharedAuthorityKey(publicKey, [authority.Leak(), judge.Leak()]);
        Assert.That(Intercepted().Open(both, out byte[] opened), Is.EqualTo(Outcome.Opened));
        Assert.That(opened, Is.EqualTo(Plaintext));
        Assert.That((ledger.Count, judge.KnownSize), Is.EqualTo((0L, 0L)));
    }

    [Test]
    public void ALeakIsACopy()
    {
        authority.Leak().Dispose();
        judge.Leak().Dispose();
        Warrant warrant = Issue();
        Assert.That(Open(warrant, ledger.Enter(warrant), out _), Is.EqualTo(Outcome.Opened));
    }

    [Test]
    public void BytesThatAreNoMessageAreSaidToBeNone()
    {
        Warrant warrant = Issue();
        long entry = ledger.Enter(warrant);
        Envelope rubbish = envelope with { Message = new(CiphertextType.Plain, new byte[9]) };
        Assert.That(authority.Open(warrant, entry, rubbish, alice.IdentityKey, bob.IdentityKey, out _), Is.EqualTo(Outcome.NotAMessage));
    }

    private InterceptedMessage Intercepted() => InterceptedMessage.Parse(envelope, alice.IdentityKey, bob.IdentityKey)!;
}
