using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>What the command says of itself, and how it speaks of numbers.</summary>
[TestFixture]
internal sealed class HelpTests
{
    [Test]
    public void HelpNamesEveryOption()
    {
        CliRun help = CliRun.Of("--help");
        Assert.That(help.Status, Is.Zero);
        foreach (string option in (string[])["--chat", "--at", "--target", "--seed", "--design", "--json", "--html"])
            Assert.That(help.Output, Does.Contain(option));
    }

    [Test]
    public void HelpNamesTheToolAsItIsCalled() => Assert.That(CliRun.Of("matrix", "--help").Output, Does.Contain("cryptolessons matrix"));

    [TestCase("--at", "noon")]
    [TestCase("--seed", "noon")]
    [TestCase("--seed", "99999999999999999999")]
    public void ASentenceSpeaksOfNumbersAndNotOfTypes(string option, string value)
    {
        CliRun run = CliRun.Of("matrix", option, value);
        Assert.That(run.Status, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(value).And.Not.Contain("System."));
    }
}
