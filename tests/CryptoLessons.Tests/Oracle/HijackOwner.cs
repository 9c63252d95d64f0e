namespace CryptoLessons.Tests.Oracle;

/// <summary>As the peer towards the owner: message 0 under a new ratchet key of the thief's own, which answers chain s.</summary>
internal sealed record HijackOwner : ForgeryAttempt;
