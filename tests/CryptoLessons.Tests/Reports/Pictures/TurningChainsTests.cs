using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Lessons;
using CryptoLessons.Reports.Pictures;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports.Pictures;

/// <summary>The chains are those that the headers on the wire tell, and what is shaded is what was read.</summary>
[TestFixture]
internal sealed class TurningChainsTests
{
    [Test]
    public void EveryMessageIsABeadAndExactlyWhatWasReadIsFilled()
    {
        var picture = new DrawnPicture(TurningChains.Draw(SeizedGame.Wire, SeizedGame.Stolen));
        Assert.That(picture.Messages("p-read"), Is.EqualTo(SeizedGame.Stolen.Recovered.Keys).And.Not.Empty);
        Assert.That(picture.Messages("p-read").Concat(picture.Messages("p-open")).Order(), Is.EqualTo(Enumerable.Range(1, 40)));
    }

    [Test]
    public void TheShadedChainsAreThoseOfTheMessagesRead()
    {
        var picture = new DrawnPicture(TurningChains.Draw(SeizedGame.Wire, SeizedGame.Stolen));
        // Counted anew: the ratchet keys in the order in which they appear between the two.
        var keys = Between("Alice", "Bob").Select(entry => SeizedGame.Wire.Parse(entry)!.Header.Dh).Distinct().ToList();
        var chains = Between("Alice", "Bob").Where(entry => SeizedGame.Stolen.Recovered.ContainsKey(entry.Message))
            .Select(entry => keys.IndexOf(SeizedGame.Wire.Parse(entry)!.Header.Dh)).Distinct().ToArray();
        Assert.That(picture.Marks("p-held", "data-chain").Select(held => (int)held.Attribute("data-chain")!), Is.EqualTo(chains).And.Not.Empty);
        Assert.That(picture.Marks("p-held", "data-chain").Select(held => held.Attribute("fill")!.Value), Has.All.Contains("-stripes"), "stripes, not colour alone");
        Assert.That(picture.Lettering, Is.SupersetOf(chains.Select(chain => FormattableString.Invariant($"chain {chain}"))));
        Assert.That(picture.Description, Does.StartWith(FormattableString.Invariant($"40 messages in {keys.Count} chains")));
    }

    [Test]
    public void TheNumbersAreThoseOfTheDerivations() =>
        Assert.That(TurningChains.Draw(SeizedGame.Wire, SeizedGame.Member).Text, Does.Match(@"(?m)^ +12 .*\[20\]"), SeizedGame.Member.Recovered[20].How.ToString());

    [Test]
    public void TheTextHasEveryChainWithItsRatchetKey()
    {
        string[] lines = [.. TurningChains.Draw(SeizedGame.Wire, SeizedGame.Stolen).Text.Split('\n').Where(line => line.Contains("ratchet key ", StringComparison.Ordinal) && line.StartsWith("   ", StringComparison.Ordinal))];
        var chains = Between("Alice", "Bob").GroupBy(entry => SeizedGame.Wire.Parse(entry)!.Header.Dh).ToArray();
        Assert.That(lines, Has.Length.EqualTo(chains.Length));
        foreach (var (line, chain) in lines.Zip(chains))
        {
            Assert.That(line, Does.Contain(chain.First().Envelope.From).And.Contain(Convert.ToHexStringLower(chain.Key.U[..4])));
            foreach (TranscriptEntry entry in chain)
                Assert.That(line, Does.Match(SeizedGame.Stolen.Recovered.ContainsKey(entry.Message) ? $@"\[{entry.Message}\]" : $@" {entry.Message}( |$)"));
        }
    }

    [Test]
    public void AnotherPairsSessionIsAnotherPicture()
    {
        var game = Play("ABAB");
        var picture = new DrawnPicture(TurningChains.Draw(game.Transcript, SeizedGame.Reading(4, 2, 5), ("Carol", "Dave")));
        Assert.That(picture.Messages("p-read"), Is.EqualTo(new[] { 5 }));
        Assert.That(picture.Title, Does.Contain("Carol and Dave"));
    }

    [Test]
    public void WhereTheWireCarriesOtherMessagesASentenceSaysSo()
    {
        Exhibit exhibit = TurningChains.Draw(Design.Find("postcard")!.Play(SeizedGame.Chat, 20, "Alice").Transcript, SeizedGame.Reading(40, 20));
        Assert.That(exhibit.Svg, Is.Null);
        Assert.That(exhibit.Text, Does.Contain("no message of Signal"));
    }

    [Test]
    public void OfAThousandTheNearestAreDrawnAndAllAreCounted()
    {
        Game game = Play(string.Concat(Enumerable.Repeat("AABAB", 202)));
        Verdict verdict = SeizedGame.Reading(1010, 1000, 1001);
        Exhibit exhibit = TurningChains.Draw(game.Transcript, verdict);
        var picture = new DrawnPicture(exhibit);
        Assert.That(picture.Messages("p-open").Concat(picture.Messages("p-read")).Order(), Is.EqualTo(Enumerable.Range(811, 200)));
        Assert.That(picture.Description, Does.Contain("1010 messages in ").And.Contain("messages 811 to 1010 of 1010"));
        double radius = (double)picture.All("circle").First().Attribute("r")!;
        Assert.That(Lettering.Width("1010"), Is.LessThanOrEqualTo(2 * radius), "a number of four digits has room in its bead");
    }

    private static IEnumerable<TranscriptEntry> Between(string one, string other) => SeizedGame.Wire.Entries.Where(entry =>
        (entry.Envelope.From == one && entry.Envelope.To == other) || (entry.Envelope.From == other && entry.Envelope.To == one));

    private static Game Play(string speakers) => Design.Find("strict")!.Play(TestScripts.Between(speakers), 2, "Alice", new(2017));
}
