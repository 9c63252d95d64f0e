namespace CryptoLessons.ExceptionalAccess;

/// <summary>What comes back from a provider's desk.</summary>
/// <param name="At">When, UTC: a desk takes its time.</param>
/// <param name="Refusal">Why there is nothing; null when there is.</param>
/// <param name="Disclosure">What was held when the request came in; null when it was refused.</param>
public sealed record DeskAnswer(DateTimeOffset At, OrderRefusal? Refusal, Disclosure? Disclosure);
