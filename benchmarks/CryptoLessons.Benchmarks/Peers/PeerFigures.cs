using CryptoLessons.Benchmarks.Reports;

namespace CryptoLessons.Benchmarks.Peers;

/// <summary>What a run beside the peers came to.</summary>
/// <param name="Ratios">Our time over the peer's, by the name of the comparison.</param>
/// <param name="Microseconds">Median times, noisy, by who and what: <c>libolm encrypt</c>; ours by what alone.</param>
/// <param name="LeftOut">Comparisons with peers that are not there.</param>
/// <param name="Releases">The releases of the peers that are there.</param>
internal sealed record PeerFigures(
    IReadOnlyDictionary<string, Ratio> Ratios,
    IReadOnlyDictionary<string, double> Microseconds,
    IReadOnlyList<Comparison> LeftOut,
    IReadOnlyList<string> Releases)
{
    /// <summary>The machine, and the releases of the peers.</summary>
    public string Machine => string.Join(", ", [MachineFacts.Line, .. Releases]);
}
