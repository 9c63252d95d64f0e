namespace CryptoLessons.Recordings;

/// <summary>What a run of the mass reader came to.</summary>
/// <param name="Parts">Parts that are finished, those of runs before included.</param>
/// <param name="Of">Parts that were to be read.</param>
/// <param name="Before">Parts that runs before had finished.</param>
/// <param name="Tally">What came of the messages of all finished parts.</param>
/// <param name="Rate">What this run took.</param>
/// <param name="Fault">The sentence that says which part cannot be read; null when all could that were tried.</param>
public sealed record ReadingResult(int Parts, int Of, int Before, ReadingTally Tally, ReadingRate Rate, string? Fault);
