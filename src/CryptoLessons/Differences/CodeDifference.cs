using CryptoLessons.Designs;

namespace CryptoLessons.Differences;

/// <summary>The first difference of two designs: which bodies their phones run.</summary>
/// <param name="Seams">Every seam of the protocol that one of them fills in.</param>
/// <param name="Parts">What one of them has beside the functions.</param>
public sealed record CodeDifference(IReadOnlyList<SeamDifference> Seams, IReadOnlyList<DesignPart> Parts)
{
    /// <summary>The difference of two designs.</summary>
    public static CodeDifference Between(Design a, Design b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Type[] At(Design design, Type seam) => [.. design.Functions.Where(type => Seam.Of(type) == seam)];
        IEnumerable<Type> seams = a.Functions.Concat(b.Functions).Select(Seam.Of).Distinct();
        return new([.. seams.Select(seam => new SeamDifference(seam, At(a, seam), At(b, seam)))], DesignPart.Of(a, b));
    }
}
