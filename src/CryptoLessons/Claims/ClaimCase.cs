namespace CryptoLessons.Claims;

/// <summary>One cell of the matrix that bears on a claim.</summary>
/// <param name="Design">Short name of the design.</param>
/// <param name="Compromise">Short name of the compromise.</param>
public sealed record ClaimCase(string Design, string Compromise);
