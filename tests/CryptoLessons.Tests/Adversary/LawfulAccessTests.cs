using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Adversary;

/// <summary>What a warrant delivers, who has to act for it, and that nobody acts without one.</summary>
[TestFixture]
internal sealed class LawfulAccessTests
{
    private const int At = 3;
    private static readonly Script Script = TestScripts.Between("ABABBA");
    private static readonly Dictionary<string, LawfulAccess> Served = Design.All.ToDictionary(design => design.Id, design => Play(design).ServeWarrant());

    private static IEnumerable<string> Ids => Design.All.Select(design => design.Id);

    [TestCase("message-key-escrow")]
    [TestCase("content-key-escrow")]
    [TestCase("postcard")]
    [TestCase("transport-only")]
    [TestCase("cloud-chat")]
    [TestCase("threshold-escrow")]
    [TestCase("jurisdictions")]
    [TestCase("epoch-escrow", Description = "all of it was said on one day, whose key is still held")]
    [TestCase("evolving-escrow", Description = "the same")]
    [TestCase("warrant-ledger")]
    [TestCase("work-factor")]
    [TestCase("export-grade")]
    [TestCase("crumple-zone")]
    [TestCase("dual-ec")]
    [TestCase("talking-nonce", Description = "each of the two phones sends three nonces in all")]
    public void BackInTimeToo(string design) =>
        Assert.That((Served[design].Past, Served[design].PastOf, Served[design].Future, Served[design].FutureOf), Is.EqualTo((3, 3, 3, 3)));

    [Test]
    public void OfAChipWhatItsOwnerSent() => Assert.That((Served["clipper"].Past, Served["clipper"].Future), Is.EqualTo((2, 1)));

    // Carol is named last on every envelope, and writes once.
    [Test]
    public void OfAGroupWhatOneMemberSentOrReceived(
        [Values("message-key-escrow", "postcard", "transport-only", "threshold-escrow", "warrant-ledger")] string design)
    {
        Script group = TestScripts.Among(["Alice", "Bob", "Carol"], "ABCABA");
        LawfulAccess carols = Design.Named(design).Play(group, At, "Carol", new SeededRandom(3)).ServeWarrant();
        Assert.That((carols.Past, carols.Future, carols.Of, carols.Others), Is.EqualTo((3, 3, 6, 0)));
    }

    [TestCase("ghost-device")]
    [TestCase("directory-swap")]
    [TestCase("compelled-update")]
    [TestCase("intercept-interface")]
    [TestCase("version-rollback")]
    public void FromTheWarrantOn(string design) =>
        Assert.That((Served[design].Past, Served[design].PastOf, Served[design].Future, Served[design].FutureOf), Is.EqualTo((0, 3, 3, 3)));

    [TestCase("strict")]
    [TestCase("session-secret-escrow")]
    [TestCase("secret-chat")]
    [TestCase("strict-group")]
    [TestCase("identity-deposit")]
    public void NothingWhereNobodyCanOpenAny(string design) => Assert.That(Served[design].Opened, Is.Zero);

    [TestCaseSource(nameof(Ids))]
    public void NobodyElsesMessagesAreOpenedAlong(string design) => Assert.That(Served[design].Others, Is.Zero);

    [TestCaseSource(nameof(Ids))]
    public void WhereSomethingIsOpenedSomebodyActed(string design)
    {
        if (Served[design].Opened > 0)
            Assert.That(Served[design].Parties.First(), Is.EqualTo("court").And.Not.EqualTo(Served[design].Parties.Last()));
    }

    [TestCase("threshold-escrow", "court", "authority", "agency 1", "agency 2", "agency 3")]
    [TestCase("warrant-ledger", "court", "agency", "judge")]
    [TestCase("message-key-escrow", "court", "authority")]
    [TestCase("ghost-device", "court", "provider")]
    public void TakesAsManyAsTheDesignSays(string design, params string[] parties) => Assert.That(Served[design].Parties, Is.EqualTo(parties));

    [TestCase("warrant-ledger", Trace.PublicLog)]
    [TestCase("message-key-escrow", Trace.OwnLog)]
    [TestCase("intercept-interface", Trace.OwnLog)]
    [TestCase("compelled-update", Trace.None)]
    public void LeavesTheTraceThatTheDesignLeaves(string design, Trace trace) => Assert.That(Served[design].Trace, Is.EqualTo(trace));

    [Test]
    public void TheLedgerCountsTheWarrantThatWasServedAndNoThief()
    {
        Game game = Play(Design.Named("warrant-ledger"));
        Assert.That(game.LedgerEntries, Is.Zero);
        game.ServeWarrant();
        Assert.That(game.LedgerEntries, Is.EqualTo(1));
        Verdict stolen = game.Read(new ReadWithLeakedMessageKeys(), game.Leak(AccessSecret.JudgeAndKey));
        Assert.That((stolen.Read, game.LedgerEntries), Is.EqualTo((6, 1)));
        Assert.That(Play(Design.Named("message-key-escrow")).LedgerEntries, Is.Null);
    }

    [Test]
    public void SeveralAttacksByOneAdversaryReadWhatEachOfThemReadsAndNothingTwice()
    {
        Game game = Play(Design.Named("message-key-escrow"));
        EscrowLeakView leak = game.EscrowLeak();
        Verdict alone = game.Read(new ReadWithLeakedMessageKeys(), leak);
        Verdict together = game.Read([new ReadWithLeakedMessageKeys(), new ReadWithLeakedMessageKeys(), new ReadThePostcards()], leak);
        Assert.That(together.Recovered.Keys, Is.EqualTo(alone.Recovered.Keys).And.Not.Empty);
        Assert.That(together.Wrong, Is.Empty);
    }

    [TestCaseSource(nameof(Ids))]
    public void AnOrderThatAnotherCourtSignedOpensNothing(string id)
    {
        IDeployment deployment = Design.Named(id).Deploy(Script, new SeededRandom(3));
        TranscriptEntry[] sent = [.. from message in Script.Messages
                                     from envelope in deployment.Send(message)
                                     select new TranscriptEntry(message.Number, envelope)];
        var transcript = new Transcript(sent, deployment.IdentityKeys, [], deployment.Directory);
        Warrant forged = Order(new(new SeededRandom(4)));
        Assert.That(deployment.Intercept(forged, transcript), Is.Null);
        // Postcards are opened by whoever holds them: the signature is for honest holders only, and this one is honest.
        Assert.That(deployment.ServeWarrant(forged, sent).Opened, Is.Empty);
        // The control: the court's own order is obeyed where anything can be.
        Assert.That(
            deployment.Intercept(Order(deployment.Court), transcript) is not null || deployment.ServeWarrant(Order(deployment.Court), sent).Opened.Count > 0,
            Is.EqualTo(Served[id].Opened > 0));
    }

    private static Warrant Order(Court court) => court.Issue("Alice", TestScripts.Start, TestScripts.Start.AddDays(1));

    private static Game Play(Design design) => design.Play(Script, At, "Alice", new SeededRandom(3));
}
