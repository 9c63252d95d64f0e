using CryptoLessons.Protocol.PostQuantum;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>Private keys as other libraries store them; this one stores seeds.</summary>
internal static class PrivateKeys
{
    /// <summary>ŝ encoded || ek || H(ek) || z.</summary>
    public static byte[] Encode(DecapsulationKey key) =>
        [.. key.SHat.SelectMany(element => Encode(element)), .. key.EncapsulationKey, .. key.Hash, .. key.Z];

    private static byte[] Encode(NttPolynomial element)
    {
        byte[] bytes = new byte[ByteCoding.Size(ByteCoding.CoefficientBits)];
        ByteCoding.Encode(ByteCoding.CoefficientBits, element.Coefficients, bytes);
        return bytes;
    }
}
