using System.Globalization;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Matrix;
using CryptoLessons.Population;

namespace CryptoLessons.Claims;

/// <summary>Figures of a small population, played with the run's seed, and of what follows from it for a billion people.</summary>
internal static class PopulationStudy
{
    private const int Users = 8;
    private const int Days = 4;
    private const int MessagesPerDay = 2;
    private const double ABillion = 1e9;

    private static readonly Assumptions Usual = new();

    /// <summary>What a small rate makes of many pictures.</summary>
    public static ClaimFigure FalseMatches { get; } = new(
        Text($"pictures a day that match falsely when a billion people send {Usual.PicturesPerDay} each, at a rate of {Usual.FalseMatchRate:0E-0}")
            + ", by arithmetic",
        _ => Text($"{new FalseAlarms(ABillion * Usual.PicturesPerDay, ABillion, Usual.FalseMatchRate).MatchesPerDay:N0}"));

    /// <summary>Whom a leak exposes among those who are played, beside those under warrant.</summary>
    public static ClaimFigure Weakened(string design) => Of(
        design,
        "people of a small population whose messages one leak opened, and people under warrant",
        result => $"{result.Figures.Weakened} of {result.Figures.Users}, and {result.Figures.UnderWarrant}");

    /// <summary>The same share of many.</summary>
    public static ClaimFigure WeakenedOfABillion(string design) => Of(
        design,
        "the same share of a billion people, by arithmetic",
        result => $"{new OneLeak(ABillion, result.Request, result.Figures).Weakened:N0}");

    /// <summary>What it reads of what many write.</summary>
    public static ClaimFigure ReadOfABillion(string design) => Of(
        design,
        Text($"messages that one leak reads when a billion people write {MessagesPerDay} a day for {Days} days, by arithmetic"),
        result => $"{new OneLeak(ABillion, result.Request, result.Figures).MessagesRead:N0}");

    /// <summary>What a lawful request gets.</summary>
    public static ClaimFigure Warranted(string design) => Of(
        design,
        "messages of those under warrant in a small population that their warrants opened",
        result => $"{result.Figures.WarrantOpened} of {result.Figures.WarrantOf}");

    private static ClaimFigure Of(string design, string what, Func<PopulationResult, FormattableString> figure) =>
        new($"{what}, under `{design}`", matrix => Text(figure(Play(design, matrix))));

    /// <summary>The leak comes as late in the population's run as the compromise in the conversation.</summary>
    private static PopulationResult Play(string design, MatrixResult matrix)
    {
        decimal leak = Days * (decimal)matrix.Request.At / matrix.Request.Conversation.Messages.Count;
        var (request, impossible) = PopulationRequest.Create(Users, Days, design, leak, matrix.Request.Seed, messages: MessagesPerDay);
        return PopulationRunner.Run(request ?? throw new InvalidOperationException(impossible));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
