using System.Globalization;
using CryptoLessons.WithoutABackDoor;

namespace CryptoLessons.Claims;

/// <summary>Figures about those who step outside, and about those in whose place they do not stand: computed with the run's seed.</summary>
internal static class SteppingOutsideFigures
{
    private const int Pairs = 10;

    private const int PairsOfPeople = 10_000, PairsOfSuspects = 100;
    private const double HaveAnother = 0.06, SuspectsHaveAnother = 0.9;

    private static readonly OncePerRun<SameLock> Locks = new(run => WithoutABackDoor.SameLock.Run(run.Seed));
    private static readonly OncePerRun<BlockedService> Blocks =
        new(run => BlockedService.Run(PairsOfPeople, HaveAnother, PairsOfSuspects, SuspectsHaveAnother, run.Seed));
    private static readonly OncePerRun<SteppingOutside> None = Targets(evading: 0), Few = Targets(1), Half = Targets(Pairs / 2), All = Targets(Pairs);
    private static readonly OncePerRun<SteppingOutside> AnotherApp = Targets(Pairs, WayOut.AnotherApp);
    private static readonly OncePerRun<SteppingOutside> Spoiling = Targets(Pairs, WayOut.SpoilTheField);

    /// <summary>A bank and a suspect.</summary>
    public static IReadOnlyList<ClaimFigure> SameLock { get; } =
    [
        OfLock("a warrant that names the suspect opened", both => (both.WarrantBank, both.WarrantChat)),
        OfLock("the leaked key opened", both => (both.LeakBank, both.LeakChat)),
        OfLock("the same key, where there is no escrow, opened", both => (both.StrictBank, both.StrictChat)),
        OfLock("control: an unrelated key opened", both => (both.UnrelatedBank, both.UnrelatedChat)),
    ];

    /// <summary>What warrants read, by how many of the targets step outside.</summary>
    public static IReadOnlyList<ClaimFigure> Shares { get; } =
    [
        OfShare(None, evading: 0), OfShare(Few, 1), OfShare(Half, Pairs / 2), OfShare(All, Pairs),
        OfTargets("messages of ordinary people that the leaked key opened when half of the targets step outside",
            Half, figures => (figures.OrdinaryLeaked, figures.Ordinary)),
        OfTargets("the same when all of them do", All, figures => (figures.OrdinaryLeaked, figures.Ordinary)),
        OfTargets("control: messages of anybody that an unrelated key opened",
            Half, figures => (figures.Unrelated, figures.Messages + figures.Ordinary)),
    ];

    /// <summary>Two ways that take no skill, each taken by all.</summary>
    public static IReadOnlyList<ClaimFigure> Ways { get; } =
    [
        OfTargets("targets' messages that warrants read, when nobody steps outside", None, figures => (figures.Opened, figures.Messages)),
        OfTargets("when all use another app", AnotherApp, figures => (figures.Opened, figures.Messages)),
        OfTargets("when all use a client that spoils its field", Spoiling, figures => (figures.Opened, figures.Messages)),
        OfTargets("messages of that client that the genuine app at the other end refused", Spoiling, figures => (figures.Refused, figures.Messages)),
    ];

    /// <summary>Who is cut off.</summary>
    public static IReadOnlyList<ClaimFigure> Block { get; } =
    [
        OfBlock(Text($"people cut off, when {100 * HaveAnother:F0} % of them have another service"), block => (block.CutOff, block.People)),
        OfBlock("pairs of them that cannot talk any more", block => (block.PairsCutOff, block.People / 2)),
        OfBlock(Text($"suspects cut off, when {100 * SuspectsHaveAnother:F0} % of them have another service"),
            block => (block.SuspectsCutOff, block.Suspects)),
        OfBlock("pairs of them that cannot talk any more", block => (block.SuspectPairsCutOff, block.Suspects / 2)),
        OfBlock("control: anybody cut off before the block", block => (block.BeforeTheBlock, block.People + block.Suspects)),
    ];

    private static ClaimFigure OfLock(string what, Func<SameLock, (int Bank, int Chat)> count) => new(
        $"of a bank's session and of a suspect's chat, {what}",
        result => count(Locks.Of(result)) is var (bank, chat) ? Text($"{bank} and {chat} of {Locks.Of(result).Messages} messages each") : "");

    private static ClaimFigure OfShare(OncePerRun<SteppingOutside> study, int evading) => OfTargets(
        Text($"targets' messages that warrants read, when {100 * evading / Pairs} % of the targets step outside"),
        study, figures => (figures.Opened, figures.Messages));

    private static ClaimFigure OfTargets(string what, OncePerRun<SteppingOutside> study, Func<SteppingOutside, (int Count, int Of)> count) =>
        new(what, result => Text(count(study.Of(result))));

    private static ClaimFigure OfBlock(string what, Func<BlockedService, (int Count, int Of)> count) =>
        new(what, result => Text(count(Blocks.Of(result))));

    private static OncePerRun<SteppingOutside> Targets(int evading, params IReadOnlyList<WayOut> ways) =>
        new(run => SteppingOutside.Run(Pairs, evading, run.Seed, ways));

    private static string Text((int Count, int Of) figure) => Text($"{figure.Count} of {figure.Of}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
