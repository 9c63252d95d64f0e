using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using NUnit.Framework;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>What each compromise of each design really opens against what the specification says: two witnesses for every figure.</summary>
[TestFixture]
internal sealed class ExposureTests
{
    private const int ScenesADesign = 3;
    private const int LongScenes = 12;
    private const int FirstTelling = 1_000;
    private const int TellingTried = 60;

    private static readonly Dictionary<string, Lazy<IReadOnlyList<ExposureRun>>> Runs =
        Design.All.ToDictionary(design => design.Id, design => new Lazy<IReadOnlyList<ExposureRun>>(() => PlayAll(design.Id)));

    [TestCaseSource(nameof(Designs))]
    public void EveryCompromiseOpensWhatTheOraclePredicts(string design)
    {
        ExposureRun[] compared = [.. Runs[design].Value];
        TestContext.Out.WriteLine($"{compared.Length} cells of seeds {string.Join(' ', Seeds(design))}");
        Assert.That(compared.Select(run => run.Against(new ExposureOracle())).OfType<string>(), Is.Empty);
        Assert.That(compared, Has.Length.GreaterThan(20));
    }

    [Test]
    public void WhatIsLeftToChanceIsOpenedAsOftenAsTheSpecificationSays()
    {
        var oracle = new ExposureOracle();
        var left = (from design in Designs()
                    from run in Runs[design].Value
                    let chance = oracle.Chance(design, run.Cell.Compromise)
                    where chance is not null
                    group run by (design, run.Cell.Compromise, chance.Value)).ToArray();
        foreach (var runs in left)
            Assert.That(
                runs.Sum(run => run.Read.Count),
                Binomial.Within(runs.Sum(run => run.Scene.Script.Messages.Count), runs.Key.Value),
                $"{runs.Key.design}, {runs.Key.Compromise}: {string.Join("; ", runs.Select(run => run.Scene.Seed))}");
        Assert.That(left, Is.Not.Empty);
    }

    [TestCaseSource(nameof(Designs))]
    public void NothingIsGuessedWrongAndUnrelatedSecretsOpenNothing(string design)
    {
        foreach (ExposureRun run in Runs[design].Value)
        {
            Assert.That(run.Cell.Control.Recovered.Keys, Is.Empty, () => $"{run.Cell.Compromise}: {run.Scene}");
            Assert.That(run.Cell.Verdict.Wrong.Concat(run.Cell.Control.Wrong), Is.Empty, () => $"{run.Cell.Compromise}: {run.Scene}");
            if (!OpenDisagreement.OnControl(run.Scene))
                Assert.That(run.Cell.ControlForged, Is.EqualTo(Forged.None), () => $"{run.Cell.Compromise}: {run.Scene}");
        }
    }

    [TestCaseSource(nameof(Designs))]
    public void TheStrongestForgingIsTheOneThatTheSpecificationNames(string design) => Assert.That(
        Runs[design].Value.Where(run => !OpenDisagreement.OnForging(run.Scene, run.Cell.Compromise))
            .Select(run => run.AgainstForging()).OfType<string>(),
        Is.Empty);

    [TestCaseSource(nameof(BrokenRules))]
    public void TheAttacksDisagreeWithABrokenRule(string rule) => Assert.That(
        Design.All.SelectMany(design => Runs[design.Id].Value)
            .Any(run => run.Against(BrokenExposureOracles.All[rule]) is not null),
        Is.True);

    private static IEnumerable<string> Designs() => Design.All.Select(design => design.Id);

    private static IEnumerable<string> BrokenRules() => BrokenExposureOracles.All.Keys;

    /// <summary>Each design has scenes of its own, so that together there are many; and some in which a broken rule must show.</summary>
    internal static IEnumerable<int> Seeds(string design) =>
    [
        .. Enumerable.Range(ScenesADesign * Design.All.ToList().FindIndex(other => other.Id == design), ScenesADesign),
        .. BrokenExposureOracles.All.Values.Select(broken => Telling(design, broken)).OfType<int>().Distinct(),
    ];

    private static int? Telling(string design, ExposureOracle broken) =>
        Enumerable.Range(FirstTelling, TellingTried).Cast<int?>().FirstOrDefault(seed =>
    {
        ExposureScene scene = ExposureScenes.Short(seed!.Value);
        return !broken.Read(scene, design, "escrow-leak").SetEquals(new ExposureOracle().Read(scene, design, "escrow-leak"));
    });

    private static IReadOnlyList<ExposureRun> PlayAll(string design)
    {
        IEnumerable<ExposureScene> scenes = Seeds(design).Select(ExposureScenes.Short);
        if (design == "secret-chat")
            scenes = scenes.Concat(Enumerable.Range(0, LongScenes).Select(ExposureScenes.Long));
        return [.. scenes.SelectMany(scene => ExposureRun.Play(scene, design))];
    }
}
