using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CryptoLessons.Tests.SamplePrograms;

/// <summary>Every sample of what there is without a back door runs, prints figures, and has its control.</summary>
[TestFixture]
[NonParallelizable]
internal sealed partial class WithoutABackDoorSampleTests
{
    private const string Folder = "without-a-back-door";

    private static IEnumerable<string> Samples() =>
        Directory.EnumerateFiles(Repository.PathOf("samples", Folder), "*.cs")
            .Select(file => $"samples/{Folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Samples))]
    public void PrintsTheSameEachTimeAndItsControlGivesNothing(string sample)
    {
        string printed = SampleProgram.Run(sample);
        Assert.That(SampleProgram.Run(sample), Is.EqualTo(printed));
        string[] control = [.. printed.Split('\n').Where(line => line.Contains("Control,", StringComparison.Ordinal))];
        Assert.That(control, Is.Not.Empty.And.All.Matches<string>(line => Nothing().IsMatch(line)));
    }

    [TestCaseSource(nameof(Samples))]
    public void IsOnePageLong(string sample) =>
        Assert.That(File.ReadAllLines(Repository.PathOf(sample.Split('/'))), Has.Length.InRange(20, 70));

    [Test]
    public void ThePageListsEverySample()
    {
        string page = File.ReadAllText(Repository.PathOf("samples", Folder, "README.md"));
        Assert.That(Samples(), Is.Not.Empty.And.All.Matches<string>(sample => page.Contains($"`{sample}`", StringComparison.Ordinal)));
    }

    /// <summary>A control ends in what it gave: 0 of something.</summary>
    [GeneratedRegex(@": 0( of \d+)?( \w+)?\.$")]
    private static partial Regex Nothing();
}
