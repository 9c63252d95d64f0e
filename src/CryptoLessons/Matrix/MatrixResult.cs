using CryptoLessons.Adversary;

namespace CryptoLessons.Matrix;

/// <summary>The whole matrix: what was played, and what really came of it.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Script">What was said, bystanders included.</param>
/// <param name="Designs">One row for each design.</param>
public sealed record MatrixResult(MatrixRequest Request, Script Script, IReadOnlyList<DesignResult> Designs)
{
    /// <summary>Number of messages that bystanders sent.</summary>
    public int Bystanders { get; } = Script.Bystanders.Count();
}
