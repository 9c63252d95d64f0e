namespace CryptoLessons.Tests.Oracle;

/// <summary>As the owner towards the peer: message 0 of a forged chain s+2, under a new ratchet key of the thief's own.</summary>
internal sealed record HijackPeer : ForgeryAttempt;
