using Benchmark = CryptoLessons.Benchmarks.MessageToAGroup;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="MessageToAGroup"/>, with the project's goal beside what this run reached.</summary>
internal static class GroupSection
{
    private const double GoalNanoseconds = 1_000_000;

    /// <summary>Measures and writes.</summary>
    public static Section Write(InTurns turns)
    {
        var side = new Benchmark();
        side.Join();
        IReadOnlyDictionary<string, Measured> measured = turns.Compare(
            new(nameof(Benchmark.Encrypt), side.Encrypt, Benchmark.Messages),
            new(nameof(Benchmark.Open), side.Send, side.Open, Benchmark.Messages));
        string[] Row(string title, string benchmark) => [title, measured[benchmark].Ratio.ToString(), measured[benchmark].Allocated];
        string table = MarkdownTable.Write(
            ["one message to a group", "time, in messages sent", "bytes allocated"],
            [
                Row("the sender encrypts and signs, once for all", nameof(Benchmark.Encrypt)),
                Row("a member checks the signature and opens", nameof(Benchmark.Open)),
            ]);
        double encrypt = measured[nameof(Benchmark.Encrypt)].Nanoseconds;
        string goals = MarkdownTable.Write(
            ["goal", "this run", "met"],
            [
                [
                    $"in a group of {Figures.Count(Benchmark.Members)}, one message encrypted and signed in under {Figures.Microseconds(GoalNanoseconds)}, after set-up",
                    Figures.Microseconds(encrypt),
                    Figures.YesNo(encrypt < GoalNanoseconds),
                ],
            ]);
        return new($"""
            ## What does a message to a group cost?

            Under a sender key that the members have already: the sender's part does not depend on how many they are.

            {table}

            {goals}
            """);
    }
}
