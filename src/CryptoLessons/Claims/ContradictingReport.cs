namespace CryptoLessons.Claims;

/// <summary>One side of a contradiction.</summary>
/// <param name="Source">Short name of the report, or who else says so.</param>
/// <param name="Says">What it says, in our words.</param>
/// <param name="Figure">The figure that bears on it; null where there is none.</param>
public sealed record ContradictingReport(string Source, string Says, ClaimFigure? Figure = null);
