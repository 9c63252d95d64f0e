using System.Globalization;
using CryptoLessons.ExceptionalAccess.SeizedPhone;
using CryptoLessons.WithoutABackDoor;

namespace CryptoLessons.Claims;

/// <summary>Figures about phones and backups that no cell of the matrix holds: computed with the run's conversation and seed.</summary>
internal static class EndPointFigures
{
    private const int Digits = 4, Phones = 20, GroupMessages = 40, Joined = 10;

    private static readonly OncePerRun<GuessedCodes> Codes = new(run => GuessedCodes.Run(Digits, Phones, run.Seed));
    private static readonly OncePerRun<KeptHistory> Histories =
        new(run => KeptHistory.Run(run.Conversation, run.At, run.Target, TimeSpan.FromDays(1), run.Seed));
    private static readonly OncePerRun<OrderedBackup> Backups = new(run => OrderedBackup.Run(run.Conversation, run.At, run.Target, run.Seed));
    private static readonly OncePerRun<MemberWhoTalks> Groups = new(run => MemberWhoTalks.Run(GroupMessages, Joined, run.Seed));
    private static readonly OncePerRun<RecipientReports> AllReports = new(run => RecipientReports.Run(run.Conversation, run.Seed));

    /// <summary>The same seizure, and three owners.</summary>
    public static IReadOnlyList<ClaimFigure> History { get; } =
    [
        OfHistory("messages of the past on the same phone, opened, where the app keeps all", history => history.Everything),
        OfHistory("the same, where messages disappear after a day", history => history.ForAPeriod),
        OfHistory("the same, where the app keeps none", history => history.Nothing),
        OfHistory("control: the phone that keeps all, with its counter", history => history.Locked),
    ];

    /// <summary>The same order, and three keys.</summary>
    public static IReadOnlyList<ClaimFigure> Backup { get; } =
    [
        OfBackup("messages of a backup that an order to its keeper read, where the keeper has the key", backup => backup.ProvidersKey),
        OfBackup("the same, where the owner has a key of full length", backup => backup.OwnersKey + backup.OwnersKeyGuessed),
        OfBackup("the same, where the key follows from four digits, by order and by guessing",
            backup => backup.OwnersCode + backup.OwnersCodeGuessed),
        OfBackup("control: where the keeper has the key and no court signed", backup => backup.WithoutAnOrder),
    ];

    /// <summary>One member of a group shows the phone; they joined after a quarter of the messages.</summary>
    public static IReadOnlyList<ClaimFigure> Informant { get; } =
    [
        OfGroup("messages of a group that one member's phone shows of those sent since they joined",
            group => (group.ShownSince, GroupMessages - Joined)),
        OfGroup("the same phone, of those sent before", group => (group.ShownBefore, Joined)),
        OfGroup("messages of the group that a tap on the wire and a copy of the server read",
            group => (group.OnTheWire + group.AtTheServer, GroupMessages)),
    ];

    /// <summary>Recipients report, truly and falsely.</summary>
    public static IReadOnlyList<ClaimFigure> Reports { get; } =
    [
        OfReports("reports by recipients that the provider could verify", reports => (reports.Verified, reports.Messages)),
        OfReports("messages that one report opened to the provider", reports => (reports.OpenedByOne, reports.Messages)),
        OfReports("messages that nobody could have reported, refused by the recipient's app", reports => (reports.SpoiledRefused, reports.Spoiled)),
        OfReports("control: forged reports that passed", reports => (reports.ForgedVerified, reports.Forged)),
    ];

    /// <summary>Guessing against the counter: what is left of the phone's lock.</summary>
    public static ClaimFigure WithTheCounter { get; } =
        OfPhones("that opened to guessing before they erased themselves", codes => codes.WithTheCounter);

    /// <summary>Guessing without the counter, by whose leave.</summary>
    public static IReadOnlyList<ClaimFigure> WithFirmware { get; } =
    [
        OfPhones("that opened with one firmware under the maker's key", codes => codes.WithTheMakersKey),
        OfPhones("that opened with the maker's key where a chip wants the code first", codes => codes.WhereTheCodeComesFirst),
        OfPhones("that opened with that firmware under another key, the control", codes => codes.WithAnotherKey),
    ];

    /// <summary>Arithmetic, and said to be.</summary>
    public static ClaimFigure Time(int digits) => new(
        Text($"by arithmetic: all codes of {digits} digits at {SecurityChip.TimePerGuess.TotalMilliseconds} ms a guess"),
        _ => Text($"{GuessedCodes.Time(Passcode.Count(digits)).TotalHours:F1} hours"));

    private static ClaimFigure OfPhones(string what, Func<GuessedCodes, int> count) => new(
        Text($"seized phones with random codes of {Digits} digits {what}"),
        result => Text($"{count(Codes.Of(result))} of {Phones}"));

    private static ClaimFigure OfHistory(string what, Func<KeptHistory, int> count) =>
        new(what, result => Text($"{count(Histories.Of(result))} of {Histories.Of(result).Past}"));

    private static ClaimFigure OfBackup(string what, Func<OrderedBackup, int> count) =>
        new(what, result => Text($"{count(Backups.Of(result))} of {Backups.Of(result).Messages}"));

    private static ClaimFigure OfGroup(string what, Func<MemberWhoTalks, (int Count, int Of)> count) =>
        new(what, result => Text(count(Groups.Of(result))));

    private static ClaimFigure OfReports(string what, Func<RecipientReports, (int Count, int Of)> count) =>
        new(what, result => Text(count(AllReports.Of(result))));

    private static string Text((int Count, int Of) figure) => Text($"{figure.Count} of {figure.Of}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
