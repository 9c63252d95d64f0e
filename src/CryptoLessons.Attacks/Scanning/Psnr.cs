using CryptoLessons.ExceptionalAccess.Scanning;

namespace CryptoLessons.Attacks.Scanning;

/// <summary>Peak signal-to-noise ratio: how far two pictures are apart, on the scale that image compression is measured by.</summary>
public static class Psnr
{
    private const double Peak = byte.MaxValue;

    /// <summary>10 log10(255^2 / mean squared difference), in dB; positive infinity for equal pictures.</summary>
    /// <exception cref="ArgumentException">The pictures have different sizes.</exception>
    public static double Between(GreyImage one, GreyImage other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if ((one.Width, one.Height) != (other.Width, other.Height))
            throw new ArgumentException("Pictures of different sizes cannot be compared pixel by pixel.", nameof(other));
        long squares = 0;
        for (int i = 0; i < one.Pixels.Length; i++)
        {
            int difference = one.Pixels[i] - other.Pixels[i];
            squares += difference * difference;
        }
        return 10 * Math.Log10(Peak * Peak * one.Pixels.Length / squares);
    }
}
