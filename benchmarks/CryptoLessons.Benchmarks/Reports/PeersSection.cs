using CryptoLessons.Benchmarks.Peers;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="PeerComparison"/>: the ratios that <c>benchmarks/peers/compare.sh</c> prints.</summary>
internal static class PeersSection
{
    // What it is, for the table; the names are those of the ratios.
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["encrypt"] = "message out, same chain",
        ["decrypt"] = "message in, same chain",
        ["round"] = "ping-pong round",
        ["encrypt-triple"] = "message out, same chain, profile triple",
        ["decrypt-triple"] = "message in, same chain, profile triple",
        ["round-triple"] = "ping-pong round, profile triple",
        ["x25519"] = "X25519, variable base",
        ["x25519-base"] = "X25519, fixed base",
        ["key-pair"] = "a new key pair",
        ["mass-read"] = "one captured message opened by a thief, on one core",
    };

    /// <summary>Writes what a comparison came to.</summary>
    public static Section Write(PeerFigures figures)
    {
        string table = MarkdownTable.Write(
            ["our time over the peer's", "ratio", "ours, noisy", "the peer's, noisy"],
            Comparison.All.Where(comparison => figures.Ratios.ContainsKey(comparison.Name)).Select(comparison => (string[])
            [
                $"`{comparison.Name}`: {Titles[comparison.Work]}",
                figures.Ratios[comparison.Name].ToString(),
                Time(figures.Microseconds[comparison.Work]),
                Time(figures.Microseconds[$"{comparison.Peer} {comparison.PeerWork}"]),
            ]));
        string leftOut = figures.LeftOut.Count == 0
            ? string.Empty
            : $"\n\nPeers that were not there in this run, and so no ratio: {string.Join(", ", figures.LeftOut.Select(Code))}. "
                + "`benchmarks/peers/compare.sh` installs them.";
        return new(
            $"""
            ## How fast is it beside other libraries?

                benchmarks/peers/compare.sh

            prints these ratios anew. The peers: {string.Join(", ", figures.Releases)}.
            Plaintexts have {Figures.Count(Correspondence.PlaintextSize)} bytes. Each peer is a process that stays (BouncyCastle works in ours).
            It and this library work in turns, in slices of some milliseconds, and each ratio is the median of the ratios of neighbouring slices.

            {table}{leftOut}

            What is fair to know:

            - **libsignal** here is Rust behind Node.js: its times contain the calls between the two, promises, and the session, which a store in
              JavaScript keeps serialised and which is read and written for each message. Its newest release no longer offers X3DH, so its
              sessions always have the post-quantum ratchet: of our two figures the one under the profile triple is the like of it.
            - **libolm** is C. Its messages are in base64, its curve is portable C, it stores nothing here, and it is deprecated: its makers have
              moved to another library. It stands for a Double Ratchet in C.
            - **OpenSSL** is assembly. Its keys are parsed and its context is set up before the clock starts; ours are parsed too. One agreement
              of it is the unit for our fixed base and for the thief as well.
            - **Ours** runs in memory, both ends in one process, and stores nothing. Every message is opened and compared with what was sent, on
              all sides; nobody's refusals are timed.
            - Garbage collectors belong to the price. Where one has much to do, slices are as long as a thousand messages or some hundred rounds,
              so that each has its share.
            """,
            [.. Comparison.All.Where(comparison => comparison.Goal is not null).Select(comparison => Goal(comparison, figures))]);
    }

    private static Goal Goal(Comparison comparison, PeerFigures figures)
    {
        string what = $"`{comparison.Name}`: {Titles[comparison.Work]}";
        return figures.Ratios.TryGetValue(comparison.Name, out Ratio? ratio)
            ? Reports.Goal.Of(what, ratio.Median, comparison.Goal!.Value, comparison.Stretch, Figures.Precise)
            : new(what, Figures.Precise(comparison.Goal!.Value), Figures.Precise(comparison.Stretch!.Value), "the peer was not there", null, null);
    }

    private static string Code(Comparison comparison) => $"`{comparison.Name}`";

    private static string Time(double microseconds) => Figures.Microseconds(microseconds * 1000);
}
