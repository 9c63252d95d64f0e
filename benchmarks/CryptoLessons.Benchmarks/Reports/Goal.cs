namespace CryptoLessons.Benchmarks.Reports;

/// <summary>One of the project's goals, beside what this run came to.</summary>
/// <param name="What">The figure.</param>
/// <param name="Wanted">What it should be at most, written for people.</param>
/// <param name="Stretch">What it would be at best, if there is more to reach for.</param>
/// <param name="Reached">What it was.</param>
/// <param name="Met">Whether it was low enough; null where it could not be measured.</param>
/// <param name="StretchMet">The same of the stretch.</param>
internal sealed record Goal(string What, string Wanted, string? Stretch, string Reached, bool? Met, bool? StretchMet)
{
    /// <summary>A goal for a figure that is there.</summary>
    /// <param name="what">The figure.</param>
    /// <param name="value">What it was.</param>
    /// <param name="wanted">What it should be at most.</param>
    /// <param name="stretch">What it would be at best.</param>
    /// <param name="write">How such figures are written.</param>
    public static Goal Of(string what, double value, double wanted, double? stretch, Func<double, string> write) =>
        new(what, write(wanted), stretch is { } best ? write(best) : null, write(value), value <= wanted, stretch is null ? null : value <= stretch);

    /// <summary>The table of goals.</summary>
    public static string Table(IEnumerable<Goal> goals) => MarkdownTable.Write(
        ["figure", "goal", "stretch", "this run", "goal met", "stretch met"],
        goals.Select(goal => (string[])
        [
            goal.What, goal.Wanted, goal.Stretch ?? string.Empty, goal.Reached,
            goal.Met is { } met ? Figures.YesNo(met) : "not measured",
            goal.StretchMet is { } best ? best ? "yes" : "no" : string.Empty,
        ]));
}
