using NUnit.Framework;

namespace CryptoLessons.Tests.Oracle;

/// <summary>That the attempts on random schedules reach every row with every answer, and tell each wrong rule from the right one.</summary>
[TestFixture]
public class ForgeryOraclePowerTests
{
    private const int Schedules = 400;
    private const int Enough = 11;
    private static readonly ForgeryOracle Oracle = new();

    private static IEnumerable<string> Mistakes => BrokenForgeryOracles.All.Keys;

    [Test]
    public void ReachesEveryRowWithEveryAnswerAndKeepsTheListsShort()
    {
        var census = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (Type row in Rows)
            foreach (ForgeryPrediction answer in Enum.GetValues<ForgeryPrediction>())
                census[$"{row.Name} {answer}"] = 0;
        // Whoever stole a session always has what it takes.
        census.Remove($"{nameof(HijackOwner)} {ForgeryPrediction.Impossible}");
        for (int seed = 0; seed < Schedules; seed++)
        {
            foreach ((int at, ForgeryMoment moment) in ForgeryMoment.AfterTheft(ScheduleGenerator.Random(seed)))
            {
                IReadOnlyList<ForgeryAttempt> attempts = ForgeryAttempts.At(moment);
                Assert.That(attempts, Is.Unique, $"seed {seed}, event {at}");
                foreach (IGrouping<Type, ForgeryAttempt> row in attempts.GroupBy(attempt => attempt.GetType()))
                {
                    Assert.That(row.Count(), Is.LessThanOrEqualTo(ForgeryAttempts.PerRow), $"seed {seed}, event {at}");
                    foreach (ForgeryAttempt attempt in row)
                        census[$"{row.Key.Name} {Oracle.Predict(attempt, moment)}"]++;
                }
            }
        }

        foreach ((string what, int count) in census)
            TestContext.Out.WriteLine($"{count,6} attempts (seeds 0 to {Schedules - 1}): {what}");
        Assert.That(census.Where(entry => entry.Value < 100).Select(entry => entry.Key), Is.Empty);
    }

    [TestCaseSource(nameof(Mistakes))]
    public void TellsAWrongRuleFromTheRightOne(string mistake)
    {
        ForgeryOracle broken = BrokenForgeryOracles.All[mistake];
        int seed = 0, schedules = 0;
        for (; seed < Schedules && schedules < Enough; seed++)
            if (ForgeryMoment.AfterTheft(ScheduleGenerator.Random(seed)).Any(x => Disagree(broken, x.Moment)))
                schedules++;

        TestContext.Out.WriteLine($"{mistake}: wrong on {schedules} of {seed} schedules (seeds 0 to {seed - 1})");
        Assert.That(schedules, Is.EqualTo(Enough));
    }

    private static Type[] Rows { get; } =
        [typeof(HijackOwner), typeof(HijackPeer), typeof(SlotAsOwner), typeof(SlotAsPeer), typeof(SlotAsPeerInNextChain)];

    private static bool Disagree(ForgeryOracle broken, ForgeryMoment moment) =>
        ForgeryAttempts.At(moment).Any(attempt => broken.Predict(attempt, moment) != Oracle.Predict(attempt, moment));
}
