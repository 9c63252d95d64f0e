namespace CryptoLessons.ExceptionalAccess;

/// <summary>One line of an authority's log.</summary>
/// <param name="Target">Whom the warrant named.</param>
/// <param name="From">The message's sender.</param>
/// <param name="To">The message's recipient.</param>
/// <param name="Time">When the message was sent, UTC.</param>
/// <param name="Outcome">What came of the request.</param>
public sealed record LogEntry(string Target, string From, string To, DateTimeOffset Time, Outcome Outcome);
