using System.Globalization;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;

namespace CryptoLessons.Population;

/// <summary>A population that is to be played, and the figures of the reader's own for what follows by arithmetic.</summary>
public sealed record PopulationRequest
{
    /// <summary>How many people are played at most when nothing is said: enough for shares of a percent, and seconds rather than hours.</summary>
    public const int DefaultReal = 1000;

    /// <summary>Messages that a user sends a day when nothing is said. WhatsApp reported about 55 in 2017 (55 billion by a billion daily users);
    /// fewer are played because every figure grows in proportion and the time does too.</summary>
    public const int DefaultMessagesPerDay = 4;

    /// <summary>Most messages that a user may send a day: one in less than a minute and a half, day and night.</summary>
    public const int MostMessagesPerDay = 1000;

    /// <summary>Most days: a hundred years. With the most messages of a day, numbers of messages still fit.</summary>
    public const int MostDays = 36_500;

    /// <summary>Most holders of parts of a secret: more than there are countries, agencies and firms in any proposal.</summary>
    public const int MostHolders = 10_000;

    private const int DefaultWarrants = 3;

    private PopulationRequest()
    {
    }

    /// <summary>When the first day begins, UTC.</summary>
    public static DateTimeOffset Start { get; } = new(2017, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How many people there are; only so many of them are played as <see cref="Played"/> says.</summary>
    public required long Users { get; init; }

    /// <summary>How many people are played with real cryptography.</summary>
    public required int Played { get; init; }

    /// <summary>For how many days they write.</summary>
    public required int Days { get; init; }

    /// <summary>Their messenger.</summary>
    public required Design Design { get; init; }

    /// <summary>When its access secret leaks, in days from the start.</summary>
    public required decimal Leak { get; init; }

    /// <summary>The seed of every key and of everything that is said.</summary>
    public required long Seed { get; init; }

    /// <summary>How many messages each user sends a day.</summary>
    public required int MessagesPerDay { get; init; }

    /// <summary>How many of the people who are played are under a warrant.</summary>
    public required int Warrants { get; init; }

    /// <summary>What the reader takes for granted.</summary>
    public required Assumptions Assumptions { get; init; }

    /// <summary>When the secret leaks, UTC.</summary>
    public DateTimeOffset LeaksAt => Start.AddTicks((long)(Leak * TimeSpan.TicksPerDay));

    /// <summary>A request with defaults for what is not named, or the sentence that says why there can be none.</summary>
    /// <param name="users">How many people there are.</param>
    /// <param name="days">For how many days they write.</param>
    /// <param name="design">Name of their messenger.</param>
    /// <param name="leak">When its access secret leaks, in days from the start.</param>
    /// <param name="seed">The seed; null for <see cref="MatrixRequest.DefaultSeed"/>.</param>
    /// <param name="real">How many people are played at most.</param>
    /// <param name="messages">How many messages each sends a day.</param>
    /// <param name="warrants">How many of those who are played are under a warrant, at most one in a conversation; null for three, or fewer where there
    /// are not so many conversations.</param>
    /// <param name="assumptions">What the reader takes for granted; null for what was reported.</param>
    public static (PopulationRequest? Request, string? Error) Create(
        long users,
        int days,
        string design,
        decimal leak,
        long? seed = null,
        int real = DefaultReal,
        int messages = DefaultMessagesPerDay,
        int? warrants = null,
        Assumptions? assumptions = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        assumptions ??= new();
        int played = (int)Math.Min(users, real), circles = Circle.CountOf(Math.Max(played, 0));
        string? error =
            users < 2 ? Say($"A population of {users} has nobody to write to: choose --users from 2 up.")
            : real < 2 ? Say($"{real} real users cannot write to each other: choose --real from 2 up.")
            : days is < 1 or > MostDays ? Say($"{days} days cannot be played: choose --days from 1 to {MostDays}.")
            : leak < 0 || leak > days ? Say($"Day {leak} is not in the run: choose --leak from 0 to {days}, decimals allowed.")
            : messages is < 1 or > MostMessagesPerDay
                ? Say($"{messages} messages a day cannot be played: choose --messages from 1 to {MostMessagesPerDay}.")
            : warrants < 0 || warrants > circles
                ? Say($"{warrants} people cannot be under warrant, one in a conversation: choose --warrants from 0 to {circles}, or more --real users.")
            : Design.Find(design) is null
                ? $"There is no design '{Shown.Of(design)}': choose from {string.Join(", ", Design.All.Select(known => known.Id))}."
            : assumptions.Error;
        return error is not null ? (null, error) : (new()
        {
            Users = users,
            Played = played,
            Days = days,
            Design = Design.Named(design),
            Leak = leak,
            Seed = seed ?? MatrixRequest.DefaultSeed,
            MessagesPerDay = messages,
            Warrants = warrants ?? Math.Min(DefaultWarrants, circles),
            Assumptions = assumptions,
        }, null);
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
