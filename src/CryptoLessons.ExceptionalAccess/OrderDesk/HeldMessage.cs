namespace CryptoLessons.ExceptionalAccess;

/// <summary>A message that a provider can read, because its design lets it.</summary>
/// <param name="From">The sender.</param>
/// <param name="To">The recipients.</param>
/// <param name="Time">When it was sent, UTC.</param>
/// <param name="Content">What it says.</param>
public sealed record HeldMessage(string From, IReadOnlyList<string> To, DateTimeOffset Time, ReadOnlyMemory<byte> Content);
