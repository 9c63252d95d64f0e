using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.WeakKeys;

/// <summary>The messengers with short keys, played: who reads what, and at what price.</summary>
[TestFixture]
internal sealed class WeakDesignTests
{
    private const int At = 8;

    private static readonly Script Said = TestScripts.Between("ABABBAABABABAABB");

    private static readonly string[] ForEverybody = ["export-grade", "crumple-zone"];

    private static readonly Dictionary<string, int> Bits = new() { ["work-factor"] = 8, ["export-grade"] = 8, ["crumple-zone"] = 10 };

    [Test]
    public void WhatEverybodyCanPayForEverybodyReadsWhateverElseTheyHold()
    {
        foreach (string design in ForEverybody)
        {
            Game game = Play(design);
            foreach (Compromise compromise in Compromise.All)
            {
                Cell cell = compromise.Run(game);
                string where = $"{design} {compromise.Id}";
                Assert.That(cell.Verdict.Recovered, Has.Count.EqualTo(Said.Messages.Count), where);
                Assert.That(cell.Forged, Is.GreaterThanOrEqualTo(Forged.Slot), where);
                Assert.That((cell.Verdict.Wrong.Count, cell.Control.Recovered.Count, cell.ControlForged), Is.EqualTo((0, 0, Forged.None)), where);
            }
        }
    }

    [Test]
    public void AWorkFactorIsNothingWithoutTheSealedBitsAndEverythingWithThem()
    {
        Game game = Play("work-factor");
        foreach (Compromise compromise in Compromise.All)
        {
            Cell cell = compromise.Run(game), strict = compromise.Run(Play("strict"));
            bool all = compromise.Id is "escrow-leak" or "judge-and-key";
            Assert.That((cell.Verdict.Recovered.Count, cell.Forged),
                Is.EqualTo(all ? (Said.Messages.Count, Forged.Slot) : (strict.Verdict.Recovered.Count, strict.Forged)), compromise.Id);
            Assert.That((cell.Verdict.Wrong.Count, cell.Control.Recovered.Count, cell.ControlForged), Is.EqualTo((0, 0, Forged.None)), compromise.Id);
        }
    }

    /// <summary>Twenty bits: nobody in the matrix affords them, and somebody with more means does.</summary>
    [Test]
    public void WithMoreMeansTheOutsiderNeedsNoBits()
    {
        Game game = Play("work-factor");
        Assert.That(game.Read(new SearchShortKeys(19), game.Wiretap()).Recovered, Is.Empty);
        Verdict holder = game.Read(new SearchWithLeakedBits(8), game.EscrowLeak());
        Assert.That(holder.Recovered, Has.Count.EqualTo(Said.Messages.Count));
        Assert.That(game.Read(new SearchWithLeakedBits(7), game.EscrowLeak()).Recovered, Is.Empty);
        Verdict outsider = game.Read(new SearchShortKeys(20), game.Wiretap());
        Assert.That(outsider.Recovered.Keys, Is.EqualTo(holder.Recovered.Keys));
        foreach (var (number, guess) in outsider.Recovered)
            Assert.That(holder.Recovered[number].Trials, Is.EqualTo(((guess.Trials - 1) % 256) + 1));
    }

    [TestCaseSource(nameof(Designs))]
    public void AWarrantOpensTheTargetsMessagesAtThePriceOfTheSearch(string design)
    {
        Game game = Play(design);
        LawfulAccess lawful = game.ServeWarrant();
        Assert.That((lawful.Opened, lawful.Of, lawful.Others), Is.EqualTo((16, 16, 0)));
        Assert.That(lawful.Steps.Select(step => step.Act), Has.Some.Contain(FormattableString.Invariant($"tries up to {1 << Bits[design]:N0} keys")));
        Assert.That(game.Holders is null, Is.EqualTo(design != "work-factor"));
    }

    [TestCase("work-factor")]
    [TestCase("export-grade")]
    [TestCase("crumple-zone")]
    [TestCase("translucent")]
    public void AnOrderOfNoCourtOrAboutSomebodyElseOrAnotherTimeOpensNothing(string design)
    {
        IDeployment phones = Design.Named(design).Deploy(Said, new SeededRandom(1));
        var sent = new List<TranscriptEntry>();
        foreach (ScriptedMessage message in Said.Messages)
            foreach (Envelope envelope in phones.Send(message))
            {
                phones.Deliver(envelope, out _);
                sent.Add(new(message.Number, envelope));
            }
        DateTimeOffset from = TestScripts.Start, until = from.AddDays(1);
        int[] Opened(Court court, string target, DateTimeOffset from, DateTimeOffset until) =>
            [.. phones.ServeWarrant(court.Issue(target, from, until), sent).Opened.Select(guess => guess.Message)];
        Assert.That(Opened(phones.Court, "Alice", from, until), Is.Not.Empty.And.None.EqualTo(Said.Messages.Count));
        Assert.That(Opened(new Court(new SeededRandom(2)), "Alice", from, until), Is.Empty);
        Assert.That(Opened(phones.Court, "Alice", from.AddDays(1), until.AddDays(1)), Is.Empty);
        Assert.That(Opened(phones.Court, "Erin", from, until), Is.Empty);
    }

    [Test]
    public void WhoPaidForAMessageWritesInItsSlot()
    {
        Game puzzles = Play("crumple-zone"), strict = Play("strict");
        Assert.That(puzzles.Forge(new SearchShortKeys(), puzzles.Wiretap()).Forged, Is.EqualTo(Forged.Slot));
        Assert.That(strict.Forge(new SearchShortKeys(), strict.Wiretap()).Forged, Is.EqualTo(Forged.None));
    }

    [TestCaseSource(nameof(Designs))]
    public void WhoeverEncryptsOnceMoreIsNotRead(string design)
    {
        Game game = Evading.InPlaceOf(design).Play(Said, At, "Alice", new SeededRandom(1));
        Assert.That((game.Arrived, game.ServeWarrant().Opened), Is.EqualTo((Said.ConversationLength, 0)));
        Verdict read = game.Read([new SearchShortKeys(), new SearchWithLeakedBits()], game.EscrowLeak());
        // Carol and Dave do not evade.
        Assert.That((read.Read, read.Bystanders), Is.EqualTo((0, read.BystandersOf)));
    }

    private static IEnumerable<string> Designs => Bits.Keys;

    private static Game Play(string design) => Design.Named(design).Play(Said, At, "Alice", new SeededRandom(1));
}
