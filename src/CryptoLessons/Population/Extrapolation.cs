using System.Globalization;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.Scanning;

namespace CryptoLessons.Population;

/// <summary>A figure that was not counted but computed from what was, for so many users as were asked about and for a billion.</summary>
/// <param name="Id">Short name, as JSON has it.</param>
/// <param name="What">What it is, with its unit.</param>
/// <param name="Formula">How it is computed.</param>
/// <param name="Users">For the users of the request; null when it cannot be said.</param>
/// <param name="Billion">For a billion.</param>
public sealed record Extrapolation(string Id, string What, string Formula, double? Users, double? Billion)
{
    private const double ABillion = 1e9;

    /// <summary>What follows from the counts and from the reader's assumptions: the same for the same request.</summary>
    public static IReadOnlyList<Extrapolation> FromCounts(PopulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        PopulationRequest request = result.Request;
        OneLeak Leak(double users) => new(users, request, result.Figures);
        FalseAlarms Alarms(double users) => new(users * request.Assumptions.PicturesPerDay, users, request.Assumptions.FalseMatchRate);
        Extrapolation Of(string id, string what, string formula, Func<double, double?> compute) =>
            new(id, what, formula, compute(request.Users), compute(ABillion));
        return
        [
            Of("messagesSent", "messages sent", "users x messages a day x days", users => Leak(users).MessagesSent),
            Of("messagesRead", "messages read by one leak", "messages sent x share read in the played part", users => Leak(users).MessagesRead),
            Of("weakened", "people weakened by it", "users x share weakened in the played part", users => Leak(users).Weakened),
            Of("weakenedForEachWarrant", "of them for each under warrant", "people weakened / people under warrant",
                users => Leak(users).WeakenedForEachWarrant),
            Of("falseAlarmsPerDay", "false alarms a day, if pictures are scanned", "users x pictures a day x false match rate",
                users => Alarms(users).MatchesPerDay),
            Of("falselyAccused", "accounts with one or more in the run", "users x (1 - e^(-pictures a day x rate x days))",
                users => Alarms(users).AccusedAccounts(1, request.Days)),
        ];
    }

    /// <summary>What follows from times: it differs from run to run.</summary>
    public static IReadOnlyList<Extrapolation> FromTimes(PopulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        double? Days(double users) =>
            new ThiefsWork(new OneLeak(users, result.Request, result.Figures).MessagesSent, result.Cost.QuickestMicroseconds).CoreDays;
        string formula = $"messages sent x microseconds to try one{(result.Cost.BulkMicroseconds is null ? "" : " in bulk")} / 86,400,000,000";
        return [new("coreDays", "core-days for the thief to try them all", formula, Days(result.Request.Users), Days(ABillion))];
    }

    /// <summary>With what probability so many holders lose the secret: any one of them, more than half, all.</summary>
    public static IReadOnlyList<(int Needed, string Formula, double Probability)> OfALeak(Assumptions assumptions)
    {
        ArgumentNullException.ThrowIfNull(assumptions);
        int holders = assumptions.Holders;
        return
        [
            .. from needed in ((int[])[1, (holders / 2) + 1, holders]).Distinct()
               select (needed, TailFormula(needed, holders), new Quorum(needed, holders).LeakProbability(assumptions.Probability)),
        ];
    }

    private static string TailFormula(int needed, int holders) => needed == 1
        ? string.Create(CultureInfo.InvariantCulture, $"1 - (1 - p)^{holders}")
        : string.Create(CultureInfo.InvariantCulture, $"sum of C({holders}, k) p^k (1 - p)^({holders} - k), k = {needed} to {holders}");
}
