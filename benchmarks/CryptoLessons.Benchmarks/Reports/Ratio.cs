namespace CryptoLessons.Benchmarks.Reports;

/// <summary>A ratio of two times over many rounds.</summary>
/// <param name="Lower">Lower quartile.</param>
/// <param name="Median">Median.</param>
/// <param name="Upper">Upper quartile.</param>
internal sealed record Ratio(double Lower, double Median, double Upper)
{
    /// <summary>Median and quartiles of the rounds' ratios.</summary>
    public static Ratio Of(IEnumerable<double> ratios)
    {
        double[] sorted = [.. ratios.Order()];
        return new(sorted[sorted.Length / 4], sorted[sorted.Length / 2], sorted[sorted.Length * 3 / 4]);
    }

    /// <summary>The median, and in brackets the quartiles where they differ.</summary>
    public override string ToString() =>
        Lower == Upper ? Figures.Ratio(Median) : $"{Figures.Ratio(Median)} ({Figures.Ratio(Lower)}-{Figures.Ratio(Upper)})";
}
