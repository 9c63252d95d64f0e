namespace CryptoLessons.ExceptionalAccess;

/// <summary>What every relay has of a customer: two dates. Signal had no more than these to give to a grand jury in 2016.</summary>
/// <param name="Person">The customer.</param>
/// <param name="Registered">The day of registration, UTC.</param>
/// <param name="LastConnected">The day of the last connection, UTC.</param>
public sealed record AccountRecord(string Person, DateOnly Registered, DateOnly LastConnected);
