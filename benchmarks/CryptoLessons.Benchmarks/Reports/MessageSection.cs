using Benchmark = CryptoLessons.Benchmarks.MessageOutAndIn;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="MessageOutAndIn"/>.</summary>
internal static class MessageSection
{
    /// <summary>Measures and writes.</summary>
    public static string Write()
    {
        IReadOnlyDictionary<string, Measured> measured = Measured.Run<Benchmark>();
        var side = new Benchmark();
        IReadOnlyDictionary<string, Ratio> ratios = InTurns.Compare(
            new(nameof(Benchmark.Encrypt), side.OpenSession, side.Encrypt, Benchmark.Messages),
            new(nameof(Benchmark.Decrypt), side.SendBatch, side.Decrypt, Benchmark.Messages),
            new(nameof(Benchmark.Turn), side.OpenSession, side.Turn, 2 * Benchmark.Rounds));

        string Time(string benchmark) => measured[benchmark].Microseconds;
        string[] Row(string title, string benchmark) =>
            [title, ratios[benchmark].ToString(), Figures.Allocated(measured[benchmark].AllocatedBytes)];
        string table = MarkdownTable.Write(
            ["one message", "time, in encryptions", "bytes allocated"],
            [
                Row("encrypt", nameof(Benchmark.Encrypt)),
                Row("decrypt, in order", nameof(Benchmark.Decrypt)),
                Row("out and in when people take turns", nameof(Benchmark.Turn)),
            ]);
        return $"""
            ## What does one message cost?

            A message of {Figures.Count(Correspondence.PlaintextSize)} bytes under Signal's protocol in a session that is open; every message is checked.
            In the last row the receiver makes a Diffie-Hellman step for each message: two agreements and a new key pair.

            {table}

            Aside, noisy: {Time(nameof(Benchmark.Encrypt))} to encrypt, {Time(nameof(Benchmark.Decrypt))} to decrypt,
            {Time(nameof(Benchmark.Turn))} out and in with the step.
            """;
    }
}
