using CryptoLessons.Benchmarks.Reports;

namespace CryptoLessons.Benchmarks.Peers;

/// <summary>Runs this library and its peers in turns, in slices of some milliseconds, and takes the ratio of each two neighbouring slices.</summary>
/// <remarks>A host changes its pace for seconds at a time: two neighbouring slices nearly always see the same pace, two whole runs do not.</remarks>
internal static class PeerComparison
{
    /// <summary>Rounds that count, unless told otherwise.</summary>
    public const int Rounds = 101;

    // A second for each side when there are many rounds; a few rounds are for finding out whether it works at all.
    private const double WarmUpPerRound = 1e7;
    private const double LongestWarmUp = 1e9;
    private const int RoundsPerLine = 10;

    /// <summary>Compares with every peer that is there.</summary>
    /// <param name="rounds">How many slices each side of each comparison gets, from 1.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <exception cref="InvalidOperationException">A peer failed, or a message did not open.</exception>
    public static PeerFigures Run(int rounds, TextWriter progress)
    {
        using var own = new OwnWork();
        IReadOnlyDictionary<string, IPeer?> peers = PeerFolder.Start();
        try
        {
            return Run(rounds, own, peers, progress);
        }
        finally
        {
            foreach (IPeer? peer in peers.Values)
                peer?.Dispose();
        }
    }

    private static PeerFigures Run(int rounds, OwnWork own, IReadOnlyDictionary<string, IPeer?> peers, TextWriter progress)
    {
        (Comparison Comparison, Side Own, Side? Peer)[] pairs =
        [
            .. Comparison.All.Select(comparison => (
                comparison,
                new Side(own, comparison.Work, comparison.AtLeast),
                peers[comparison.Peer] is { } peer ? new Side(peer, comparison.PeerWork, comparison.AtLeast) : null)),
        ];
        var ratios = new Dictionary<string, List<double>>();
        var times = new Dictionary<string, List<double>>();
        progress.WriteLine("warming up ...");
        foreach ((_, Side mine, Side? their) in pairs)
        {
            mine.WarmUp(Math.Min(LongestWarmUp, rounds * WarmUpPerRound));
            their?.WarmUp(Math.Min(LongestWarmUp, rounds * WarmUpPerRound));
        }
        for (int round = 1; round <= rounds; round++)
        {
            if (round % RoundsPerLine == 1)
                progress.WriteLine($"round {Figures.Count(round)} of {Figures.Count(rounds)} ...");
            foreach ((Comparison comparison, Side mine, Side? their) in pairs.Where(pair => (round - 1) % pair.Comparison.Every == 0))
            {
                double time = Note(times, comparison.Work, mine.Slice());
                if (their is not null)
                    Note(ratios, comparison.Name, time / Note(times, $"{comparison.Peer} {comparison.PeerWork}", their.Slice()));
            }
        }
        return new(
            ratios.ToDictionary(entry => entry.Key, entry => Ratio.Of(entry.Value)),
            times.ToDictionary(entry => entry.Key, entry => Ratio.Of(entry.Value).Median / 1000),
            [.. Comparison.All.Where(comparison => peers[comparison.Peer] is null)],
            [.. peers.Values.OfType<IPeer>().Select(peer => peer.Version)]);
    }

    private static double Note(Dictionary<string, List<double>> all, string name, double value)
    {
        if (!all.TryGetValue(name, out List<double>? values))
            all.Add(name, values = []);
        values.Add(value);
        return value;
    }
}
