using CryptoLessons.Lessons;
using CryptoLessons.Scoreboards;

namespace CryptoLessons.Reports.Pictures;

/// <summary>The scoreboard at a glance: designs and criteria in their own order, without an overall score and without a ranking.</summary>
public static class ScoreboardHeatMap
{
    /// <summary>Draws it.</summary>
    /// <param name="scoreboard">The scoreboard.</param>
    /// <returns>A picture with a row for each design and a column for each criterion, and text.</returns>
    public static Exhibit Draw(Scoreboard scoreboard)
    {
        ArgumentNullException.ThrowIfNull(scoreboard);
        HeatCell Of(Score score, int criterion) =>
            new(Math.Clamp(Weights.Share(criterion, score, scoreboard), 0, 1), "", ScoreboardText.Of(score.Values[criterion]));
        return new HeatMap(
            "By seventeen criteria",
            [.. Criterion.All.Select(criterion => $"{criterion.Id} {criterion.Title}")],
            [.. scoreboard.Scores.Select(score => (score.Design.Id, (IReadOnlyList<HeatCell>)[.. Criterion.All.Select((_, i) => Of(score, i))]))],
            Theft: false)
            .Draw(
                "Every design by every criterion",
                "A cell is as full as its value is of what is possible, or of the largest where there is no end. "
                + "Full is good for some criteria and bad for others: the reader weighs.");
    }
}
