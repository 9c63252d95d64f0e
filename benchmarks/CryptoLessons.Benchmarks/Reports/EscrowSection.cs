using Benchmark = CryptoLessons.Benchmarks.EscrowAgainstStrict;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="EscrowAgainstStrict"/>.</summary>
internal static class EscrowSection
{
    /// <summary>Measures and writes.</summary>
    public static Section Write(InTurns turns)
    {
        var side = new Benchmark();
        Operation Sent(string name, Action run) => new(name, side.Deploy, run, Benchmark.Messages);
        Operation Opened(string name, Action run) => new(name, side.DeployAndSend, run, Benchmark.Messages);
        var message = turns.Compare(
            Sent(nameof(Benchmark.MessageStrict), side.MessageStrict),
            Sent(nameof(Benchmark.MessageEscrow), side.MessageEscrow));
        var turn = turns.Compare(
            Sent(nameof(Benchmark.TurnStrict), side.TurnStrict),
            Sent(nameof(Benchmark.TurnEscrow), side.TurnEscrow));
        var opening = turns.Compare(
            Opened(nameof(Benchmark.RecipientOpens), side.RecipientOpens),
            Opened(nameof(Benchmark.AuthorityOpens), side.AuthorityOpens),
            Opened(nameof(Benchmark.ThiefOpens), side.ThiefOpens));

        static string Time(IReadOnlyDictionary<string, Measured> measured, string benchmark) => measured[benchmark].Microseconds;
        static string Wire(string benchmark) => Figures.Count(Benchmark.BytesOnTheWire(benchmark));
        string[] Step(string title, string strict, string escrow, IReadOnlyDictionary<string, Measured> measured) =>
        [
            title,
            measured[escrow].Ratio.ToString(),
            $"{Wire(strict)} -> {Wire(escrow)}",
            $"{measured[strict].Allocated} -> {measured[escrow].Allocated}",
        ];
        string[] Opens(string title, string benchmark) => [title, opening[benchmark].Ratio.ToString(), opening[benchmark].Allocated];
        string steps = MarkdownTable.Write(
            ["strict -> with the field", "time, escrow / strict", "bytes on the wire", "bytes allocated"],
            [
                Step("message out and in, same chain", nameof(Benchmark.MessageStrict), nameof(Benchmark.MessageEscrow), message),
                Step("message out and in when people take turns", nameof(Benchmark.TurnStrict), nameof(Benchmark.TurnEscrow), turn),
            ]);
        string openings = MarkdownTable.Write(
            ["who opens one escrowed message", "time, in openings by the recipient", "bytes allocated"],
            [
                Opens("the recipient", nameof(Benchmark.RecipientOpens)),
                Opens("the authority, under a warrant", nameof(Benchmark.AuthorityOpens)),
                Opens("a thief with the authority's key", nameof(Benchmark.ThiefOpens)),
            ]);
        int field = Benchmark.BytesOnTheWire(nameof(Benchmark.MessageEscrow)) - Benchmark.BytesOnTheWire(nameof(Benchmark.MessageStrict));
        return new($"""
            ## What does a key for the authority in every message cost?

            The same steps under Signal's functions and under the same with one field more: the message key, sealed to an authority.
            The sender pays: a key pair and an agreement for each message. The field takes {Figures.Count(field)} bytes.

            {steps}

            Opening takes one agreement with the authority's key, for one message. The authority also checks the warrant's signature,
            when it is first shown, and writes a line into its log each time; a thief does neither.

            {openings}

            Aside, noisy: a message out and in takes {Time(message, nameof(Benchmark.MessageStrict))} without the field and
            {Time(message, nameof(Benchmark.MessageEscrow))} with it; to open one takes the authority {Time(opening, nameof(Benchmark.AuthorityOpens))}
            and the thief {Time(opening, nameof(Benchmark.ThiefOpens))}.
            """);
    }
}
