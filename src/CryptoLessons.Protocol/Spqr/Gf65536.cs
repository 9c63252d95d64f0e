namespace CryptoLessons.Protocol.Spqr;

/// <summary>The field GF(2^16) modulo x^16 + x^12 + x^3 + x + 1: addition is exclusive or.</summary>
/// <remarks>Safe because what is computed with these tables goes over the wire in the open: looking them up betrays nothing.</remarks>
internal static class Gf65536
{
    /// <summary>Number of elements other than 0, all of them powers of x.</summary>
    public const int Order = 0xFFFF;

    private const int Modulus = 0x1_100B;
    private const int X = 2;

    private static readonly ushort[] Powers = MakePowers();
    private static readonly ushort[] Logarithms = MakeLogarithms();

    public static ushort Multiply(ushort a, ushort b) => a == 0 || b == 0 ? (ushort)0 : Power(Logarithm(a) + Logarithm(b));

    /// <summary>x^<paramref name="exponent"/>.</summary>
    /// <param name="exponent">0 to 2 * 65,534.</param>
    public static ushort Power(int exponent) => Powers[exponent < Order ? exponent : exponent - Order];

    /// <summary>The exponent to which x is <paramref name="a"/>, below 65,535.</summary>
    /// <param name="a">Any element but 0.</param>
    public static int Logarithm(int a) => Logarithms[a];

    private static ushort[] MakePowers()
    {
        ushort[] powers = new ushort[Order];
        int power = 1;
        for (int i = 0; i < Order; i++)
        {
            powers[i] = (ushort)power;
            power *= X;
            if (power > ushort.MaxValue)
                power ^= Modulus;
        }
        return powers;
    }

    private static ushort[] MakeLogarithms()
    {
        ushort[] logarithms = new ushort[Order + 1];
        for (int i = 0; i < Order; i++)
            logarithms[Powers[i]] = (ushort)i;
        return logarithms;
    }
}
