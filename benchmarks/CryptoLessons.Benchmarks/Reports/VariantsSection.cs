using Benchmark = CryptoLessons.Benchmarks.EscrowVariants;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="EscrowVariants"/>.</summary>
internal static class VariantsSection
{
    /// <summary>Measures and writes.</summary>
    public static Section Write(InTurns turns)
    {
        // A message's number is on the wire too: all lengths are those of a young session.
        Benchmark side = new(), young = new();
        IReadOnlyDictionary<string, Measured> measured = turns.Compare(
            new(nameof(Benchmark.Strict), side.Strict, Benchmark.Messages),
            new(nameof(Benchmark.SessionSecret), side.SessionSecret, Benchmark.Messages),
            new(nameof(Benchmark.ContentKey), side.ContentKey, Benchmark.Messages),
            new(nameof(Benchmark.MessageKey), side.MessageKey, Benchmark.Messages),
            new(nameof(Benchmark.MessageKeyRecomputed), side.MessageKeyRecomputed, Benchmark.Messages),
            new(nameof(Benchmark.KeyOfTheDay), side.KeyOfTheDay, Benchmark.Messages),
            new(nameof(Benchmark.ForEveryJurisdiction), side.ForEveryJurisdiction, Benchmark.Messages));
        string[] Row(string title, string benchmark) =>
            [title, measured[benchmark].Ratio.ToString(), Figures.Count(young.BytesOnTheWire(benchmark)), measured[benchmark].Allocated];
        string table = MarkdownTable.Write(
            ["one message out and in, same chain", "time, in that of strict", "bytes on the wire", "bytes allocated"],
            [
                Row("strict", nameof(Benchmark.Strict)),
                Row("session secret, once for a session", nameof(Benchmark.SessionSecret)),
                Row("content key", nameof(Benchmark.ContentKey)),
                Row("message key", nameof(Benchmark.MessageKey)),
                Row("message key, recomputed by the receiver", nameof(Benchmark.MessageKeyRecomputed)),
                Row("message key, to the key of the day", nameof(Benchmark.KeyOfTheDay)),
                Row($"message key, to {Benchmark.Jurisdictions} authorities", nameof(Benchmark.ForEveryJurisdiction)),
            ]);
        return new($"""
            ## What does each kind of exceptional access cost the people?

            Shares of the authority's key, judges and ledgers are nothing that a phone notices: those designs cost the people what the message
            key costs.

            {table}
            """);
    }
}
