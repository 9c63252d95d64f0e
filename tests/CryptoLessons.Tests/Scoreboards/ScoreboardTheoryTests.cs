using CryptoLessons.Conversations;
using CryptoLessons.Scoreboards;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scoreboards;

/// <summary>Where theory gives a value, the run gives it too: what leaks, by how each secret is kept and for how long it lives.</summary>
[TestFixture]
internal sealed class ScoreboardTheoryTests
{
    private const int Past = 20, Future = 20, People = 8;

    private static readonly Conversation Conversation = BuiltInConversation.Load();

    private static DateOnly Today => Day(Past);

    [TestCase("strict", 0, 0, 0, "none")]
    [TestCase("secret-chat", 0, 0, 0, "none")]
    [TestCase("strict-group", 0, 0, 0, "none")]
    [TestCase("transport-only", Past, Future, People, "impersonate")]
    [TestCase("message-key-escrow", Past, Future, People, "slot")]
    [TestCase("content-key-escrow", Past, Future, People, "none")]
    [TestCase("threshold-escrow", Past, Future, People, "slot")]
    [TestCase("jurisdictions", Past, Future, People, "slot")]
    [TestCase("identity-deposit", 0, 0, 0, "impersonate")]
    [TestCase("ghost-device", 0, Future, People, "none")]
    [TestCase("directory-swap", 0, Future, People, "impersonate")]
    [TestCase("compelled-update", 0, Future, 2, "none", Description = "one build for one person: two people talk")]
    [TestCase("warrant-ledger", 0, 0, 0, "none", Description = "one share of two")]
    [TestCase("clipper", Past, Future, People, "none", Description = "both agents' halves, and no key of a MAC")]
    [TestCase("work-factor", Past, Future, People, "slot")]
    [TestCase("export-grade", Past, Future, People, "slot", Description = "nothing leaks: anybody searches")]
    [TestCase("crumple-zone", Past, Future, People, "slot", Description = "nothing leaks: anybody pays")]
    [TestCase("version-rollback", 0, Future, People, "none")]
    [TestCase("dual-ec", Past, Future, People, "impersonate")]
    public void ALeakOpens(string design, int past, int future, int people, string forged)
    {
        Assert.That(Numbers(design, "C4", "C5", "C6"), Is.EqualTo(new double[] { past, future, people }));
        Assert.That(BuiltInScoreboard.Of(design, "C9").Word, Is.EqualTo(forged));
    }

    [Test]
    public void OfKeysOfADayThoseThatAreHeld() => Assert.That(Numbers("epoch-escrow", "C4", "C5"), Is.EqualTo(new double[]
    {
        Count(day => day == Today || day == Today.AddDays(-1), 1, Past),
        Count(day => day == Today, Past + 1, Past + Future),
    }));

    [Test]
    public void OfAKeyThatMovesOnTodayAndWhatFollows() =>
        Assert.That(Numbers("evolving-escrow", "C4", "C5"), Is.EqualTo(new double[] { Count(day => day == Today, 1, Past), Future }));

    [Test]
    public void OfANoticeWhatFollowedIt()
    {
        DateOnly inForce = Day(Conversation.Messages.Count / 4).AddDays(1);
        Assert.That(Numbers("notice", "C4", "C5"), Is.EqualTo(new double[] { Count(day => day >= inForce, 1, Past), Future }));
    }

    // Warrant and theft open the same where a key is not destroyed before the court comes; a court that stands at the desk day by day misses nothing.
    [TestCase("message-key-escrow", Past, Future)]
    [TestCase("jurisdictions", Past, Future)]
    [TestCase("ghost-device", 0, Future)]
    [TestCase("work-factor", Past, Future)]
    [TestCase("export-grade", Past, Future)]
    [TestCase("crumple-zone", Past, Future)]
    [TestCase("version-rollback", 0, Future)]
    [TestCase("dual-ec", Past, Future)]
    [TestCase("strict", 0, 0)]
    public void AWarrantDelivers(string design, int past, int future) =>
        Assert.That((BuiltInScoreboard.Of(design).Row.Lawful.Past, BuiltInScoreboard.Of(design).Row.Lawful.Future), Is.EqualTo((past, future)));

    [Test]
    public void AWarrantOpensOfAChipWhatItsOwnerSent()
    {
        var row = BuiltInScoreboard.Of("clipper").Row;
        string target = Conversation.Messages[Past - 1].From;
        Assert.That((row.Lawful.Past, row.Lawful.Future), Is.EqualTo((Sent(target, 1, Past), Sent(target, Past + 1, Past + Future))));
    }

    [Test]
    public void AWarrantFindsOfAgeingKeysWhatIsLeftAndThenEverything()
    {
        foreach (string design in (string[])["epoch-escrow", "evolving-escrow"])
        {
            var lawful = BuiltInScoreboard.Of(design).Row.Lawful;
            Assert.That((lawful.Past, lawful.Future), Is.EqualTo(((int)Numbers(design, "C4")[0], Future)));
        }
    }

    [TestCase("message-key-escrow", "no")]
    [TestCase("threshold-escrow", "no")]
    [TestCase("epoch-escrow", "no")]
    [TestCase("ghost-device", "if-compared")]
    [TestCase("directory-swap", "if-compared")]
    public void AThiefWithAKeyIsNotSeenAndOneInTheDirectoryIs(string design, string noticed) =>
        Assert.That(BuiltInScoreboard.Of(design, "C10").Word, Is.EqualTo(noticed));

    [TestCase("strict", "2")]
    [TestCase("message-key-escrow", "2")]
    [TestCase("compelled-update", "2")]
    [TestCase("transport-only", "never")]
    [TestCase("strict-group", "never")]
    public void ASessionHealsAfterTwoSteps(string design, string turns)
    {
        CriterionValue value = BuiltInScoreboard.Of(design, "C8");
        Assert.That(value.Word ?? $"{value.Number}", Is.EqualTo(turns));
    }

    private static int Sent(string person, int from, int to) => Conversation.Messages.Count(message => message.From == person && message.Number >= from && message.Number <= to);

    private static double[] Numbers(string design, params string[] criteria) => [.. criteria.Select(criterion => BuiltInScoreboard.Of(design, criterion).Number)];

    private static DateOnly Day(int number) => DateOnly.FromDateTime(Conversation.Messages[number - 1].Time.UtcDateTime);

    private static int Count(Func<DateOnly, bool> day, int from, int to) => Enumerable.Range(from, to - from + 1).Count(number => day(Day(number)));
}
