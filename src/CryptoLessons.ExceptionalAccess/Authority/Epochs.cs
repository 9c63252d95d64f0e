namespace CryptoLessons.ExceptionalAccess;

/// <summary>Time cut into spans of one UTC day.</summary>
public static class Epochs
{
    /// <summary>Number of the day in which a moment lies, counted from 1 January 1970 UTC.</summary>
    public static long At(DateTimeOffset time) => Math.DivRem(time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.TicksPerDay) is var (days, rest) && rest < 0
        ? days - 1
        : days;
}
