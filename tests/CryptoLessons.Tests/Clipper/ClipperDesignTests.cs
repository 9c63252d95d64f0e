using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Attacks.Means;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Clipper;

/// <summary>What each secret of the design opens, and what an unrelated one does.</summary>
public class ClipperDesignTests
{
    private const string Speakers = "AABABBAABAB";
    private const int At = 6;
    private const int SentByBobBefore = 3;
    private const int SentByBobAfter = 2;

    private static readonly Script Script = TestScripts.Between(Speakers);
    private static readonly Game Game = Play(Design.Named("clipper").Deploy);

    private readonly ReadWithLeakedUnitKeys attack = new();

    [TestCase(AccessSecret.Escrow, At, 5, 1, TestName = "BothAgentsDataReadEverybody")]
    [TestCase(AccessSecret.JudgeAndKey, At, 5, 1, TestName = "TheJudgeAddsNothing")]
    [TestCase(AccessSecret.OneShare, 0, 0, 0, TestName = "OneAgentsHalvesReadNothing")]
    [TestCase(AccessSecret.FamilyKey, 0, 0, 0, TestName = "TheFamilyKeyAloneReadsNothing")]
    [TestCase(AccessSecret.UnitKey, SentByBobBefore, SentByBobAfter, 0, TestName = "OneUnitKeyReadsWhatThatDeviceSent")]
    public void ALeakReads(AccessSecret secret, int past, int future, int bystanders)
    {
        Verdict verdict = Game.Read(attack, Game.Leak(secret));
        Assert.That((verdict.Past, verdict.Future, verdict.Bystanders, verdict.Wrong.Count), Is.EqualTo((past, future, bystanders, 0)));
        Verdict control = Game.Read(attack, Game.Leak(secret, Secrets.Unrelated));
        Assert.That((control.Read, control.Bystanders, control.Wrong.Count), Is.EqualTo((0, 0, 0)), "another messenger's secret");
    }

    [Test]
    public void OneUnitKeyReadsMessagesOfItsOwnerAlone() => Assert.That(
        Game.Read(attack, Game.Leak(AccessSecret.UnitKey)).Recovered.Keys,
        Is.EqualTo(Script.Messages.Where(message => message.From == "Bob").Select(message => message.Number)));

    [Test]
    public void TheFamilyKeyTellsWhichDeviceSentEachMessage()
    {
        var senders = Script.Messages.ToDictionary(message => message.Number, message => message.From);
        IReadOnlyDictionary<int, uint> ids = ReadWithLeakedUnitKeys.UnitIds(Game.Leak(AccessSecret.FamilyKey));
        Assert.That(ids.Keys, Is.EquivalentTo(senders.Keys));
        Assert.That(ids.GroupBy(id => id.Value).Select(chip => chip.Select(id => senders[id.Key]).Distinct().Count()), Is.All.EqualTo(1));
        Assert.That(ids.Values.Distinct().Count(), Is.EqualTo(senders.Values.Distinct().Count()));
        IReadOnlyDictionary<int, uint> control = ReadWithLeakedUnitKeys.UnitIds(Game.Leak(AccessSecret.FamilyKey, Secrets.Unrelated));
        Assert.That(control.Values, Is.Unique.And.Count.EqualTo(Script.Messages.Count), "another family's key: another number each time");
        Assert.That(ReadWithLeakedUnitKeys.UnitIds(Game.Leak(AccessSecret.Directory)), Is.Empty);
    }

    [Test]
    public void WhoeverReadsCannotWrite()
    {
        EscrowLeakView leak = Game.Leak(AccessSecret.Escrow);
        Assert.That(attack.Run(leak, "This was never said."u8.ToArray()), Is.Not.Empty, "it is tried");
        Assert.That(Game.Forge(attack, leak).Forged, Is.EqualTo(Forged.None));
    }

    [Test]
    public void AStolenSessionIsWorthWhatItIsWorthWithoutChips()
    {
        Game strict = Play(Design.Named("strict").Deploy);
        Assert.That(
            Game.Read(new ReadAfterSessionSeizure(), Game.SessionSeizure()).Recovered.Keys,
            Is.EqualTo(strict.Read(new ReadAfterSessionSeizure(), strict.SessionSeizure()).Recovered.Keys).And.Not.Empty);
        Assert.That(Game.Forge(new ForgeNextSlot(), Game.SessionSeizure()).Forged, Is.EqualTo(Forged.Slot));
        Assert.That(Game.Forge(new Hijack(), Game.SessionSeizure()).Forged, Is.EqualTo(Forged.Hijack));
        Assert.That(Game.Forge(new ImpersonateTheOwner(), Game.DeviceSeizure()).Forged, Is.EqualTo(Forged.Impersonate));
        Assert.That(Game.Forge(new ImpersonateToTheOwner(), Game.DeviceSeizure()).Forged, Is.EqualTo(Forged.Impersonate));
        Assert.That(Game.PlayOn(new ManInTheMiddle(), Game.SessionSeizure()).Reading.Future, Is.EqualTo(Speakers.Length - At));
    }

    [Test]
    public void AThiefWithoutAChipCannotWriteInAStolenSession()
    {
        SessionSeizureView view = Game.SessionSeizure();
        var (peer, record) = view.Sessions.Single().Sessions.Single();
        var stolen = new StolenSession("Bob", peer, record.Current!, RandomSource.System);
        CiphertextMessage written = stolen.AsOwner().Encrypt("This was never said."u8.ToArray(), registrationId: 0);
        Assert.That(Game.Forge(new Written(new(Forged.Slot, new("Bob", peer, TestScripts.Start, written), new("a session"))), view).Forged, Is.EqualTo(Forged.None));
    }

    [Test]
    public void AWarrantOpensWhatTheTargetsDeviceSentAndAsksBothAgents()
    {
        LawfulAccess access = Game.ServeWarrant();
        Assert.That((access.Past, access.Future, access.Others), Is.EqualTo((SentByBobBefore, SentByBobAfter, 0)));
        Assert.That((access.PastOf, access.FutureOf), Is.EqualTo((At, Speakers.Length - At)));
        Assert.That(access.Parties, Is.EqualTo(new[] { "court", "office", "agent 1", "agent 2" }));
        Assert.That(Game.Holders, Is.EqualTo(new Quorum(2, 2)));
    }

    [Test]
    public void WhoeverEncryptsOnceMoreIsUnread()
    {
        HashSet<string> evaders = ["Alice", "Bob"];
        Game evading = Play((script, random) => new EvadingDeployment(Design.Named("clipper").Deploy(script, random), evaders, random.Child("evaders")));
        Assert.That(evading.Arrived, Is.EqualTo(Speakers.Length));
        Verdict verdict = evading.Read(attack, evading.Leak(AccessSecret.Escrow));
        Assert.That((verdict.Read, verdict.Bystanders), Is.EqualTo((0, 1)), "and whoever does not, is read");
        Assert.That(evading.ServeWarrant().Opened, Is.Zero);
    }

    /// <summary>A forgery that was made elsewhere.</summary>
    private sealed class Written(ForgedEnvelope forged) : IForgery<SessionSeizureView>
    {
        public IReadOnlyList<ForgedEnvelope> Run(SessionSeizureView view, ReadOnlyMemory<byte> plaintext) => [forged];
    }

    private static Game Play(Func<Script, SeededRandom, IDeployment> deploy) =>
        new(random => deploy(Script, random), Script, At, target: "Bob", new SeededRandom(1));
}
