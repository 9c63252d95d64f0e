namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="LongDialogue"/> and <see cref="KeyEncapsulation"/>, with the project's goals beside what this run
/// reached.</summary>
internal static class PostQuantumSection
{
    private const double GoalRatio = 1.5;
    private const double GoalKem = 150_000;
    private const double GoalSession = 2_000_000;

    /// <summary>Measures and writes.</summary>
    public static string Write()
    {
        IReadOnlyDictionary<string, Measured> dialogue = Measured.Run<LongDialogue>(), kems = Measured.Run<KeyEncapsulation>();
        var side = new LongDialogue();
        Ratio ratio = InTurns.Compare(
            new(nameof(LongDialogue.UnderX3dh), Nothing, side.UnderX3dh, LongDialogue.Messages),
            new(nameof(LongDialogue.UnderTriple), Nothing, side.UnderTriple, LongDialogue.Messages))[nameof(LongDialogue.UnderTriple)];
        string messages = MarkdownTable.Write(
            ["one message of a dialogue, out and in", "time, in messages under x3dh", "bytes allocated"],
            [
                ["x3dh", "1.00", Figures.Allocated(dialogue[nameof(LongDialogue.UnderX3dh)].AllocatedBytes)],
                ["triple", ratio.ToString(), Figures.Allocated(dialogue[nameof(LongDialogue.UnderTriple)].AllocatedBytes)],
            ]);
        string[] Row(string title, string benchmark) => [title, kems[benchmark].Microseconds, Figures.Allocated(kems[benchmark].AllocatedBytes)];
        string operations = MarkdownTable.Write(
            ["key encapsulation", "time, noisy", "bytes allocated"],
            [
                Row("Kyber-1024, key pair", nameof(KeyEncapsulation.GenerateKyber1024)),
                Row("Kyber-1024, encapsulation", nameof(KeyEncapsulation.EncapsulateKyber1024)),
                Row("Kyber-1024, decapsulation", nameof(KeyEncapsulation.DecapsulateKyber1024)),
                Row("ML-KEM-768, key pair", nameof(KeyEncapsulation.GenerateMlKem768)),
                Row("ML-KEM-768, encapsulation", nameof(KeyEncapsulation.EncapsulateMlKem768)),
                Row("... of it with the header alone", nameof(KeyEncapsulation.BeginMlKem768)),
                Row("ML-KEM-768, decapsulation", nameof(KeyEncapsulation.DecapsulateMlKem768)),
            ]);
        string goals = MarkdownTable.Write(
            ["goal", "this run", "met"],
            [
                [
                    $"a message of a long dialogue under triple takes at most {Figures.Ratio(GoalRatio)} times one under x3dh",
                    ratio.ToString(),
                    Figures.YesNo(ratio.Median <= GoalRatio),
                ],
                Goal("ML-KEM-768 encapsulation", GoalKem, kems[nameof(KeyEncapsulation.EncapsulateMlKem768)]),
                Goal("ML-KEM-768 decapsulation", GoalKem, kems[nameof(KeyEncapsulation.DecapsulateMlKem768)]),
                Goal(
                    "a session opened under triple, prekeys and first message of both ends together",
                    GoalSession,
                    dialogue[nameof(LongDialogue.OpenASession)]),
            ]);
        return $"""
            ## What does it cost that no quantum computer helps?

            Two people take turns, {LongDialogue.Messages} messages a stretch, while the post-quantum ratchet passes its epochs.

            {messages}

            {operations}

            {goals}
            """;
    }

    private static string[] Goal(string what, double nanoseconds, Measured measured) =>
        [$"{what} in under {Figures.Microseconds(nanoseconds)}", measured.Microseconds, Figures.YesNo(measured.Nanoseconds < nanoseconds)];

    private static void Nothing()
    {
    }
}
