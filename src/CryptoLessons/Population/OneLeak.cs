namespace CryptoLessons.Population;

/// <summary>What one leak means for more people than were played: the shares that were counted, times their number.</summary>
/// <param name="Users">How many people.</param>
/// <param name="Request">How long they write, and how often.</param>
/// <param name="Figures">What was counted.</param>
public sealed record OneLeak(double Users, PopulationRequest Request, PopulationFigures Figures)
{
    /// <summary>Users x messages a day x days.</summary>
    public double MessagesSent => Users * Request.MessagesPerDay * Request.Days;

    /// <summary>Messages sent x share read in the played part.</summary>
    public double MessagesRead => MessagesSent * Figures.Read / Figures.Messages;

    /// <summary>Users x share weakened in the played part.</summary>
    public double Weakened => Users * Figures.Weakened / Figures.Users;

    /// <summary>People weakened for each under warrant, when no more are than in the played part; null when nobody is.</summary>
    public double? WeakenedForEachWarrant => Figures.UnderWarrant == 0 ? null : Weakened / Figures.UnderWarrant;
}
