using CryptoLessons.ExceptionalAccess.Scanning;

namespace CryptoLessons.Attacks.Scanning;

/// <summary>The second preimage: an innocent picture, changed until its hash is that of a listed one. Whoever forwards it is reported.</summary>
/// <remarks>
/// A hash that lets similar pictures be alike can be met on purpose. It takes an entry of the list, from a phone or from a copy of a listed
/// picture, and no key. It is always possible: each bit compares two means, and any order of nine means is there to be painted.
/// </remarks>
public static class FrameByCollision
{
    /// <summary>The least change of a picture's 72 means that gives it a hash which the list takes for that one.</summary>
    /// <param name="innocent">The picture to begin with.</param>
    /// <param name="listed">The entry to meet.</param>
    /// <param name="threshold">In how many bits the hash may differ from the entry, 0 to 64: at 0 it is the entry's, and the higher the
    /// list's threshold, the less must be changed.</param>
    /// <returns>Null when the picture is too small for its cells to be changed one by one; from 18 x 16 pixels on it is large enough.</returns>
    public static AlteredPicture? Collide(GreyImage innocent, PerceptualHash listed, int threshold = 0)
    {
        ArgumentNullException.ThrowIfNull(innocent);
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, PerceptualHash.Size);
        GreyImage? altered = CellPainter.Paint(innocent, listed, fewest: 0, threshold);
        return altered is null ? null : AlteredPicture.Of(innocent, altered);
    }
}
