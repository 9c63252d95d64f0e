namespace CryptoLessons.Differences;

/// <summary>One function that two designs do not run alike.</summary>
/// <param name="Function">The function.</param>
/// <param name="A">The classes whose bodies run in the first design, the outermost first; empty when it has no such function.</param>
/// <param name="B">The same of the second.</param>
public sealed record FunctionDifference(OpenFunction Function, IReadOnlyList<Type> A, IReadOnlyList<Type> B)
{
    /// <summary>The bodies that run in either, each once: those of the design with more of them first.</summary>
    public IReadOnlyList<FunctionBody> Bodies =>
        [.. (A.Count > B.Count ? A.Concat(B) : B.Concat(A)).Distinct().Select(type => Seam.Body(type, Function.Name))];
}
