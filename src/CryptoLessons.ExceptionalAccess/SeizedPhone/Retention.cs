namespace CryptoLessons.ExceptionalAccess.SeizedPhone;

/// <summary>How long an app keeps messages to show them again: the owner's choice, and what a seizure finds of the past.</summary>
/// <param name="Period">How long after it was sent a message disappears; null for never.</param>
public sealed record Retention(TimeSpan? Period)
{
    /// <summary>Every message is kept.</summary>
    public static Retention Everything { get; } = new((TimeSpan?)null);

    /// <summary>A message is shown and not kept.</summary>
    public static Retention Nothing { get; } = new(TimeSpan.Zero);

    /// <summary>Whether a message is still there.</summary>
    /// <param name="sent">When it was sent, UTC.</param>
    /// <param name="now">When the phone is seized, UTC.</param>
    public bool Keeps(DateTimeOffset sent, DateTimeOffset now) => Period is not { } period || now - sent < period;
}
