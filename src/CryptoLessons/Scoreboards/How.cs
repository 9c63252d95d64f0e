namespace CryptoLessons.Scoreboards;

/// <summary>Where a value of the scoreboard comes from.</summary>
public enum How
{
    /// <summary>Something was played, attacked or served, and counted.</summary>
    Run,

    /// <summary>It was computed; a simulation in the tests confirms the formula.</summary>
    Formula,
}
