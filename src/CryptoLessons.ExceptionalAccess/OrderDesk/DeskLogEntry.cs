namespace CryptoLessons.ExceptionalAccess;

/// <summary>One line of a desk's log.</summary>
/// <param name="By">Who asked, as the request itself says it.</param>
/// <param name="Target">About whom.</param>
/// <param name="Time">When the request came in, UTC.</param>
/// <param name="Refusal">Why it was refused; null when it was answered.</param>
public sealed record DeskLogEntry(string By, string Target, DateTimeOffset Time, OrderRefusal? Refusal);
