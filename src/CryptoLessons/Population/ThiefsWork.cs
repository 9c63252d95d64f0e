namespace CryptoLessons.Population;

/// <summary>How long it takes to try all messages with a leaked secret, at what one message took here.</summary>
/// <param name="Messages">How many.</param>
/// <param name="MicrosecondsEach">What one took, on one core.</param>
public sealed record ThiefsWork(double Messages, double MicrosecondsEach)
{
    /// <summary>Messages x microseconds / 86,400,000,000: days on one core like this one.</summary>
    public double CoreDays => Messages * MicrosecondsEach / TimeSpan.FromDays(1).TotalMicroseconds;
}
