namespace CryptoLessons.Attacks.Means;

/// <summary>A clock that stands at the time of the message that a <see cref="TwinPhone"/> follows.</summary>
internal sealed class TwinClock : TimeProvider
{
    /// <summary>The time, UTC.</summary>
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => Now;
}
