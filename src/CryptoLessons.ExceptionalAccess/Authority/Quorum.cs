namespace CryptoLessons.ExceptionalAccess;

/// <summary>How many holders of a secret's parts it takes, of how many there are.</summary>
/// <param name="Needed">How many open messages together: t, at least 1.</param>
/// <param name="Of">How many there are: n, at least t.</param>
public sealed record Quorum(int Needed, int Of)
{
    /// <summary>One holder who has it whole.</summary>
    public static Quorum One { get; } = new(1, 1);

    /// <summary>The probability that enough holders are robbed, when each is with probability p and independently of the others.</summary>
    /// <param name="p">From 0 to 1.</param>
    /// <returns>The sum of C(n,k) p^k (1-p)^(n-k) for k from t to n. Whatever robs several at once (one supplier's fault, one office) makes it larger.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is no probability.</exception>
    public double LeakProbability(double p)
    {
        if (!(p >= 0 && p <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        double sum = 0, ways = 1;
        for (int robbed = 0; robbed <= Of; robbed++)
        {
            if (robbed >= Needed)
                sum += ways * Math.Pow(p, robbed) * Math.Pow(1 - p, Of - robbed);
            ways = ways * (Of - robbed) / (robbed + 1);
        }
        return Math.Min(1, sum);
    }
}
