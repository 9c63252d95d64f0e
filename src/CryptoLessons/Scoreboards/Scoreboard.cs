using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;
using CryptoLessons.WithoutABackDoor;

namespace CryptoLessons.Scoreboards;

/// <summary>Designs side by side: what each delivers for a lawful request beside what one leak costs everybody else, and seventeen criteria.</summary>
/// <remarks>There is no overall score, and no ranking.</remarks>
/// <param name="Matrix">The matrix from which most of it comes.</param>
/// <param name="Scores">One row for each design.</param>
public sealed record Scoreboard(MatrixResult Matrix, IReadOnlyList<Score> Scores)
{
    /// <summary>The probability that one holder of a secret is robbed, where the reader names none.</summary>
    public const double DefaultProbability = 0.02;

    /// <summary>Runs everything.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="probability">The probability that one holder of a secret is robbed, from 0 to 1.</param>
    /// <param name="progress">Told in a few words, often and from several threads, how far the work is.</param>
    public static Scoreboard Run(MatrixRequest request, double probability = DefaultProbability, IProgress<string>? progress = null)
    {
        MatrixResult matrix = MatrixRunner.Run(request, progress);
        Script script = matrix.Script;
        double strict = BytesPerMessage(Play(Strict.Design, request, script).Transcript, script);
        var scores = new Score[matrix.Designs.Count];
        // One after another, so that they do not take each other's time.
        double strictTime = MessageTime.Median(Strict.Design, script, new(request.Seed));
        double[] times = [.. matrix.Designs.Select(row => MessageTime.Median(row.Design, script, new(request.Seed)))];
        Parallel.For(0, scores.Length, i =>
        {
            DesignResult row = matrix.Designs[i];
            progress?.Report($"{row.Design.Id}: evading and denying");
            scores[i] = new(row, script, request.At)
            {
                Evading = Play(DoubleEnvelope.EncryptTwice(row.Design), request, script).ServeWarrant(),
                Repudiable = IsRepudiable(Play(row.Design, request, script)),
                BytesMore = BytesPerMessage(row.Transcript, script) - strict,
                Probability = probability,
                Microseconds = times[i],
                TimesStrict = times[i] / strictTime,
            };
        });
        return new(matrix, scores);
    }

    private static Game Play(Design design, MatrixRequest request, Script script) => design.Play(script, request.At, request.Target, new(request.Seed));

    private static bool IsRepudiable(Game game) => game.Forge([new ForgeAsRecipient()], game.MemberSeizure()).Forged != Forged.None;

    private static double BytesPerMessage(Transcript transcript, Script script) =>
        (double)transcript.Entries.Where(entry => entry.Message <= script.ConversationLength).Sum(entry => entry.Envelope.Message.Bytes.Length)
        / script.ConversationLength;
}
