namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="LongDialogue"/> and <see cref="KeyEncapsulation"/>, with the project's goals beside what this run
/// reached.</summary>
internal static class PostQuantumSection
{
    private const double GoalRatio = 1.5;
    private const double GoalKem = 150_000;
    private const double GoalSession = 2_000_000;
    private const int Batch = 64;

    /// <summary>Measures and writes.</summary>
    public static Section Write(InTurns turns)
    {
        var side = new LongDialogue();
        IReadOnlyDictionary<string, Measured> dialogue = turns.Compare(
            new(nameof(LongDialogue.UnderX3dh), side.UnderX3dh, LongDialogue.Messages),
            new(nameof(LongDialogue.UnderTriple), side.UnderTriple, LongDialogue.Messages),
            Many(nameof(LongDialogue.OpenASession), side.OpenASession));
        var kem = new KeyEncapsulation();
        kem.Encapsulate();
        IReadOnlyDictionary<string, Measured> kems = turns.Compare(
            Many(nameof(KeyEncapsulation.GenerateKyber1024), kem.GenerateKyber1024),
            Many(nameof(KeyEncapsulation.EncapsulateKyber1024), kem.EncapsulateKyber1024),
            Many(nameof(KeyEncapsulation.DecapsulateKyber1024), kem.DecapsulateKyber1024),
            Many(nameof(KeyEncapsulation.GenerateMlKem768), kem.GenerateMlKem768),
            Many(nameof(KeyEncapsulation.EncapsulateMlKem768), kem.EncapsulateMlKem768),
            Many(nameof(KeyEncapsulation.BeginMlKem768), kem.BeginMlKem768),
            Many(nameof(KeyEncapsulation.DecapsulateMlKem768), kem.DecapsulateMlKem768));
        Ratio ratio = dialogue[nameof(LongDialogue.UnderTriple)].Ratio;
        string[] Message(string profile, string benchmark) => [profile, dialogue[benchmark].Ratio.ToString(), dialogue[benchmark].Allocated];
        string messages = MarkdownTable.Write(
            ["one message of a dialogue, out and in", "time, in messages under x3dh", "bytes allocated"],
            [Message("x3dh", nameof(LongDialogue.UnderX3dh)), Message("triple", nameof(LongDialogue.UnderTriple))]);
        string[] Row(string title, string benchmark) => [title, kems[benchmark].Microseconds, kems[benchmark].Allocated];
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
        return new($"""
            ## What does it cost that no quantum computer helps?

            Two people take turns, {LongDialogue.Messages} messages a stretch, while the post-quantum ratchet passes its epochs.

            {messages}

            {operations}

            {goals}
            """);
    }

    private static string[] Goal(string what, double nanoseconds, Measured measured) =>
        [$"{what} in under {Figures.Microseconds(nanoseconds)}", measured.Microseconds, Figures.YesNo(measured.Nanoseconds < nanoseconds)];

    private static Operation Many<TResult>(string name, Func<TResult> once) => new(
        name,
        () =>
        {
            for (int i = 0; i < Batch; i++)
                once();
        },
        Batch);
}
