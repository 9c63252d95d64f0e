namespace CryptoLessons.Differences;

/// <summary>What two designs run at one seam of the protocol.</summary>
/// <param name="Seam">The abstract class of functions that both could fill in.</param>
/// <param name="A">The classes with which the first design fills it in, innermost first; empty when it does not.</param>
/// <param name="B">The same of the second.</param>
public sealed record SeamDifference(Type Seam, IReadOnlyList<Type> A, IReadOnlyList<Type> B)
{
    /// <summary>The seam's functions, in the order in which it declares them.</summary>
    public IReadOnlyList<OpenFunction> Functions { get; } = Differences.Seam.Functions(Seam);

    /// <summary>Whether both designs fill it in, so that there are bodies to hold side by side.</summary>
    public bool IsShared => A.Count > 0 && B.Count > 0;

    /// <summary>The seam's functions that they do not run alike; empty when one of them does not fill in the seam at all.</summary>
    public IReadOnlyList<FunctionDifference> Different => Among(Functions);

    /// <summary>The same of functions that classes between the seam and the designs' own leave open.</summary>
    public IReadOnlyList<FunctionDifference> DifferentBetween => Among(Differences.Seam.Between([.. A, .. B]));

    private IReadOnlyList<FunctionDifference> Among(IEnumerable<OpenFunction> functions) => !IsShared ? [] :
    [
        .. functions
            .Select(function => new FunctionDifference(function, Differences.Seam.Running(A, function), Differences.Seam.Running(B, function)))
            .Where(function => !function.A.SequenceEqual(function.B)),
    ];
}
