namespace CryptoLessons.Designs;

/// <summary>A clock that stands at the time of the message that is played.</summary>
internal sealed class PlayClock : TimeProvider
{
    /// <summary>The time, UTC; the messages' own times set it.</summary>
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Another clock that stands at the same time.</summary>
    public PlayClock Copy() => new() { Now = Now };
}
