using System.Collections.Concurrent;
using NUnit.Framework;

namespace CryptoLessons.Tests.SamplePrograms;

/// <summary>Every sample of what is got without a back door runs, says what was delivered, and has its control.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class WithoutABackDoorSampleTests
{
    private static readonly ConcurrentDictionary<string, string> Printed = new();

    private static IEnumerable<string> Samples() =>
        Directory.EnumerateFiles(Repository.PathOf("samples", "without-a-back-door"), "*.cs")
            .Select(file => $"samples/without-a-back-door/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Samples))]
    public void RunsAndPrintsTheSameEachTime(string sample)
    {
        Assert.That(Output(sample), Is.Not.Empty);
        Assert.That(SampleProgram.Run(sample), Is.EqualTo(Output(sample)));
    }

    [TestCaseSource(nameof(Samples))]
    public void ItsControlFindsNothing(string sample)
    {
        string[] control = [.. Output(sample).Split('\n').Where(line => line.Contains("Control,", StringComparison.Ordinal))];
        Assert.That(control, Is.Not.Empty.And.All.Match(@": 0( of \d+)?( [a-z ]+)?\.$"));
    }

    [TestCaseSource(nameof(Samples))]
    public void IsOnePageLong(string sample) =>
        Assert.That(File.ReadAllLines(Repository.PathOf(sample.Split('/'))), Has.Length.InRange(20, 70));

    [Test]
    public void ThePageListsEverySample()
    {
        string page = File.ReadAllText(Repository.PathOf("samples", "without-a-back-door", "README.md"));
        Assert.That(Samples(), Is.Not.Empty.And.All.Matches<string>(sample => page.Contains($"`{sample}`", StringComparison.Ordinal)));
    }

    private static string Output(string sample) => Printed.GetOrAdd(sample, SampleProgram.Run);
}
