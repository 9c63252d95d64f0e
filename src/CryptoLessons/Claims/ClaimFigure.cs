using CryptoLessons.Matrix;

namespace CryptoLessons.Claims;

/// <summary>A figure that bears on a claim: what it counts, and how it comes out of a run.</summary>
/// <param name="What">What is counted, without the figure.</param>
/// <param name="Compute">The figure with its unit, from a run of all designs; the same for the same run.</param>
public sealed record ClaimFigure(string What, Func<MatrixResult, string> Compute);
