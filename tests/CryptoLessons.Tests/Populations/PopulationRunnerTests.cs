using CryptoLessons.Designs;
using CryptoLessons.Population;
using NUnit.Framework;

namespace CryptoLessons.Tests.Populations;

/// <summary>What one leak reads of many people, held against what each design's key is good for.</summary>
public class PopulationRunnerTests
{
    private const int Users = 4;
    private const int Days = 4;
    private const int Messages = 2;
    private const int MessagesADay = Users * Messages;

    private static IEnumerable<string> Designs => Design.All.Select(design => design.Id);

    [TestCaseSource(nameof(Designs))]
    public void NoGuessIsWrongAndAnUnrelatedSecretReadsNothing(string design)
    {
        PopulationFigures figures = Small.Run(design, leak: 2.5m, days: 5);
        Assert.That(figures.Messages, Is.EqualTo(5 * MessagesADay));
        Assert.That(figures.PastOf, Is.EqualTo(5 * MessagesADay / 2));
        Assert.That((figures.Wrong, figures.Control), Is.EqualTo((0L, 0L)));
        Assert.That(figures.ControlOf, Is.EqualTo(5 * MessagesADay / 2), "one conversation of two");
    }

    [TestCase("strict", 0)]
    [TestCase("secret-chat", 0)]
    [TestCase("strict-group", 0)]
    [TestCase("identity-deposit", 0)]
    [TestCase("warrant-ledger", 0)]
    [TestCase("message-key-escrow", Days)]
    [TestCase("content-key-escrow", Days)]
    [TestCase("threshold-escrow", Days)]
    [TestCase("jurisdictions", Days)]
    [TestCase("postcard", Days)]
    [TestCase("transport-only", Days)]
    [TestCase("cloud-chat", Days)]
    public void AKeyForAllTimesReadsEverythingAndNoKeyNothing(string design, int days)
    {
        foreach (decimal leak in (decimal[])[0, 1.7m, Days])
            Assert.That(Read(design, leak), Is.EqualTo(days * MessagesADay), $"leak at {leak}");
    }

    [TestCase(0, 1)]
    [TestCase(0.5, 1)]
    [TestCase(1, 2)]
    [TestCase(2.25, 2)]
    [TestCase(3.999, 2)]
    [TestCase(4, 1)]
    public void AKeyForADayReadsTheDaysThatAreHeld(decimal leak, int daysHeld) =>
        Assert.That(Read("epoch-escrow", leak), Is.EqualTo(daysHeld * MessagesADay));

    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(1)]
    [TestCase(2.25)]
    [TestCase(3.999)]
    [TestCase(4)]
    public void AKeyThatMovesOnReadsFromItsDayOn(decimal leak) =>
        Assert.That(Read("evolving-escrow", leak), Is.EqualTo((Days - (int)leak) * MessagesADay));

    [TestCase(2, 1)]
    [TestCase(4, 2)]
    [TestCase(8, 5)]
    public void ANoticeSwitchesOverInsideTheRun(int days, int inForce)
    {
        PopulationFigures figures = Small.Run("notice", leak: days, days: days);
        Assert.That(figures.Past, Is.EqualTo(inForce * MessagesADay));
        Assert.That(figures.Weakened, Is.EqualTo(Users), "everybody, before anybody is suspected");
        Assert.That(figures.UnderWarrant, Is.LessThan(figures.Weakened));
    }

    [TestCase("ghost-device", 2 * MessagesADay)]
    [TestCase("directory-swap", 2 * MessagesADay)]
    [TestCase("version-rollback", 2 * MessagesADay)]
    public void APlaceOnTheWireReadsFromTheLeakOnAndTakesAnActInEachConversation(string design, int read)
    {
        PopulationFigures figures = Small.Run(design, leak: 2);
        Assert.That((figures.Past, figures.Future, figures.Acts, figures.Weakened), Is.EqualTo((0L, (long)read, figures.Conversations, Users)));
        Assert.That(Small.Run(design, leak: Days), Has.Property("Read").Zero.And.Property("Acts").Zero, "there is nothing left to act on");
    }

    [TestCase("compelled-update")]
    [TestCase("intercept-interface")]
    public void AnActTakesEffectWithTheNextMessage(string design)
    {
        PopulationFigures figures = Small.Run(design, leak: 2);
        Assert.That(figures.Past, Is.Zero);
        Assert.That(figures.Future, Is.GreaterThan(MessagesADay).And.LessThanOrEqualTo(2 * MessagesADay));
        Assert.That(figures.Acts, Is.EqualTo(figures.Conversations));
    }

    [Test]
    public void OddOnesAreThreeInTheLastConversation()
    {
        PopulationFigures figures = Small.Run("message-key-escrow", leak: 1, users: 7);
        Assert.That((figures.Users, figures.Conversations, figures.Weakened), Is.EqualTo((7, 3, 7)));
        Assert.That(figures.Read, Is.EqualTo(7 * Messages * Days));
    }

    [Test]
    public void TwoAreEnough() => Assert.That(Small.Run("message-key-escrow", leak: 1, users: 2).Weakened, Is.EqualTo(2));

    [Test]
    public void AWarrantOpensWhatTheDesignCanAndAnEscrowEverythingOfThoseItNames()
    {
        PopulationFigures escrow = Small.Run("message-key-escrow", leak: 1, users: 8);
        Assert.That((escrow.UnderWarrant, escrow.WarrantOpened, escrow.WarrantOf), Is.EqualTo((3, 3L * 2 * Messages * Days, 3L * 2 * Messages * Days)));
        Assert.That(Small.Run("strict", leak: 1, users: 8), Has.Property("WarrantOpened").Zero.And.Property("WarrantOf").EqualTo(escrow.WarrantOf));
        Assert.That(Small.Run("epoch-escrow", leak: 2.5m, users: 8).WarrantOpened, Is.EqualTo(3 * 2 * Messages * 3), "the day before, and each as it comes");
    }

    [Test]
    public void ReportsAreReadAsOftenAsAListedRemarkIsMade()
    {
        long seed = PrintedSeed.NewRandom().NextInt64();
        PopulationFigures figures = Small.Run("client-scanning", leak: 6, users: 24, days: 6, seed: seed, messages: 6);
        Assert.That(figures.Past, Binomial.Within(figures.PastOf, 1.0 / SmallTalk.Count), $"seed {seed}");
    }

    [Test]
    public void NeitherCoresNorChunksChangeAFigure()
    {
        PopulationRequest request = Small.Request("client-scanning", leak: 1.5m, users: 11, days: 3);
        PopulationFigures alone = PopulationRunner.Run(request, chunk: 1, cores: 1).Figures;
        Assert.That(PopulationRunner.Run(request, chunk: 2, cores: 4).Figures, Is.EqualTo(alone));
        Assert.That(PopulationRunner.Run(request, chunk: 100, cores: 2).Figures, Is.EqualTo(alone));
    }

    [Test]
    public void AnotherSeedIsAnotherPopulation()
    {
        long[] read = [.. Enumerable.Range(1, 3).Select(seed => Small.Run("client-scanning", leak: 3, users: 12, seed: seed, messages: 6).Read)];
        Assert.That(read.Distinct().Count(), Is.GreaterThan(1));
    }

    [Test]
    public void WhoStopsItGetsTheChunkThatWasBegun()
    {
        using var stop = new CancellationTokenSource();
        var reports = new Reports(users => { if (users == 4) stop.Cancel(); });
        PopulationRequest request = Small.Request("message-key-escrow", leak: 1, users: 10);
        PopulationResult stopped = PopulationRunner.Run(request, chunk: 1, cores: 1, reports, stop.Token);
        Assert.That((stopped.Complete, stopped.Figures.Users), Is.EqualTo((false, 4)));
        Assert.That(stopped.Figures, Is.EqualTo(Small.Run("message-key-escrow", leak: 1) with { UnderWarrant = 2 }), "the same as of the first four alone");
        Assert.That(PopulationRunner.Run(request, chunk: 1, cores: 1, stop: new(canceled: true)).Figures.Users, Is.EqualTo(2), "never nothing");
        Assert.That(PopulationRunner.Run(request, chunk: 5, cores: 1, stop: new(canceled: true)).Complete, Is.True, "nothing was left to stop");
    }

    private static long Read(string design, decimal leak) => Small.Run(design, leak, Users, Days, messages: Messages).Read;

    private sealed class Reports(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
