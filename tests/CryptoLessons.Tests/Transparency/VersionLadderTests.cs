using CryptoLessons.Protocol.Transparency;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>Whatever versions a tree holds, the ladder leads to one of them and no other.</summary>
[TestFixture]
internal sealed class VersionLadderTests
{
    [TestCase(0, "1-")]
    [TestCase(1, "1+ 2-")]
    [TestCase(2, "1+ 2+ 4- 3-")]
    [TestCase(3, "1+ 2+ 4- 3+")]
    [TestCase(5, "1+ 2+ 4+ 8- 6- 5+")]
    public void TheStepsAre(int newest, string expected) =>
        Assert.That(
            string.Join(' ', VersionLadder.Steps(DirectoryKind.AppendOnly, newest).Select(step => $"{step.Version}{(step.Present ? '+' : '-')}")),
            Is.EqualTo(expected));

    [Test]
    public void TheNewestIsAmongTheStepsAndSoIsTheNextOne()
    {
        foreach (int newest in Enumerable.Range(1, 2000).Append(int.MaxValue - 1))
            Assert.That(VersionLadder.Steps(DirectoryKind.AppendOnly, newest), Is.SupersetOf(((int, bool)[])[(newest, true), (newest + 1, false)]));
        Assert.That(VersionLadder.Steps(DirectoryKind.AppendOnly, int.MaxValue), Does.Contain((int.MaxValue, true)));
    }

    [Test]
    public void ThereAreFewOfThem()
    {
        foreach (int newest in (int[])[1, 10, 100, 1_000_000, int.MaxValue])
            Assert.That(VersionLadder.Steps(DirectoryKind.AppendOnly, newest).Count(), Is.LessThanOrEqualTo(2 * Math.Log2(newest) + 2));
    }

    [Test]
    public void ATreeWithAnyVersionsHasOneNewest()
    {
        Random random = PrintedSeed.NewRandom();
        int gaps = 0;
        for (int round = 0; round < 500; round++)
        {
            double density = random.NextDouble();
            HashSet<int> present = [.. Enumerable.Range(1, 40).Where(_ => random.NextDouble() < density)];
            int[] provable = [.. Enumerable.Range(0, 130).Where(newest =>
                VersionLadder.Steps(DirectoryKind.AppendOnly, newest).All(step => present.Contains(step.Version) == step.Present))];
            Assert.That(provable, Has.Length.EqualTo(1));
            // What the naive rule, n is there and n + 1 is not, would let a provider prove.
            int naive = Enumerable.Range(1, 40).Count(newest => present.Contains(newest) && !present.Contains(newest + 1));
            gaps += naive > 1 ? 1 : 0;
        }
        Assert.That(gaps, Is.GreaterThan(100), "the naive rule has several newest versions");
    }

    [Test]
    public void WithoutHistoryThereIsOneStep()
    {
        Assert.That(VersionLadder.Steps(DirectoryKind.Mutable, 1), Is.EqualTo(((int, bool)[])[(1, true)]));
        Assert.That(VersionLadder.Steps(DirectoryKind.Mutable, 0), Is.EqualTo(((int, bool)[])[(1, false)]));
    }
}
