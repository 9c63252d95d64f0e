namespace CryptoLessons.ExceptionalAccess;

/// <summary>What a relay carries where the sender is sealed: to whom, when, and a sealed message in which the sender's name lies.</summary>
/// <param name="To">The recipient's name.</param>
/// <param name="Time">When it was sent, UTC.</param>
/// <param name="Message">The sealed message; its recipient alone opens it.</param>
public sealed record SealedEnvelope(string To, DateTimeOffset Time, ReadOnlyMemory<byte> Message);
