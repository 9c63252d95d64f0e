using System.Globalization;

namespace CryptoLessons.Population;

/// <summary>What no run can measure: figures of the reader's own, with what was reported as the default.</summary>
public sealed record Assumptions
{
    private const double MostPicturesPerDay = 1_000_000;

    /// <summary>How many hold the secret or a part of it.</summary>
    public int Holders { get; init; } = 5;

    /// <summary>With what probability one of them loses it in the time that the reader thinks of, 0 to 1; all are taken to be independent.</summary>
    public double Probability { get; init; } = 0.02;

    /// <summary>How many pictures a user sends a day; WhatsApp reported 4.5 billion by a billion users (Android Police, 27 July 2017).</summary>
    public double PicturesPerDay { get; init; } = 4.5;

    /// <summary>With what probability a picture that is on no list is taken for a listed one; Apple reported 3 in 100 million (Apple 2021).</summary>
    public double FalseMatchRate { get; init; } = 3e-8;

    /// <summary>The sentence that says which of them cannot be; null when all can.</summary>
    public string? Error =>
        Holders is < 1 or > PopulationRequest.MostHolders
            ? Say($"{Holders} holders of a secret cannot be computed: choose --holders from 1 to {PopulationRequest.MostHolders}.")
        : !IsProbability(Probability) ? Say($"{Probability} is no probability: choose --probability from 0 to 1.")
        : PicturesPerDay is not (>= 0 and <= MostPicturesPerDay)
            ? Say($"{PicturesPerDay} pictures a day cannot be sent: choose --pictures from 0 to {MostPicturesPerDay}.")
        : !IsProbability(FalseMatchRate) ? Say($"{FalseMatchRate} is no rate of false matches: choose --false-match-rate from 0 to 1.")
        : null;

    private static bool IsProbability(double value) => value is >= 0 and <= 1;

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
