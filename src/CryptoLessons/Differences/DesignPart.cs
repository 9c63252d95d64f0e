using CryptoLessons.Designs;

namespace CryptoLessons.Differences;

/// <summary>What one or both of two designs have beside the functions: a class of an app, a directory, a server or an authority.</summary>
/// <param name="Class">The class.</param>
/// <param name="InA">Whether the first design names it.</param>
/// <param name="InB">Whether the second does.</param>
public sealed record DesignPart(Type Class, bool InA, bool InB)
{
    /// <summary>What it is, in the words of its source.</summary>
    public string Summary => SourceFile.Of(Class).Summary;

    /// <summary>The parts of two designs, the first design's first.</summary>
    internal static IReadOnlyList<DesignPart> Of(Design a, Design b) =>
        [.. a.Parts.Union(b.Parts).Select(part => new DesignPart(part, a.Parts.Contains(part), b.Parts.Contains(part)))];
}
