namespace CryptoLessons.ExceptionalAccess;

/// <summary>What a relay keeps of what it sees.</summary>
public enum LogPolicy
{
    /// <summary>Every delivery and every connection.</summary>
    Everything,

    /// <summary>For each customer the day of registration and the day of the last connection, and nothing else.</summary>
    TwoDates,
}
