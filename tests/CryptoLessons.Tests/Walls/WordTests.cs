using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Walls;

/// <summary>The honest protocol does not know that there are variants of it: some words never occur there.</summary>
public partial class WordTests
{
    private static readonly string Protocol = Path.Combine(House.Source, "CryptoLessons.Protocol");

    [Test]
    public void ProtocolNeverSpeaksOfAWayIn()
    {
        IReadOnlyList<string> files = House.Files(Protocol);
        Assert.That(files, Has.Count.GreaterThan(20));
        Assert.That(files.Where(file => WayIn().IsMatch(File.ReadAllText(file))), Is.Empty);
        Assert.That(files.Select(file => Path.GetRelativePath(Protocol, file)).Where(name => WayIn().IsMatch(name)), Is.Empty);
    }

    [Test]
    public void NothingInProtocolIsUnsafeOnPurpose() =>
        Assert.That(House.Files(Protocol).Where(file => OnPurpose().IsMatch(File.ReadAllText(file))), Is.Empty);

    [TestCase("Escrow", true)]
    [TestCase("a BACKDOOR", true)]
    [TestCase("back door", true)]
    [TestCase("back-door", true)]
    [TestCase("the back\r\n    /// door", true)]
    [TestCase("back to the door", false)]
    public void TheWordsAreFoundHoweverTheyAreWritten(string text, bool found) => Assert.That(WayIn().IsMatch(text), Is.EqualTo(found));

    [TestCase("// UNSAFE ON PURPOSE: lesson 3", true)]
    [TestCase("// Unsafe on purpose", true)]
    [TestCase("// Safe because", false)]
    public void TheMarkerIsFoundHoweverItIsWritten(string text, bool found) => Assert.That(OnPurpose().IsMatch(text), Is.EqualTo(found));

    // Between "back" and "door" anything but a letter: a hyphen, a space, a line break with the slashes of a comment.
    [GeneratedRegex(@"escrow|back\W*door", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WayIn();

    [GeneratedRegex(@"unsafe\W+on\W+purpose", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnPurpose();
}
