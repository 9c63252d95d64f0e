namespace CryptoLessons.Attacks.SeizedPhone;

/// <summary>What came of guessing a code.</summary>
/// <param name="Guesses">How many codes were tried.</param>
/// <param name="Contents">What the right one opened, record by record; null when none was found.</param>
public sealed record GuessedCode(int Guesses, IReadOnlyList<ReadOnlyMemory<byte>>? Contents);
