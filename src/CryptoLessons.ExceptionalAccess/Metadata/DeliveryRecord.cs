namespace CryptoLessons.ExceptionalAccess;

/// <summary>One line of a relay's log: a message that it passed on, without a word of what it says.</summary>
/// <param name="From">The sender; null where the relay was not told.</param>
/// <param name="To">The recipient: whoever delivers a message knows that.</param>
/// <param name="Time">When it was sent, UTC.</param>
/// <param name="Size">Its length on the wire, in bytes.</param>
public sealed record DeliveryRecord(string? From, string To, DateTimeOffset Time, int Size);
