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
        if (p is 0 or 1)
            return p;
        // In logarithms: with many holders, neither the ways nor the powers fit into a double by themselves.
        double lost = Math.Log(p), kept = double.LogP1(-p), ways = 0, sum = 0;
        for (int robbed = 1; robbed <= Of; robbed++)
        {
            ways += Math.Log(Of - robbed + 1) - Math.Log(robbed);
            if (robbed >= Needed)
                sum += Math.Exp(ways + (robbed * lost) + ((Of - robbed) * kept));
        }
        return Math.Min(1, sum);
    }
}
