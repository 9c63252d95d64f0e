using System.Diagnostics;
using CryptoLessons.Protocol.Transparency;
using Benchmark = CryptoLessons.Benchmarks.KeyTransparency;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="KeyTransparency"/>, with the project's goal beside what this run reached.</summary>
internal static class TransparencySection
{
    private const double GoalNanoseconds = 1_000_000;
    private const int Sampled = 1000;

    /// <summary>Measures and writes.</summary>
    public static Section Write(InTurns turns)
    {
        var side = new Benchmark();
        side.Publish();
        var clock = Stopwatch.StartNew();
        side.CloseFirstEpoch();
        TimeSpan build = clock.Elapsed;
        side.CloseOtherEpochs();
        IReadOnlyDictionary<string, Measured> measured = turns.Compare(
            new(nameof(Benchmark.LookUp), side.LookUp, Benchmark.Questions),
            new(nameof(Benchmark.CheckProofs), side.Ask, side.CheckProofs, Benchmark.Questions),
            new(nameof(Benchmark.CheckAnswer), side.Ask, side.CheckAnswer, Benchmark.Questions));

        string Time(string benchmark) => measured[benchmark].Microseconds;
        string[] Row(string title, string benchmark) => [title, measured[benchmark].Ratio.ToString(), measured[benchmark].Allocated];
        string steps = MarkdownTable.Write(
            ["one name", "time, in look-ups", "bytes allocated"],
            [
                Row("the directory looks it up and makes all proofs", nameof(Benchmark.LookUp)),
                Row("the client checks the hashes", nameof(Benchmark.CheckProofs)),
                Row("the client checks everything, the signature too", nameof(Benchmark.CheckAnswer)),
            ]);

        KeyDirectory directory = side.Directory;
        DirectoryAnswer[] found = Ask(i => Benchmark.Name(i * (Benchmark.Names / Sampled))), absent = Ask(i => $"nobody {i}");
        EpochStep step = directory.Step(Benchmark.Epochs);
        string sizes = MarkdownTable.Write(
            ["on the wire", "bytes"],
            [
                ["an answer with a key list of one key", Average(found, answer => answer.Serialize().Length)],
                ["... of it the proof that version 1 is there", Average(found, answer => answer.Steps[0].Serialize().Length)],
                ["... and the proof that version 2 is not", Average(found, answer => answer.Steps[1].Serialize().Length)],
                ["... and the signed root, with its place in the log", Average(found, answer => answer.Epoch.Serialize().Length)],
                ["an answer for a name that is not there", Average(absent, answer => answer.Serialize().Length)],
                [$"an auditor's proof for an epoch with {Figures.Count(Benchmark.NewNames)} new names", Figures.Count(step.Append.Serialize().Length)],
            ]);
        double lookUp = measured[nameof(Benchmark.LookUp)].Nanoseconds;
        string goals = MarkdownTable.Write(
            ["goal", "this run", "met"],
            [
                [
                    $"a look-up with its proofs among {Figures.Count(Benchmark.Names)} names in under {Figures.Microseconds(GoalNanoseconds)}",
                    Figures.Microseconds(lookUp),
                    Figures.YesNo(lookUp < GoalNanoseconds),
                ],
            ]);
        return new($"""
            ## What does key transparency cost?

            A directory of {Figures.Count(Benchmark.Names)} names that keeps every version, after {Figures.Count(Benchmark.Epochs)} epochs.
            Sizes of answers are means of {Figures.Count(Sampled)}, for a client that had not seen a root before.

            {steps}

            {sizes}

            {goals}

            Aside, noisy: the tree of the first epoch, with all names at once, takes {Figures.Seconds(build.TotalSeconds)}; a look-up
            {Time(nameof(Benchmark.LookUp))}, its check {Time(nameof(Benchmark.CheckAnswer))}, of which the hashes {Time(nameof(Benchmark.CheckProofs))}.
            """);

        DirectoryAnswer[] Ask(Func<int, string> name) => [.. Enumerable.Range(0, Sampled).Select(i => directory.LookUp(name(i), since: 0))];
    }

    private static string Average(DirectoryAnswer[] answers, Func<DirectoryAnswer, int> bytes) =>
        Figures.Count((long)Math.Round(answers.Average(bytes)));
}
