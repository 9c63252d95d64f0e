using System.CommandLine;
using CryptoLessons.Cli;
using CryptoLessons.Designs;
using NUnit.Framework;

namespace CryptoLessons.Tests.Docs;

/// <summary>docs/manual/failures.md: every failure has a source, and something that can be run.</summary>
internal sealed class FailuresTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "manual", "failures.md")).ReplaceLineEndings("\n");

    private static IEnumerable<TestCaseData> Failures =>
        Page.Split("\n### ")[1..].Select(section => new TestCaseData(section.Split("\n## ")[0]).SetArgDisplayNames(section[..section.IndexOf('\n', StringComparison.Ordinal)]));

    private static IEnumerable<string> Commands => CommandsIn(Page).Distinct();

    [TestCaseSource(nameof(Failures))]
    public void AFailureHasASourceAndAScenario(string section)
    {
        Assert.That(section.Split('\n'), Has.Exactly(1).StartsWith("Source: "));
        Assert.That(section.Split('\n'), Has.Exactly(1).StartsWith("Re-enacted").Or.Exactly(1).Contains("can be run"));
        Assert.That(CommandsIn(section), Is.Not.Empty);
    }

    [TestCaseSource(nameof(Commands))]
    public void TheScenarioExists(string command)
    {
        switch (command.Split(' '))
        {
            case ["dotnet", "run", var sample]:
                Assert.That(Repository.PathOf(sample.Split('/')), Does.Exist.And.EndsWith(".cs"));
                break;
            case ["cryptolessons", .. var args]:
                ParseResult parsed = CommandLine.Parse(args, TextWriter.Null, TextWriter.Null);
                Assert.That(parsed.Errors, Is.Empty);
                // A design stands where it is asked for, or, in diff, after the command.
                IEnumerable<string> designs = args is ["diff", .. var pair] ? pair : args.Where((_, i) => i > 0 && args[i - 1] == "--design");
                Assert.That(designs.Where(id => Design.Find(id) is null), Is.Empty);
                break;
            default:
                Assert.Fail($"Nobody knows the command '{command}'.");
                break;
        }
    }

    [Test]
    public void EveryMarkIsExplained()
    {
        Assert.That(Page, Does.Contain("| † |").And.Contain("| *not checked* |"));
        Assert.That(Page.Split('†'), Has.Length.GreaterThan(2), "a mark that nobody uses");
    }

    private static IEnumerable<string> CommandsIn(string text) =>
        text.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim());
}
