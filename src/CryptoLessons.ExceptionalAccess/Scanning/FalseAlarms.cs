namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>What a small rate of false matches makes of many pictures.</summary>
/// <remarks>
/// Every account is taken to send equally many pictures, and every picture to match by itself. People send what resembles what they
/// sent before, so false matches come in series on single accounts: what <see cref="AccusedAccounts"/> says for more than one match is a lower bound.
/// </remarks>
/// <param name="PicturesPerDay">How many pictures all accounts send in a day.</param>
/// <param name="Accounts">How many accounts send them.</param>
/// <param name="FalseMatchRate">With what probability a picture that is not on the list matches it, 0 to 1.</param>
public sealed record FalseAlarms(double PicturesPerDay, double Accounts, double FalseMatchRate)
{
    // What is smaller than this part of a sum of doubles does not change it.
    private const double Negligible = 1e-17;

    /// <summary>How many pictures match falsely in a day, on average.</summary>
    public double MatchesPerDay => PicturesPerDay * FalseMatchRate;

    /// <summary>How many accounts have so many false matches after so many days, on average: the tail of a Poisson distribution.</summary>
    /// <param name="matches">From how many matches on an account is looked at, at least 1.</param>
    /// <param name="days">Over how many days matches are added up.</param>
    public double AccusedAccounts(int matches, double days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(matches, 1);
        double expected = MatchesPerDay / Accounts * days;
        if (expected > matches)
            return Accounts * (1 - Fewer(matches, expected));
        double logarithm = (matches * Math.Log(expected)) - expected;
        for (int k = 2; k <= matches; k++)
            logarithm -= Math.Log(k);
        double term = Math.Exp(logarithm), tail = term;
        for (int k = matches + 1; term > tail * Negligible; k++)
            tail += term *= expected / k;
        return Accounts * tail;
    }

    /// <summary>That an account has fewer: where matches are many, the other end of the distribution is the short one, and no sum vanishes.</summary>
    private static double Fewer(int matches, double expected)
    {
        double logarithm = -expected, sum = Math.Exp(logarithm);
        for (int k = 1; k < matches; k++)
            sum += Math.Exp(logarithm += Math.Log(expected / k));
        return sum;
    }
}
