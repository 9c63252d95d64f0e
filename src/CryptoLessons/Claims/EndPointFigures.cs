using System.Globalization;
using CryptoLessons.ExceptionalAccess.SeizedPhone;
using CryptoLessons.WithoutABackDoor;

namespace CryptoLessons.Claims;

/// <summary>Figures about phones and backups that no cell of the matrix holds: computed with the run's conversation and seed.</summary>
internal static class EndPointFigures
{
    private const int Phones = 20;
    private static readonly TimeSpan Period = TimeSpan.FromDays(1);

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
        OfBackup("the same, where the key follows from four digits, by order and by guessing", backup => backup.OwnersCode + backup.OwnersCodeGuessed),
        OfBackup("control: where the keeper has the key and no court signed", backup => backup.WithoutAnOrder),
    ];

    public static ClaimFigure WithTheCounter(int digits) =>
        OfPhones(digits, "that opened to guessing before they erased themselves", codes => codes.WithTheCounter);

    public static ClaimFigure WithTheMakersKey(int digits) =>
        OfPhones(digits, "that opened with one firmware under the maker's key", codes => codes.WithTheMakersKey);

    public static ClaimFigure WithAnotherKey(int digits) =>
        OfPhones(digits, "that opened with that firmware under another key, the control", codes => codes.WithAnotherKey);

    public static ClaimFigure WhereTheCodeComesFirst(int digits) =>
        OfPhones(digits, "that opened with the maker's key where a chip wants the code first", codes => codes.WhereTheCodeComesFirst);

    /// <summary>Arithmetic, and said to be.</summary>
    public static ClaimFigure Time(int digits) => new(
        Text($"by arithmetic: all codes of {digits} digits at {SecurityChip.TimePerGuess.TotalMilliseconds} ms a guess"),
        _ => Text($"{GuessedCodes.Time(Passcode.Count(digits)).TotalHours:F1} hours"));

    private static ClaimFigure OfPhones(int digits, string what, Func<GuessedCodes, int> count) => new(
        Text($"seized phones with random codes of {digits} digits {what}"),
        result => Text($"{count(GuessedCodes.Run(digits, Phones, result.Request.Seed))} of {Phones}"));

    private static ClaimFigure OfHistory(string what, Func<KeptHistory, int> count) => new(what, result =>
        result.Request is var (conversation, at, target, seed, _) && KeptHistory.Run(conversation, at, target, Period, seed) is var history
            ? Text($"{count(history)} of {history.Past}")
            : "");

    private static ClaimFigure OfBackup(string what, Func<OrderedBackup, int> count) => new(what, result =>
        result.Request is var (conversation, at, target, seed, _) && OrderedBackup.Run(conversation, at, target, seed) is var backup
            ? Text($"{count(backup)} of {backup.Messages}")
            : "");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
