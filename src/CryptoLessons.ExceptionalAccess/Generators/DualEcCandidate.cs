namespace CryptoLessons.ExceptionalAccess;

/// <summary>A guess at the bits that an output lacks, and the generator that follows from it.</summary>
/// <param name="missing">The bits, as a number.</param>
/// <param name="next">Makes the generator; the multiplication is done when it is asked for.</param>
public sealed class DualEcCandidate(int missing, Func<DualEcDrbg> next)
{
    /// <summary>The missing bits, as a number.</summary>
    public int Missing { get; } = missing;

    /// <summary>The generator as it stands behind the output, if the guess is right.</summary>
    public DualEcDrbg Next() => next();
}
