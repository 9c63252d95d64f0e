namespace CryptoLessons.Adversary;

/// <summary>A message as an app keeps it to show it again.</summary>
/// <param name="From">The sender.</param>
/// <param name="Time">When it was sent, UTC.</param>
/// <param name="Plaintext">Its content.</param>
public sealed record StoredMessage(string From, DateTimeOffset Time, ReadOnlyMemory<byte> Plaintext);
