namespace CryptoLessons.ExceptionalAccess;

/// <summary>One line of a relay's log: somebody's phone was connected.</summary>
/// <param name="Person">Whose phone.</param>
/// <param name="Time">When, UTC.</param>
public sealed record ConnectionRecord(string Person, DateTimeOffset Time);
