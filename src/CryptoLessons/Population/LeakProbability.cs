namespace CryptoLessons.Population;

/// <summary>With what probability a secret leaks that several hold whole or in parts.</summary>
/// <remarks>Each loses what he holds with the same probability and independently of the others. One fault in what all of them use makes them
/// one holder, whatever their number.</remarks>
/// <param name="Holders">How many there are, at least 1.</param>
/// <param name="Probability">With what probability one of them loses it, 0 to 1.</param>
public sealed record LeakProbability(int Holders, double Probability)
{
    /// <summary>That at least so many of them lose it: the sum of C(n, k) p^k (1-p)^(n-k) from k = t to n; for t = 1 that is 1 - (1-p)^n.</summary>
    /// <param name="needed">How many are enough, from 1 to the number of holders.</param>
    public double AtLeast(int needed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(needed, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(needed, Holders);
        if (Probability is 0 or 1)
            return Probability;
        // In logarithms: neither the coefficients nor the powers fit into a double by themselves.
        double lost = Math.Log(Probability), kept = double.LogP1(-Probability), choose = 0, sum = 0;
        for (int k = 1; k <= Holders; k++)
        {
            choose += Math.Log(Holders - k + 1) - Math.Log(k);
            if (k >= needed)
                sum += Math.Exp(choose + (k * lost) + ((Holders - k) * kept));
        }
        return Math.Min(sum, 1);
    }
}
