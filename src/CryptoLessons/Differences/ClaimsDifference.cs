using CryptoLessons.Adversary;
using CryptoLessons.Matrix;

namespace CryptoLessons.Differences;

/// <summary>The third difference of two designs: which attacks succeed, what a warrant opens, and which claims that puts to the test.</summary>
/// <param name="A">The first design's row of the matrix.</param>
/// <param name="B">The second design's.</param>
public sealed record ClaimsDifference(DesignResult A, DesignResult B)
{
    /// <summary>Every compromise, in the order of the matrix.</summary>
    public IReadOnlyList<CompromiseDifference> Compromises { get; } = [.. A.Cells.Zip(B.Cells, (a, b) => new CompromiseDifference(a, b))];

    /// <summary>The claims that both put to the test.</summary>
    public IEnumerable<string> InBoth => A.Design.Claims.Intersect(B.Design.Claims);

    /// <summary>The claims that only the first puts to the test.</summary>
    public IEnumerable<string> OnlyInA => A.Design.Claims.Except(B.Design.Claims);

    /// <summary>The claims that only the second puts to the test.</summary>
    public IEnumerable<string> OnlyInB => B.Design.Claims.Except(A.Design.Claims);

    /// <summary>How many messages the attacks read with unrelated secrets, in both designs together: 0, or the figures prove nothing.</summary>
    public int Control => A.Cells.Concat(B.Cells).Sum(cell => cell.Control.Recovered.Count);

    /// <summary>Against how many cells of both designs the same forging succeeded with unrelated secrets: 0 again.</summary>
    public int ControlForged => A.Cells.Concat(B.Cells).Count(cell => cell.ControlForged != Forged.None);
}
