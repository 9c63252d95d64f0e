using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Scoreboards;

namespace CryptoLessons.Reports;

/// <summary>A value of the scoreboard in few characters, as tables for people have it.</summary>
public static class ScoreboardText
{
    /// <summary>The value, with the numbers that belong to it.</summary>
    public static string Of(CriterionValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        string number = value.Word ?? value.Number.ToString("0.######", CultureInfo.InvariantCulture);
        return value.Beside switch
        {
            [("of", int of)] => string.Create(CultureInfo.InvariantCulture, $"{number} of {of}"),
            [("after", int after)] => string.Create(CultureInfo.InvariantCulture, $"{number}, after {after}"),
            [("steps", int steps)] => string.Create(CultureInfo.InvariantCulture, $"{number} in {steps}"),
            [("needed", int needed), ("of", int of)] when of > 0 => string.Create(CultureInfo.InvariantCulture, $"{number} ({needed} of {of})"),
            _ => number,
        };
    }

    /// <summary>What remains of an act, in one word.</summary>
    public static string Of(Trace trace) => trace switch
    {
        Trace.None => "none",
        Trace.OwnLog => "own-log",
        Trace.PublicLog => "public-log",
        _ => throw new ArgumentOutOfRangeException(nameof(trace), trace, null),
    };
}
