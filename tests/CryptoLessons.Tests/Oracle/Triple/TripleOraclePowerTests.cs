using NUnit.Framework;

namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>That the random schedules reach every rule, and that the oracle tells each wrong rule from the right one.</summary>
[TestFixture]
public class TripleOraclePowerTests
{
    private const int Schedules = 1000;

    private static readonly TripleSeizureOracle Oracle = new();
    private static readonly Lazy<(TriplePlayback Playback, IReadOnlySet<int> Read, IReadOnlySet<int> Keys)[]> Plays = new(PlayAll);

    private static IEnumerable<string> Mistakes => BrokenTripleOracles.All.Keys;

    private static IEnumerable<string> DoubleRatchetMistakes => BrokenOracles.All.Keys;

    [Test]
    public void GivesTheSameScheduleForTheSameSeed()
    {
        string[] first = [.. Enumerable.Range(0, 30).Select(seed => BurstGenerator.Random(seed).ToString())];
        string[] second = [.. Enumerable.Range(0, 30).Select(seed => BurstGenerator.Random(seed).ToString())];
        Assert.That(second, Is.EqualTo(first));
        Assert.That(first, Is.Unique);
    }

    [Test]
    public void ExercisesEveryRule()
    {
        var census = new SortedDictionary<string, int>(StringComparer.Ordinal);
        void Count(string what, bool happens) => census[what] = census.GetValueOrDefault(what) + (happens ? 1 : 0);
        foreach ((TriplePlayback playback, IReadOnlySet<int> read, _) in Plays.Value)
        {
            IReadOnlyList<TripleDelivery> deliveries = playback.Deliveries;
            IReadOnlyList<TripleSnapshot> seizures = playback.Seizures;
            Assert.That(playback.Schedule.MessageCount, Is.InRange(40, 500));
            Assert.That(seizures, Has.Count.InRange(1, 4));
            int newest = playback.Messages.Max(message => message.Field.KeyEpoch);
            for (int epoch = 1; epoch <= 3; epoch++)
                Count($"message in epoch {epoch}", newest >= epoch);
            foreach (SpqrReception answer in Enum.GetValues<SpqrReception>())
                Count($"answered {answer}", deliveries.Any(delivery => delivery.Spqr == answer));
            Count("refused by SPQR alone", deliveries.Any(delivery => delivery.Ratchet == Reception.Accepted && !delivery.Accepted));
            Count("refused by the Double Ratchet alone", deliveries.Any(delivery => delivery.Spqr == SpqrReception.Accepted && !delivery.Accepted));
            Count("refused, and accepted later", deliveries.GroupBy(delivery => delivery.Message)
                .Any(tries => !tries.First().Accepted && tries.Any(later => later.Accepted)));
            foreach (BraidState state in Enum.GetValues<BraidState>())
                Count($"seized in {state}", seizures.Any(x => x.HasSession && x.Spqr.Braid.State == state));
            Count("seized with three epochs kept", seizures.Any(x => x.Spqr.Chains.Kept.Count == 3));
            Count("seized with a trimmed key in store", seizures.Any(x => x.Spqr.Chains.Kept.Any(epoch => epoch.Receiving.Stored
                .Any(index => index + playback.Schedule.Limits.Spqr.MaxOutOfOrder < epoch.Receiving.Counter))));
            Count("Alice seized before her first receipt", seizures.Any(x => x.Ratchet.Of == Party.Alice && x.Spqr.Negotiating));
            Count("both parties seized", seizures.DistinctBy(x => x.Ratchet.Of).Count() == 2);
            Count("super-additive", read.Count > seizures.SelectMany(x => Oracle.Read(playback, [x])).Distinct().Count());
            Count("SPQR closes what the Double Ratchet opens", read.Count < Oracle.Seeds(playback, seizures).Count);
        }

        foreach ((string what, int count) in census)
            TestContext.Out.WriteLine($"{count,5} of {Schedules} schedules (seeds 0 to {Schedules - 1}): {what}");
        Assert.That(census.Where(entry => entry.Value < 20).Select(entry => entry.Key), Is.Empty);
    }

    [TestCaseSource(nameof(Mistakes))]
    public void TellsAWrongRuleFromTheRightOne(string mistake)
    {
        TripleSeizureOracle broken = BrokenTripleOracles.All[mistake];
        int read = Plays.Value.Count(play => !play.Read.SetEquals(broken.Read(play.Playback)));
        int keys = Plays.Value.Count(play => !play.Keys.SetEquals(broken.Keys(play.Playback, play.Playback.Seizures)));
        TestContext.Out.WriteLine($"{mistake}: wrong on {read} of {Schedules} schedules (seeds 0 to {Schedules - 1}), on the keys of {keys}");
        // The Double Ratchet heals sooner than an epoch ends: what is wrong about healing shows in the keys, and in what is read very seldom.
        Assert.That(mistake.Contains("heals", StringComparison.Ordinal) ? keys : read, Is.GreaterThan(10));
    }

    [TestCaseSource(nameof(DoubleRatchetMistakes))]
    public void TellsAWrongRuleOfTheDoubleRatchetFromTheRightOne(string mistake)
    {
        var broken = new TripleSeizureOracle(BrokenOracles.All[mistake]);
        int read = Plays.Value.Count(play => !play.Read.SetEquals(broken.Read(play.Playback)));
        TestContext.Out.WriteLine($"{mistake}: wrong on {read} of {Schedules} schedules (seeds 0 to {Schedules - 1})");
        Assert.That(read, Is.GreaterThan(10));
    }

    private static (TriplePlayback Playback, IReadOnlySet<int> Read, IReadOnlySet<int> Keys)[] PlayAll() =>
    [
        .. from seed in Enumerable.Range(0, Schedules)
           let playback = TripleModel.Play(BurstGenerator.Random(seed))
           select (playback, Oracle.Read(playback), Oracle.Keys(playback, playback.Seizures)),
    ];
}
