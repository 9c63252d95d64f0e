using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using NUnit.Framework;

namespace CryptoLessons.Tests.Oracle;

/// <summary>What the attack really opens against what the oracle predicts: two witnesses for every figure.</summary>
[TestFixture]
internal sealed class SeizureTests
{
    private const int Schedules = 2_000;

    private static readonly Lazy<(Schedule Schedule, IReadOnlySet<int> Read)[]> Runs = new(PlayAll);

    [Test]
    public void AliceSeizedInTheHandFixtureOpensExactlySeven() => AssertOpens(HandFixture.AliceSeized(), HandFixture.ReadFromAlice);

    [Test]
    public void BobSeizedInTheHandFixtureOpensExactlyFour() => AssertOpens(HandFixture.BobSeized(), HandFixture.ReadFromBob);

    [Test]
    public void BothSeizedInTheHandFixtureOpenExactlyNine() => AssertOpens(HandFixture.BothSeized(), HandFixture.ReadFromBoth);

    [Test]
    public void TheAttackOpensWhatTheOraclePredictsOnRandomSchedules() => Assert.That(Disagreements(new SeizureOracle()), Is.Empty);

    [TestCaseSource(nameof(BrokenRules))]
    public void TheAttackDisagreesWithABrokenRule(string rule) => Assert.That(Disagreements(BrokenOracles.All[rule]), Is.Not.Empty);

    [Test]
    public void WithoutTheLootNothingOpens()
    {
        int opened = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            Schedule schedule = ScheduleGenerator.Random(seed);
            var played = new PlayedSchedule(schedule, seed);
            DeviceSeizureView unrelated = new PlayedSchedule(schedule, seed + Schedules).View();
            var view = new DeviceSeizureView(played.View().Transcript, unrelated.Devices, unrelated.Sessions);
            opened += played.Judge(new ReadAfterDeviceSeizure().Run(view)).Count;
        }
        Assert.That(opened, Is.Zero);
    }

    private static IEnumerable<string> BrokenRules() => BrokenOracles.All.Keys;

    private static void AssertOpens(Schedule schedule, IReadOnlyList<Coordinates> expected)
    {
        Playback model = RatchetModel.Play(schedule);
        var played = new PlayedSchedule(schedule, seed: 55);
        IReadOnlySet<int> read = played.Judge(new ReadAfterDeviceSeizure().Run(played.View()));
        Assert.That(read.Select(message => model.Messages[message]), Is.EquivalentTo(expected));
    }

    private static List<string> Disagreements(SeizureOracle oracle) =>
    [
        .. from run in Runs.Value
           let predicted = oracle.Read(run.Schedule)
           where !run.Read.SetEquals(predicted)
           select $"read {string.Join(' ', run.Read.Order())}, predicted {string.Join(' ', predicted.Order())}: {run.Schedule}",
    ];

    /// <summary>Every schedule, and what the attack read of it; the library accepted and refused just what the model says.</summary>
    private static (Schedule Schedule, IReadOnlySet<int> Read)[] PlayAll()
    {
        var runs = new (Schedule, IReadOnlySet<int>)[Schedules];
        Parallel.For(0, Schedules, seed =>
        {
            Schedule schedule = ScheduleGenerator.Random(seed);
            var played = new PlayedSchedule(schedule, seed);
            Assert.That(played.Accepted, Is.EqualTo(RatchetModel.Play(schedule).Accepted), () => $"seed {seed}: {schedule}");
            runs[seed] = (schedule, played.Judge(new ReadAfterDeviceSeizure().Run(played.View())));
        });
        return runs;
    }
}
