namespace CryptoLessons.Protocol.Sessions;

/// <summary>What an initiator repeats in every message until the first answer arrives, and how long it has waited.</summary>
/// <param name="PreKeys">Which of the responder's prekeys it used.</param>
/// <param name="Since">When the session was opened, UTC, to the millisecond.</param>
/// <param name="Further">Encoded fields that the handshake adds to each prekey message; empty with X3DH.</param>
public sealed record PendingPreKey(UsedPreKeys PreKeys, DateTimeOffset Since, ReadOnlyMemory<byte> Further)
{
    /// <summary>How long an initiator goes on without an answer before it has to fetch a new bundle: 30 days, as in Signal's library.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    /// <summary>Whether the peer has been silent for too long.</summary>
    /// <param name="now">The moment of sending, UTC, to the millisecond.</param>
    public bool IsStale(DateTimeOffset now) => now - Since > Patience;
}
