using NUnit.Framework;

namespace CryptoLessons.Tests.Oracle;

/// <summary>That the random schedules reach every rule, and that the oracle tells each wrong rule from the right one.</summary>
[TestFixture]
public class OraclePowerTests
{
    private const int Schedules = 2000;
    private static readonly SeizureOracle Oracle = new();

    private static IEnumerable<string> Mistakes => BrokenOracles.All.Keys;

    [Test]
    public void GivesTheSameScheduleForTheSameSeed()
    {
        string[] first = [.. Enumerable.Range(0, 100).Select(seed => ScheduleGenerator.Random(seed).ToString())];
        string[] second = [.. Enumerable.Range(0, 100).Select(seed => ScheduleGenerator.Random(seed).ToString())];
        Assert.That(second, Is.EqualTo(first));
        Assert.That(first, Is.Unique);
    }

    [Test]
    public void KeepsSizesAndSeizuresInRange()
    {
        for (int seed = 0; seed < Schedules; seed++)
        {
            Schedule schedule = ScheduleGenerator.Random(seed);
            Assert.That(schedule.MessageCount, Is.InRange(5, 120), $"seed {seed}");
            Assert.That(schedule.Events.OfType<Seize>().Count(), Is.InRange(1, 4), $"seed {seed}");
        }
    }

    [Test]
    public void ExercisesEveryRule()
    {
        var census = new SortedDictionary<string, int>(StringComparer.Ordinal);
        void Count(string what, bool happens) => census[what] = census.GetValueOrDefault(what) + (happens ? 1 : 0);
        for (int seed = 0; seed < Schedules; seed++)
        {
            Schedule schedule = ScheduleGenerator.Random(seed);
            Playback playback = RatchetModel.Play(schedule);
            IReadOnlyList<Delivery> deliveries = playback.Deliveries;
            IReadOnlySet<int> read = Oracle.Read(schedule);
            Count("all read", read.Count == schedule.MessageCount);
            Count("none read", read.Count == 0);
            Count("lost message read", read.Except(deliveries.Select(delivery => delivery.Message)).Any());
            Count("lost message", deliveries.DistinctBy(delivery => delivery.Message).Count() < schedule.MessageCount);
            Count("late over one DH step", deliveries.Any(delivery => delivery.Accepted && Lateness(delivery) == 1));
            Count("late over several DH steps", deliveries.Any(delivery => delivery.Accepted && Lateness(delivery) > 1));
            foreach (Reception reception in Enum.GetValues<Reception>())
                Count($"answered {reception}", deliveries.Any(delivery => delivery.Reception == reception));
            Count("replay of a skipped seed", deliveries.Where(delivery => delivery.Accepted)
                .Any(delivery => deliveries.Any(other => other.Message == delivery.Message && other.Reception == Reception.Duplicate)
                    && delivery.Before.Kept.Any(chain => chain.Chain == delivery.At.Chain && chain.Next > delivery.At.Index)));
            Count("evicted seed refused", deliveries.Where((delivery, i) => delivery.Reception == Reception.Duplicate
                && !deliveries.Take(i).Any(other => other.Message == delivery.Message && other.Accepted)).Any());
            Count("chain dropped", deliveries.Any(delivery => delivery.Accepted
                && delivery.Before.Kept.Any(chain => delivery.After.Kept.All(kept => kept.Chain != chain.Chain))));
            Count("limits change what is read", !read.SetEquals(Oracle.Read(schedule with { Limits = Limits.Libsignal })));
            IReadOnlySet<int> fromSessions = Oracle.Read(playback, playback.Seizures.Select(x => x with { WholeDevice = false }));
            Count("device opens more", fromSessions.Count < read.Count);
            Count("seized before the first receipt", playback.Seizures.Any(x => !x.Held.HasSession));
            Count("seized at the very end", schedule.Events[^1] is Seize);
            Count("super-additive", read.Count > playback.Seizures.SelectMany(x => Oracle.Read(playback, [x])).Distinct().Count());
            Count("both parties seized", playback.Seizures.DistinctBy(x => x.Of).Count() == 2);
            Count("with a one-time prekey", schedule.OneTimePreKey);
            Count("without a one-time prekey", !schedule.OneTimePreKey);
        }

        foreach ((string what, int count) in census)
            TestContext.Out.WriteLine($"{count,5} of {Schedules} schedules (seeds 0 to {Schedules - 1}): {what}");
        Assert.That(census.Where(entry => entry.Value < 20).Select(entry => entry.Key), Is.Empty);
    }

    [TestCaseSource(nameof(Mistakes))]
    public void TellsAWrongRuleFromTheRightOne(string mistake)
    {
        SeizureOracle broken = BrokenOracles.All[mistake];
        int disagreements = 0;
        for (int seed = 0; seed < Schedules; seed++)
        {
            Schedule schedule = ScheduleGenerator.Random(seed);
            if (!Oracle.Read(schedule).SetEquals(broken.Read(schedule)))
                disagreements++;
        }

        TestContext.Out.WriteLine($"{mistake}: wrong on {disagreements} of {Schedules} schedules (seeds 0 to {Schedules - 1})");
        Assert.That(disagreements, Is.GreaterThan(20));
    }

    // How many of the sender's newer chains the receiver already knows.
    private static int Lateness(Delivery delivery) => delivery.Before.Kept.Count(chain => chain.Chain > delivery.At.Chain);
}
