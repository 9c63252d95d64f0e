using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>A forged emergency request at a desk that believes a letterhead, and at one that checks a signature.</summary>
[TestFixture]
internal sealed class EmergencyDeskTests
{
    private static readonly DateTimeOffset Noon = new(2017, 3, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly EmergencyRequest Letter = new("the county police", "Alice", Noon);

    private readonly SeededRandom random = new(3);
    private readonly ManualClock clock = new(Noon);
    private DhKeyPair police = null!;
    private EmergencyDesk believing = null!;
    private EmergencyDesk checking = null!;

    [SetUp]
    public void OpenBothDesks()
    {
        police = DhKeyPair.Generate(random);
        var log = new RelayLog();
        log.Register("Alice", Noon.AddDays(-1));
        var forces = new Dictionary<string, DhPublicKey> { [Letter.Force] = police.Public };
        (believing, checking) = (Desk(RequesterCheck.Letterhead), Desk(RequesterCheck.Signature));
        clock.Now = Noon;

        EmergencyDesk Desk(RequesterCheck check) => new(check, forces, () => new(log, [], []), clock);
    }

    [TearDown]
    public void CloseThem() => police.Dispose();

    [Test]
    public void BothAnswerTheGenuineRequest() => AssertRefusals(Letter.Sign(police, random), null, null);

    [Test]
    public void AForgedLetterIsAnsweredByTheOneAndRefusedByTheOther() => AssertRefusals(Letter, null, OrderRefusal.NotSigned);

    [Test]
    public void SoIsOneThatAnotherKeySigned()
    {
        using DhKeyPair forger = DhKeyPair.Generate(random);
        AssertRefusals(Letter.Sign(forger, random), null, OrderRefusal.NotSigned);
    }

    [Test]
    public void SoIsAGenuineOneWithAnotherTargetOrTime()
    {
        EmergencyRequest genuine = (Letter with { Target = "Bob" }).Sign(police, random);
        AssertRefusals(genuine with { Target = "Alice" }, null, OrderRefusal.NotSigned);
        AssertRefusals((Letter with { Time = Noon.AddHours(-3) }).Sign(police, random) with { Time = Noon }, null, OrderRefusal.NotSigned);
    }

    [Test]
    public void AStolenKeyFoolsBoth()
    {
        using DhKeyPair stolen = police.Copy();
        AssertRefusals(Letter.Sign(stolen, random), null, null);
    }

    [Test]
    public void NeitherAnswersAForceThatNobodyKnows() => AssertRefusals(
        (Letter with { Force = "the moon police" }).Sign(police, random), OrderRefusal.UnknownForce, OrderRefusal.UnknownForce);

    [TestCase(0, null)]
    [TestCase(3600, null)]
    [TestCase(3601, OrderRefusal.Expired)]
    [TestCase(-1, OrderRefusal.NotYetValid)]
    public void AnEmergencyLastsAnHour(int seconds, OrderRefusal? refusal)
    {
        EmergencyRequest request = Letter.Sign(police, random);
        clock.Now = Noon.AddSeconds(seconds);
        AssertRefusals(request, refusal, refusal);
    }

    [Test]
    public void TheBelievingDesksLogDoesNotTellTheForgedFromTheGenuine()
    {
        believing.Serve(Letter.Sign(police, random));
        believing.Serve(Letter);
        Assert.That(believing.Log, Has.Count.EqualTo(2));
        Assert.That(believing.Log[0], Is.EqualTo(believing.Log[1]));
        checking.Serve(Letter.Sign(police, random));
        checking.Serve(Letter);
        Assert.That(checking.Log.Select(entry => entry.Refusal), Is.EqualTo((OrderRefusal?[])[null, OrderRefusal.NotSigned]));
    }

    private void AssertRefusals(EmergencyRequest request, OrderRefusal? byBelieving, OrderRefusal? byChecking)
    {
        DeskAnswer[] answers = [believing.Serve(request), checking.Serve(request)];
        Assert.That(answers.Select(answer => answer.Refusal), Is.EqualTo((OrderRefusal?[])[byBelieving, byChecking]));
        Assert.That(answers.Select(answer => answer.Disclosure is null), Is.EqualTo(answers.Select(answer => answer.Refusal is not null)));
    }
}
