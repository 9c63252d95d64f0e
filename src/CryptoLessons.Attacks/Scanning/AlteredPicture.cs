using CryptoLessons.ExceptionalAccess.Scanning;

namespace CryptoLessons.Attacks.Scanning;

/// <summary>A picture after an attack on its hash, and what the attack cost.</summary>
/// <param name="Picture">What is sent.</param>
/// <param name="BitsFlipped">In how many bits its hash differs from that of the original.</param>
/// <param name="Psnr">How near it is to the original, in dB (<see cref="Scanning.Psnr"/>): above 40 hardly anybody sees a difference.</param>
public sealed record AlteredPicture(GreyImage Picture, int BitsFlipped, double Psnr)
{
    internal static AlteredPicture Of(GreyImage original, GreyImage altered) =>
        new(altered, PerceptualHash.Of(original).DistanceTo(PerceptualHash.Of(altered)), Scanning.Psnr.Between(original, altered));
}
