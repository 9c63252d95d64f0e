using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace CryptoLessons.Tests;

/// <summary>How far a count may be from what a probability leads one to expect.</summary>
internal static class Binomial
{
    // Six standard deviations: one run in some hundred million is beyond them by chance.
    private const double Deviations = 6;

    /// <summary>Within the binomial error of <paramref name="trials"/> times <paramref name="probability"/>.</summary>
    public static Constraint Within(long trials, double probability)
    {
        double expected = trials * probability, error = Deviations * Math.Sqrt(expected * (1 - probability));
        return Is.InRange((long)Math.Ceiling(expected - error), (long)Math.Floor(expected + error));
    }
}
