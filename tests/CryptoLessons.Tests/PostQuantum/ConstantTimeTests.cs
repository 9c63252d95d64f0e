using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>How long a division takes depends on the numbers: one by q told secret keys of other libraries.</summary>
public partial class ConstantTimeTests
{
    private static string Folder => Repository.PathOf("src", "CryptoLessons.Protocol", "PostQuantum");

    [Test]
    public void NothingIsDividedByQ()
    {
        string[] files = Directory.GetFiles(Folder, "*.cs");
        Assert.That(files, Has.Length.GreaterThan(10));
        Assert.That(files.SelectMany(File.ReadLines).Where(line => DivisionByQ().IsMatch(line)), Is.Empty);
    }

    [TestCase("x % Zq.Q", true)]
    [TestCase("x /Q", true)]
    [TestCase("x %= Q;", true)]
    [TestCase("x / 3329", true)]
    [TestCase("(Q - 1) / 2", false)]
    [TestCase("/// Q", false)]
    public void ADivisionIsSeenHoweverItIsWritten(string line, bool seen) => Assert.That(DivisionByQ().IsMatch(line), Is.EqualTo(seen));

    [GeneratedRegex(@"(?<!/)[/%]=?\s*((Zq\.)?Q\b|3329)")]
    private static partial Regex DivisionByQ();
}
