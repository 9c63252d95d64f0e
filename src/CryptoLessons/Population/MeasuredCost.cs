using CryptoLessons.Adversary;

namespace CryptoLessons.Population;

/// <summary>What the work took on this machine, on one core: no two runs agree on it.</summary>
/// <param name="Play">Time of all sending and opening.</param>
/// <param name="Played">Messages that were played; some of them more than once.</param>
/// <param name="Read">Time of the thief's work on the record.</param>
/// <param name="Tried">Messages that the thief tried to read.</param>
public sealed record MeasuredCost(TimeSpan Play, long Played, TimeSpan Read, long Tried)
{
    /// <summary>Microseconds to send a message and open it at the other end.</summary>
    public double PlayMicroseconds => Play.TotalMicroseconds / Math.Max(Played, 1);

    /// <summary>Microseconds for the thief to try a message, whether it opens or not.</summary>
    public double ReadMicroseconds => Read.TotalMicroseconds / Math.Max(Tried, 1);

    /// <summary>Microseconds for the mass reader to try a message of the design, on one core; null where there is no opening in bulk.</summary>
    public double? BulkMicroseconds { get; init; }

    /// <summary>Microseconds for the thief to try a message in the way that is quickest.</summary>
    public double QuickestMicroseconds => BulkMicroseconds ?? ReadMicroseconds;

    /// <summary>What a game cost.</summary>
    internal static MeasuredCost Of(StreamedGame game) =>
        new(game.Playing.Time, game.Playing.Messages, game.Reading.Time, game.Reading.Messages);

    /// <summary>Both together.</summary>
    internal MeasuredCost And(MeasuredCost other) =>
        new(Play + other.Play, Played + other.Played, Read + other.Read, Tried + other.Tried);
}
