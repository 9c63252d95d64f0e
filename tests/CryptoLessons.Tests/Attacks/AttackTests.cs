using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Attacks;

/// <summary>Each attack reads where there is something to read, and nothing with unrelated secrets.</summary>
[TestFixture]
internal sealed class AttackTests
{
    private const string Speakers = "AABABBAABAB";
    private const int At = 6;

    private static readonly Script Script = TestScripts.Between(Speakers);

    private static readonly Game Strict = Play(Design.Named("strict"));
    private static readonly Game Escrow = Play(Design.Named("message-key-escrow"));

    [Test]
    public void TheWireOfTheHonestProtocolTellsNothing() => AssertReads(Strict, new ReadTheWire().Run(Strict.Wiretap()), 0);

    [Test]
    public void TheWireTellsAllWhenASuiteLeaksItsKeys()
    {
        Game leaky = Play(inner => new LeaksItsKey(inner));
        AssertReads(leaky, new ReadTheWire().Run(leaky.Wiretap()), Script.Messages.Count);
        AssertReads(leaky, new ReadTheWire().Run(leaky.Wiretap(Secrets.Unrelated)), 0);
        Assert.That(leaky.Forge(new ReadTheWire(), leaky.Wiretap()).Forged, Is.EqualTo(Forged.Slot));
    }

    [Test]
    public void TheServerOfTheHonestProtocolTellsNothing() => AssertReads(Strict, new ReadTheServer().Run(Strict.ServerBreach()), 0);

    [Test]
    public void TheServerTellsAllWhenASuiteUsesPublishedKeys()
    {
        Game leaky = Play(inner => new EncryptsUnderThePublishedKey(inner));
        AssertReads(leaky, new ReadTheServer().Run(leaky.ServerBreach()), Script.Messages.Count);
        AssertReads(leaky, new ReadTheServer().Run(leaky.ServerBreach(Secrets.Unrelated)), 0);
    }

    // The ledger has two shares: the agency's, and the judge's.
    [TestCase("threshold-escrow", 2, AccessSecret.Escrow)]
    [TestCase("warrant-ledger", 1, AccessSecret.JudgeAndKey)]
    public void OneShareTooFewReadsNothing(string design, int shares, AccessSecret enough)
    {
        Game game = Play(Design.Named(design));
        EscrowLeakView tooFew = game.Leak(AccessSecret.OneShareTooFew);
        Assert.That(((KeyShareLoot)tooFew.Escrow).Shares, Has.Count.EqualTo(shares));
        AssertReads(game, new ReadWithLeakedMessageKeys().Run(tooFew), 0);
        AssertReads(game, new ReadWithLeakedMessageKeys().Run(game.Leak(enough)), Script.Messages.Count);
    }

    [Test]
    public void OnePartTooFewOfALockedStoreOpensNothing()
    {
        Game game = Play(Design.Named("cloud-chat"));
        AssertReads(game, new ReadTheStore().Run(game.Leak(AccessSecret.OneShareTooFew)), 0);
        AssertReads(game, new ReadTheStore().Run(game.Leak(AccessSecret.Escrow)), Script.Messages.Count);
    }

    [Test]
    public void TheLeakedKeyReadsEverybody()
    {
        Verdict verdict = Escrow.Read(new ReadWithLeakedMessageKeys(), Escrow.EscrowLeak());
        Assert.That((verdict.Past, verdict.Future, verdict.Bystanders, verdict.Wrong.Count), Is.EqualTo((At, Speakers.Length - At, 1, 0)));
    }

    [Test]
    public void AnUnrelatedKeyReadsNobody()
    {
        AssertReads(Escrow, new ReadWithLeakedMessageKeys().Run(Escrow.EscrowLeak(Secrets.Unrelated)), 0);
        AssertReads(Strict, new ReadWithLeakedMessageKeys().Run(Strict.EscrowLeak()), 0);
    }

    [Test]
    public void EveryRecoveredMessageSaysHow()
    {
        IReadOnlyList<Guess> guesses = new ReadWithLeakedMessageKeys().Run(Escrow.EscrowLeak());
        Assert.That(guesses.Single(guess => guess.Message == 7).How.ToString(), Is.EqualTo("authority key -> field 15 of message 7 -> message key -> plaintext"));
        IReadOnlyList<Guess> seized = new ReadAfterSessionSeizure().Run(Strict.SessionSeizure());
        Assert.That(seized.Select(guess => guess.How.Steps[0]), Is.All.EqualTo("session of Bob with Alice"));
    }

    [Test]
    public void ALeakedMessageKeyForgesTheSlotInFlight()
    {
        var (forged, noticed) = Escrow.Forge(new ReadWithLeakedMessageKeys(), Escrow.EscrowLeak());
        Assert.That((forged, noticed), Is.EqualTo((Forged.Slot, Noticed.Automatically)), "the genuine message comes second and is refused");
        Assert.That(Escrow.Forge(new ReadWithLeakedMessageKeys(), Escrow.EscrowLeak(Secrets.Unrelated)).Forged, Is.EqualTo(Forged.None));
        Assert.That(Strict.Forge(new ReadWithLeakedMessageKeys(), Strict.EscrowLeak()).Forged, Is.EqualTo(Forged.None));
    }

    [Test]
    public void AStolenSessionForgesTheNextSlot()
    {
        Assert.That(Strict.Forge(new ForgeNextSlot(), Strict.SessionSeizure()).Forged, Is.EqualTo(Forged.Slot));
        Assert.That(Strict.Forge(new ForgeNextSlot(), Strict.DeviceSeizure()).Forged, Is.EqualTo(Forged.Slot));
        Assert.That(Strict.Forge(new ForgeNextSlot(), Strict.SessionSeizure(Secrets.Unrelated)).Forged, Is.EqualTo(Forged.None));
    }

    [Test]
    public void NobodyForgesWithoutASecret()
    {
        Assert.That(Strict.Forge(new ReadTheWire(), Strict.Wiretap()).Forged, Is.EqualTo(Forged.None));
        Assert.That(Strict.Forge(new ReadTheServer(), Strict.ServerBreach()).Forged, Is.EqualTo(Forged.None));
    }

    [Test]
    public void ASeizureReadsTheWindowAndNothingOfBystanders()
    {
        // Bob is seized as message 6, his second in a row, is under way; Alice's two answers are the window, his next message closes it.
        Verdict verdict = Strict.Read(new ReadAfterSessionSeizure(), Strict.SessionSeizure());
        Assert.That(verdict.Recovered.Keys, Is.EqualTo(new[] { 7, 8 }));
        AssertReads(Strict, new ReadAfterSessionSeizure().Run(Strict.SessionSeizure(Secrets.Unrelated)), 0);
        AssertReads(Strict, new ReadAfterDeviceSeizure().Run(Strict.DeviceSeizure(Secrets.Unrelated)), 0);
    }

    [Test]
    public void APhoneHoldsTheHistoryOfItsOwner() =>
        Assert.That(Strict.DeviceSeizure().Devices.Sum(phone => Strict.History(phone).Count), Is.EqualTo(At).And.EqualTo(Strict.HistoryOf));

    private static void AssertReads(Game game, IReadOnlyList<Guess> guesses, int expected)
    {
        Verdict verdict = game.Judge(guesses);
        Assert.That((verdict.Recovered.Count, verdict.Wrong.Count), Is.EqualTo((expected, 0)));
    }

    private static Game Play(Design design) =>
        new(random => design.Deploy(Script, random), Script, At, target: "Bob", new SeededRandom(1));

    private static Game Play<TFunctions>(Func<SignalFunctions, TFunctions> suite)
        where TFunctions : RatchetFunctions =>
        new(
            random => new SignalDeployment<TFunctions>(
                Script.People, random, Profile.X3dh, new((streams, _) => suite(streams.Signal())), new Court(random.Child("court"))),
            Script, At, target: "Bob", new SeededRandom(1));
}
