using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Oracle;

/// <summary>What honest devices really accept against what the oracle predicts: two witnesses for every row of the table.</summary>
[TestFixture("x3dh", 400)]
[TestFixture("triple", 120)]
internal sealed class ForgeryTests
{
    private const int MomentsOfEach = 3;

    private readonly int schedules;
    private readonly Profile profile;
    private readonly Lazy<Trial[]> trials;

    /// <param name="profile">What the devices speak: a post-quantum ratchet that passes no epoch meanwhile changes no rule.</param>
    /// <param name="schedules">How many random schedules.</param>
    public ForgeryTests(string profile, int schedules)
    {
        (this.profile, this.schedules) = (Profile.Named(profile)!, schedules);
        trials = new(() => [.. Enumerable.Range(0, schedules).AsParallel().AsOrdered().SelectMany(Play)]);
    }

    private static IEnumerable<string> Mistakes => BrokenForgeryOracles.All.Keys;

    [Test]
    public void HonestDevicesAcceptWhatTheOraclePredicts()
    {
        Assert.That(Disagreements(new ForgeryOracle()).Take(5), Is.Empty);
        foreach (var row in trials.Value.GroupBy(trial => $"{trial.Attempt.GetType().Name} {trial.Real}").OrderBy(row => row.Key, StringComparer.Ordinal))
            TestContext.Out.WriteLine($"{row.Count(),6} attempts (seeds 0 to {schedules - 1}): {row.Key}");
        Assert.That(trials.Value, Has.Length.GreaterThan(25 * schedules));
    }

    [TestCaseSource(nameof(Mistakes))]
    public void HonestDevicesContradictAWrongRule(string mistake) =>
        Assert.That(Disagreements(BrokenForgeryOracles.All[mistake]).Take(1), Is.Not.Empty);

    private IEnumerable<string> Disagreements(ForgeryOracle oracle) =>
        from trial in trials.Value
        let predicted = oracle.Predict(trial.Attempt, trial.Moment)
        where predicted != trial.Real
        select $"seed {trial.Seed}, after event {trial.Event}: {trial.Attempt} predicted {predicted}, really {trial.Real}";

    private IEnumerable<Trial> Play(int seed)
    {
        Schedule schedule = ScheduleGenerator.Random(seed);
        var moments = ForgeryMoment.AfterTheft(schedule).ToDictionary(at => at.Event, at => at.Moment);
        if (moments.Count == 0)
            return [];
        int first = moments.Keys.Min();
        // The moment of the theft itself, and others drawn from the seed.
        int[] drawn = [first, .. new Random(seed).GetItems([.. moments.Keys], MomentsOfEach - 1)];
        Party owner = ((Seize)schedule.Events[first]).Of;
        IReadOnlyList<Coordinates> places = RatchetModel.Play(schedule).Messages;
        var trials = new List<Trial>();
        DeviceState? theft = null;
        _ = new PlayedSchedule(schedule, seed, (played, at) =>
        {
            if (at == first)
                theft = played.Snapshot(owner);
            if (!drawn.Contains(at))
                return;
            var forgeries = new PlayedForgeries(owner, theft!, RatchetKeys(played, places), profile);
            ForgeryMoment moment = moments[at];
            trials.AddRange(ForgeryAttempts.At(moment).Select(attempt =>
                new Trial(seed, at, moment, attempt, forgeries.Try(attempt, moment.StolenChain, played))));
        }, profile);
        return trials;
    }

    private static Dictionary<int, DhPublicKey> RatchetKeys(PlayedSchedule played, IReadOnlyList<Coordinates> places)
    {
        using DeviceState bob = played.Snapshot(Party.Bob);
        var keys = new Dictionary<int, DhPublicKey> { [-1] = bob.SignedPreKey.KeyPair.Public };
        for (int i = 0; i < played.Wire.Count; i++)
            keys[places[i].Chain] = PlayedSchedule.RatchetKey(played.Wire[i].Envelope);
        return keys;
    }

    private sealed record Trial(int Seed, int Event, ForgeryMoment Moment, ForgeryAttempt Attempt, ForgeryPrediction Real);
}
