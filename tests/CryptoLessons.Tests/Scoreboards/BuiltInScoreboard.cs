using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.Scoreboards;

namespace CryptoLessons.Tests.Scoreboards;

/// <summary>The scoreboard of the built-in conversation, run once for all tests.</summary>
internal static class BuiltInScoreboard
{
    private static readonly Lazy<Scoreboard> Run = new(() => Scoreboard.Run(Request));

    public static MatrixRequest Request => MatrixRequest.Create(BuiltInConversation.Load()).Request!;

    public static Scoreboard Value => Run.Value;

    /// <summary>A design's row.</summary>
    public static Score Of(string design) => Value.Scores.Single(score => score.Design.Id == design);

    /// <summary>A design's value by a criterion.</summary>
    public static CriterionValue Of(string design, string criterion) => Criterion.Find(criterion)!.Value(Of(design));
}
