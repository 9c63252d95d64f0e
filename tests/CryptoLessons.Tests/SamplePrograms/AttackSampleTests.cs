using NUnit.Framework;

namespace CryptoLessons.Tests.SamplePrograms;

/// <summary>Every sample of an attack runs, says what the adversary holds, and has its control.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class AttackSampleTests
{
    private static IEnumerable<string> Samples() =>
        Directory.EnumerateFiles(Repository.PathOf("samples", "attacks"), "*.cs").Select(file => $"samples/attacks/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Samples))]
    public void RunsAndPrintsTheSameEachTime(string sample)
    {
        string printed = SampleProgram.Run(sample);
        Assert.That(printed, Is.Not.Empty);
        Assert.That(SampleProgram.Run(sample), Is.EqualTo(printed));
    }

    [TestCaseSource(nameof(Samples))]
    public void ItsControlFindsNothing(string sample)
    {
        string[] control = [.. SampleProgram.Run(sample).Split('\n').Where(line => line.Contains("Control,", StringComparison.Ordinal))];
        // A tap holds no secret that could be replaced by an unrelated one; a user who spoils a field is compared with one who obeys.
        bool withoutSecret = sample.EndsWith("WireTap.cs", StringComparison.Ordinal) || sample.EndsWith("SpoiledField.cs", StringComparison.Ordinal);
        Assert.That(control, withoutSecret ? Is.Empty : Is.Not.Empty);
        Assert.That(control, Is.All.EndsWith(": 0 messages.").Or.EndsWith(": None.").Or.EndsWith(": 0 read, 0 refused.").Or.EndsWith(": forged None."));
    }

    [TestCaseSource(nameof(Samples))]
    public void IsOnePageLong(string sample) =>
        Assert.That(File.ReadAllLines(Repository.PathOf(sample.Split('/'))), Has.Length.InRange(20, 70));

    [Test]
    public void ThePageListsEverySample()
    {
        string page = File.ReadAllText(Repository.PathOf("samples", "attacks", "README.md"));
        Assert.That(Samples(), Has.All.Matches<string>(sample => page.Contains($"`{sample}`", StringComparison.Ordinal)));
    }
}
