using CryptoLessons.ExceptionalAccess.Scanning;

namespace CryptoLessons.Attacks.Scanning;

/// <summary>The sender's attack on a perceptual hash: a listed picture, changed so little that people see the same, and the list does not.</summary>
/// <remarks>The sender needs the hash function and no key. Without the list they take the hash of their own copy for the entry.</remarks>
public static class Evasion
{
    /// <summary>The least change of a picture's 72 means that moves its hash beyond a list's threshold.</summary>
    /// <param name="picture">The picture that shall pass.</param>
    /// <param name="listed">The entry that it would match.</param>
    /// <param name="threshold">The list's threshold in bits, 0 to 63: beyond 64 bits there is no escape.</param>
    /// <returns>Null when the picture is too small for its cells to be changed one by one; from 18 x 16 pixels on it is large enough.</returns>
    public static AlteredPicture? Escape(GreyImage picture, PerceptualHash listed, int threshold)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(threshold, PerceptualHash.Size);
        GreyImage? altered = CellPainter.Paint(picture, listed, threshold + 1, PerceptualHash.Size);
        return altered is null ? null : AlteredPicture.Of(picture, altered);
    }

    /// <summary>The simplest way out: the picture in a mirror. Nothing is lost, and nearly all bits of the hash change.</summary>
    public static GreyImage Mirror(GreyImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        byte[] pixels = picture.Pixels.ToArray();
        for (int y = 0; y < picture.Height; y++)
            pixels.AsSpan(y * picture.Width, picture.Width).Reverse();
        return new(picture.Width, picture.Height, pixels);
    }
}
