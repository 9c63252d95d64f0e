using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>What the library's devices and the attack really do with the Triple Ratchet, against the model and the oracle.</summary>
[TestFixture]
internal sealed class TripleSeizureTests
{
    private const int Schedules = 250;

    private static readonly Lazy<(TriplePlayback Model, PlayedSchedule Played)[]> Runs = new(PlayAll);
    private static readonly Lazy<IReadOnlySet<int>[]> Read = new(AttackAll);

    private static IEnumerable<string> Fixtures => TripleFixtures.All.Keys;

    private static IEnumerable<string> BrokenRules => BrokenTripleOracles.All.Keys.Where(rule => !rule.Contains("heals", StringComparison.Ordinal));

    [Test]
    public void TheLibraryAcceptsAndRefusesWhatTheModelSays()
    {
        for (int seed = 0; seed < Schedules; seed++)
        {
            (TriplePlayback model, PlayedSchedule played) = Runs.Value[seed];
            Assert.That(played.Accepted, Is.EqualTo(model.Accepted), () => $"seed {seed}: {model.Schedule}");
        }
    }

    [Test]
    public void TheLibrarySendsTheFieldsThatTheModelSays()
    {
        for (int seed = 0; seed < Schedules; seed++)
        {
            (TriplePlayback model, PlayedSchedule played) = Runs.Value[seed];
            Assert.That(played.Wire.Select(WireField.Of), Is.EqualTo(model.Messages.Select(message => message.Field)),
                () => $"seed {seed}: {model.Schedule}");
        }
    }

    [TestCaseSource(nameof(Fixtures))]
    public void TheAttackOpensWhatWasWorkedOutByHand(string fixture)
    {
        (Schedule schedule, int[] read, _) = TripleFixtures.All[fixture];
        Assert.That(Attack(new PlayedSchedule(schedule, seed: 55, profile: Profile.Triple)), Is.EquivalentTo(read));
    }

    [Test]
    public void TheAttackOpensWhatTheOraclePredictsOnRandomSchedules() => Assert.That(Disagreements(new TripleSeizureOracle()), Is.Empty);

    [TestCaseSource(nameof(BrokenRules))]
    public void TheAttackDisagreesWithABrokenRule(string rule) => Assert.That(Disagreements(BrokenTripleOracles.All[rule]), Is.Not.Empty);

    [Test]
    public void WithoutTheLootNothingOpens()
    {
        int opened = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            (TriplePlayback model, PlayedSchedule played) = Runs.Value[seed];
            DeviceSeizureView unrelated = new PlayedSchedule(model.Schedule, seed + Schedules, profile: Profile.Triple).View();
            var view = new DeviceSeizureView(played.View().Transcript, unrelated.Devices, unrelated.Sessions);
            opened += played.Judge(new ReadAfterDeviceSeizure().Run(view)).Count;
        }

        Assert.That(opened, Is.Zero);
    }

    private static IReadOnlySet<int> Attack(PlayedSchedule played) => played.Judge(new ReadAfterDeviceSeizure().Run(played.View()));

    private static List<string> Disagreements(TripleSeizureOracle oracle) =>
    [
        .. from seed in Enumerable.Range(0, Schedules)
           let model = Runs.Value[seed].Model
           let read = Read.Value[seed]
           let predicted = oracle.Read(model)
           where !read.SetEquals(predicted)
           select $"seed {seed}: too many {Places(model, read.Except(predicted))}, missed {Places(model, predicted.Except(read))}: {model.Schedule}",
    ];

    private static string Places(TriplePlayback model, IEnumerable<int> messages) =>
        string.Join(", ", messages.Order().Select(message => $"{message} = {model.Messages[message].At} {model.Messages[message].Field}"));

    private static (TriplePlayback Model, PlayedSchedule Played)[] PlayAll()
    {
        var runs = new (TriplePlayback, PlayedSchedule)[Schedules];
        Parallel.For(0, Schedules, seed =>
        {
            Schedule schedule = BurstGenerator.Random(seed);
            runs[seed] = (TripleModel.Play(schedule), new PlayedSchedule(schedule, seed, profile: Profile.Triple));
        });
        return runs;
    }

    private static IReadOnlySet<int>[] AttackAll()
    {
        var read = new IReadOnlySet<int>[Schedules];
        Parallel.For(0, Schedules, seed => read[seed] = Attack(Runs.Value[seed].Played));
        return read;
    }
}
