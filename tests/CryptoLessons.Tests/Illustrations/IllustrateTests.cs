using System.Text.RegularExpressions;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Reports;
using CryptoLessons.Tests.Cli;
using CryptoLessons.Tests.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Illustrations;

/// <summary><c>cryptolessons illustrate</c>: what it takes, what it prints, and what it refuses.</summary>
internal sealed partial class IllustrateTests : ChatFixture
{
    private static IEnumerable<Profile> Profiles => Profile.All;

    [TestCaseSource(nameof(Profiles))]
    public void EveryByteIsPrinted(Profile profile)
    {
        CliRun run = CliRun.Of("illustrate", "--profile", profile.Name);
        Assert.That((run.Status, run.Error), Is.EqualTo((0, "")));
        string printed = string.Concat(run.Output.Split('\n').Select(line => Row().Match(line).Groups["bytes"].Value));
        string bytes = string.Concat(Illustrated.Of(profile).Plates.Select(plate => Convert.ToHexStringLower(plate.Bytes.Span)));
        Assert.That(printed.Replace(" ", "", StringComparison.Ordinal), Is.EqualTo(bytes));
    }

    [Test]
    public void WithoutAProfileItIsTheOldest() =>
        Assert.That(CliRun.Of("illustrate").Output, Is.EqualTo(CliRun.Of("illustrate", "--profile", "x3dh").Output));

    [Test]
    public void ThePageIsWrittenBesides()
    {
        CliRun run = CliRun.Of("illustrate", "--profile", "pqxdh", "--html", In("page.html"));
        Assert.That(run.Status, Is.Zero, run.Error);
        Assert.That(run.Output, Is.EqualTo(CliRun.Of("illustrate", "--profile", "pqxdh").Output));
        using var page = new StringWriter();
        IllustrationPage.Write(Illustrated.Of(Profile.Pqxdh), page);
        Assert.That(File.ReadAllText(In("page.html")), Is.EqualTo(page.ToString()));
        Assert.That(Directory.EnumerateFileSystemEntries(Folder), Has.Exactly(1).Items, "nothing is left beside it");
    }

    [TestCase("--profile", "nix")]
    [TestCase("--profile")]
    [TestCase("--seed", "3")]
    [TestCase("something")]
    public void ArgumentsThatCannotBe(params string[] args) => IsRefused(args);

    [Test]
    public void APlaceThatCannotBeWritten() => IsRefused("--html", In("no/such/folder/page.html"));

    [TestCase(60)]
    [TestCase(80)]
    [TestCase(130)]
    public void NoLineIsLongerThanTheWindow(int width)
    {
        using var output = new StringWriter();
        IllustrationText.Write(Illustrated.Of(Profile.Triple), output, width);
        Assert.That(output.ToString().Split('\n').Select(line => line.TrimEnd('\r')), Has.All.Length.LessThanOrEqualTo(width));
    }

    [Test]
    public void BlanksInALabelAreNotLostWhereALineBreaks()
    {
        string text = "\"Signal PQ Ratchet V1 Chain  Start\"";
        for (int width = 10; width < 40; width++)
            Assert.That(string.Join(' ', IllustrationText.Wrap(text, width)), Does.Contain("Chain").And.Contain("Start"));
        Assert.That(IllustrationText.Wrap(text, 60), Is.EqualTo((string[])[text]));
    }

    private void IsRefused(params string[] args)
    {
        CliRun run = CliRun.Of(["illustrate", .. args]);
        Assert.That((run.Status, run.Output), Is.EqualTo((CliRun.BadInput, "")));
        Assert.That(run.Error, Has.Length.GreaterThan(10).And.Not.Contain("   at "));
        Assert.That(Directory.EnumerateFileSystemEntries(Folder), Is.Empty);
    }

    [GeneratedRegex(@"^ {0,3}\d+  (?<bytes>([0-9a-f]{2} ?)+)(  |$)")]
    private static partial Regex Row();
}
