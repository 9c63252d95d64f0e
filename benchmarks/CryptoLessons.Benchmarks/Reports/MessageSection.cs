using Benchmark = CryptoLessons.Benchmarks.MessageOutAndIn;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="MessageOutAndIn"/>.</summary>
internal static class MessageSection
{
    private const double GoalBytes = 512;

    /// <summary>Measures and writes.</summary>
    public static Section Write(InTurns turns)
    {
        var side = new Benchmark();
        IReadOnlyDictionary<string, Measured> measured = turns.Compare(
            new(nameof(Benchmark.Encrypt), side.OpenSession, side.Encrypt, Benchmark.Messages),
            new(nameof(Benchmark.Decrypt), side.SendBatch, side.Decrypt, Benchmark.Messages),
            new(nameof(Benchmark.Turn), side.OpenSession, side.Turn, 2 * Benchmark.Rounds));

        string Time(string benchmark) => measured[benchmark].Microseconds;
        string[] Row(string title, string benchmark) => [title, measured[benchmark].Ratio.ToString(), measured[benchmark].Allocated];
        string table = MarkdownTable.Write(
            ["one message", "time, in encryptions", "bytes allocated"],
            [
                Row("encrypt", nameof(Benchmark.Encrypt)),
                Row("decrypt, in order", nameof(Benchmark.Decrypt)),
                Row("out and in when people take turns", nameof(Benchmark.Turn)),
            ]);
        return new(
            $"""
            ## What does one message cost?

            A message of {Figures.Count(Correspondence.PlaintextSize)} bytes under Signal's protocol in a session that is open; every message is checked.
            In the last row the receiver makes a Diffie-Hellman step for each message: two agreements and a new key pair.

            {table}

            Aside, noisy: {Time(nameof(Benchmark.Encrypt))} to encrypt, {Time(nameof(Benchmark.Decrypt))} to decrypt,
            {Time(nameof(Benchmark.Turn))} out and in with the step.
            """,
            Beyond("message out", measured[nameof(Benchmark.Encrypt)], EscrowAgainstStrict.BytesOnTheWire(nameof(EscrowAgainstStrict.MessageStrict))),
            Beyond("message in", measured[nameof(Benchmark.Decrypt)], Correspondence.PlaintextSize));
    }

    private static Goal Beyond(string what, Measured measured, int itself) =>
        Goal.Of(
            $"bytes allocated for a {what}, same chain, beyond its own {Figures.Count(itself)}",
            measured.AllocatedBytes - itself,
            GoalBytes,
            stretch: 0,
            Bytes);

    private static string Bytes(double bytes) => Figures.Count((long)bytes);
}
