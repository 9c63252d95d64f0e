namespace CryptoLessons.ExceptionalAccess;

/// <summary>A span of time, both ends included.</summary>
/// <param name="From">First moment, UTC.</param>
/// <param name="Until">Last moment, UTC.</param>
public readonly record struct Period(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Whether a moment lies in it.</summary>
    public bool Contains(DateTimeOffset time) => From <= time && time <= Until;
}
