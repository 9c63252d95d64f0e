namespace CryptoLessons.Conversations;

/// <summary>A stamp as it was read, before it is decided which of two numbers is the day.</summary>
/// <param name="Family">Which phone system's shape it has.</param>
/// <param name="First">The first of day and month, as written; in a year-first stamp the month.</param>
/// <param name="Second">The second of day and month, as written; in a year-first stamp the day.</param>
/// <param name="Year">The year, four digits.</param>
/// <param name="YearFirst">Whether the year was written first, which leaves nothing to decide.</param>
/// <param name="SecondOfDay">Seconds since midnight, or -1 when no clock shows that time.</param>
internal readonly record struct Stamp(StampFamily Family, int First, int Second, int Year, bool YearFirst, int SecondOfDay)
{
    /// <summary>The moment under one order of day and month, or <c>null</c> when there is no such date or time.</summary>
    public DateTimeOffset? ToTime(bool dayFirst)
    {
        bool day = dayFirst && !YearFirst;
        (int d, int m) = day ? (First, Second) : (Second, First);
        if (SecondOfDay < 0 || Year is < 1 or > 9999 || m is < 1 or > 12) return null;
        if (d < 1 || d > DateTime.DaysInMonth(Year, m)) return null;
        return new DateTimeOffset(Year, m, d, 0, 0, 0, TimeSpan.Zero).AddSeconds(SecondOfDay);
    }
}
