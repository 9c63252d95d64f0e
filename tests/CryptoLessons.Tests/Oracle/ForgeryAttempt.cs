namespace CryptoLessons.Tests.Oracle;

/// <summary>One forged message that the thief of a session state may try. Own chain s and the kept receiving chains are those of the theft.</summary>
internal abstract record ForgeryAttempt;
