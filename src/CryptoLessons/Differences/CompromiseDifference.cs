using CryptoLessons.Adversary;
using CryptoLessons.Matrix;

namespace CryptoLessons.Differences;

/// <summary>What one compromise gave the adversary in two designs.</summary>
/// <param name="A">The first design's cell of the matrix.</param>
/// <param name="B">The second design's.</param>
public sealed record CompromiseDifference(Cell A, Cell B)
{
    /// <summary>The compromise's short name.</summary>
    public string Compromise => A.Compromise;

    /// <summary>Whether any figure of the two cells differs.</summary>
    public bool Differs => Figures(A) != Figures(B);

    private static (int, int, int, int, Forged, Noticed, Noticed) Figures(Cell cell) => (
        cell.Verdict.Past, cell.Verdict.Future, cell.Verdict.Bystanders, cell.History, cell.Forged, cell.ForgeryNoticed, cell.Noticed);
}
