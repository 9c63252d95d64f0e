using System.Numerics;

namespace CryptoLessons.Tests.Curve25519;

/// <summary>The same arithmetic on big integers: slow, obvious, and from another author.</summary>
internal static class Integers
{
    public static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    public static readonly BigInteger L = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493");

    public static BigInteger Modulo(BigInteger value, BigInteger modulus) => ((value % modulus) + modulus) % modulus;

    public static BigInteger FromBytes(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true);

    public static byte[] ToBytes(BigInteger value, int count)
    {
        byte[] bytes = new byte[count];
        value.ToByteArray(isUnsigned: true).CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>The given edge values, then as many random ones of the same length.</summary>
    public static List<BigInteger> Samples(int bits, int randomCount, params BigInteger[] edges)
    {
        Random random = PrintedSeed.NewRandom();
        List<BigInteger> samples = [.. edges];
        for (int i = 0; i < randomCount; i++)
            samples.Add(FromBytes(random.NextBytes(bits / 8)) >> (bits % 8 == 0 ? 0 : 8 - (bits % 8)));
        return samples;
    }
}
