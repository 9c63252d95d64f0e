using CryptoLessons.Designs;
using CryptoLessons.Scoreboards;
using NUnit.Framework;

namespace CryptoLessons.Tests.Scoreboards;

/// <summary>Both sides of every design, and every criterion of each.</summary>
[TestFixture]
internal sealed class ScoreboardTests
{
    private static IEnumerable<string> Ids => Design.All.Select(design => design.Id);

    [Test]
    public void ThereAreSeventeenCriteria() =>
        Assert.That(Criterion.All.Select(criterion => criterion.Id), Is.EqualTo(Enumerable.Range(1, 17).Select(i => $"C{i}")));

    [Test]
    public void EveryDesignHasARow() => Assert.That(BuiltInScoreboard.Value.Scores.Select(score => score.Design.Id), Is.EqualTo(Ids));

    // The fairness of it: neither side is left out of any design.
    [TestCaseSource(nameof(Ids))]
    public void BothSidesAreThere(string design)
    {
        Score score = BuiltInScoreboard.Of(design);
        Assert.That(score.Row.Lawful.PastOf, Is.Positive);
        Assert.That(score.Row.Lawful.FutureOf, Is.Positive);
        Assert.That(score.Row.Lawful.Steps, score.Row.Lawful.Opened > 0 ? Has.Count.GreaterThan(1) : Has.None.Null, "who acted for what was opened");
        Assert.That(score.Cell("escrow-leak").Control.Recovered, Is.Empty, "the control of the theft");
        Assert.That(score.Values, Has.Count.EqualTo(17).And.All.Matches<CriterionValue>(value => double.IsFinite(value.Number)));
    }

    [TestCaseSource(nameof(Ids))]
    public void EveryMessageArrives(string design) => Assert.That(BuiltInScoreboard.Of(design, "C1"), Is.EqualTo(CriterionValue.Of(40, 40)).Using<CriterionValue>(Same));

    // Whoever encrypts once more is read by nobody, however much the same warrant opens of whoever does not.
    [TestCaseSource(nameof(Ids))]
    public void AnEvaderIsNotRead(string design)
    {
        Assert.That(BuiltInScoreboard.Of(design).Evading.Opened, Is.Zero);
        Assert.That(BuiltInScoreboard.Of(design).Evading.Of, Is.EqualTo(40));
    }

    // A MAC proves to its recipient alone who wrote: the recipient has the same key.
    [TestCaseSource(nameof(Ids))]
    public void ARecipientCouldHaveWrittenItAll(string design) => Assert.That(BuiltInScoreboard.Of(design).Repudiable, Is.True);

    [Test]
    public void AMessageUnderOneFieldMoreHasItsBytesMore()
    {
        Assert.That(BuiltInScoreboard.Of("strict").BytesMore, Is.Zero);
        // A tag, a length of one byte or two, and 80 bytes.
        Assert.That(BuiltInScoreboard.Of("message-key-escrow").BytesMore, Is.InRange(82, 83));
        Assert.That(BuiltInScoreboard.Of("jurisdictions").BytesMore, Is.InRange(5 * 82, 5 * 83));
        // Two ways through the provider, each with a whole envelope: a mean over envelopes would not show it.
        Assert.That(BuiltInScoreboard.Of("transport-only").BytesMore, Is.Positive);
    }

    [TestCaseSource(nameof(Ids))]
    public void EveryMessageTakesSomeTime(string design)
    {
        Score score = BuiltInScoreboard.Of(design);
        Assert.That(score.Microseconds, Is.Positive.And.LessThan(double.PositiveInfinity));
        Assert.That(score.TimesStrict, Is.Positive.And.LessThan(double.PositiveInfinity));
    }

    [Test]
    public void SomebodyWithEverythingLeavesNoTraceWhereNobodyCanLook()
    {
        Assert.That(BuiltInScoreboard.Of("warrant-ledger", "C13").Word, Is.EqualTo("yes"), "both shares open all without an entry");
        Assert.That(BuiltInScoreboard.Of("ghost-device", "C13").Word, Is.EqualTo("no"));
        Assert.That(BuiltInScoreboard.Of("intercept-interface", "C13").Word, Is.EqualTo("no"));
        Assert.That(BuiltInScoreboard.Of("strict", "C13").Word, Is.EqualTo("nothing to read"));
    }

    private static bool Same(CriterionValue one, CriterionValue other) =>
        (one.Number, one.Word, one.Share) == (other.Number, other.Word, other.Share) && one.Beside.SequenceEqual(other.Beside);
}
