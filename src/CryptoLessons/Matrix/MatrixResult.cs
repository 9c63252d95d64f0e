namespace CryptoLessons.Matrix;

/// <summary>The whole matrix: what was played, and what really came of it.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Bystanders">Number of messages that bystanders sent.</param>
/// <param name="Designs">One row for each design.</param>
public sealed record MatrixResult(MatrixRequest Request, int Bystanders, IReadOnlyList<DesignResult> Designs);
