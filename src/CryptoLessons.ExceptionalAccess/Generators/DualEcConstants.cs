using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Math.EC.Multiplier;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>What is built into every copy of Dual_EC_DRBG: the curve P-256, its base point P, and a second point Q.</summary>
/// <remarks>
/// Some number d makes P = dQ. To find it from the two points is the discrete logarithm that nobody can compute; but whoever chose Q as a
/// multiple of P has it, and no look at the points tells. Source: NIST SP 800-90A (2012), 10.3.1 and A.1; Shumow and Ferguson, CRYPTO 2007.
/// </remarks>
public sealed class DualEcConstants
{
    /// <summary>How many bits of each coordinate the standard withholds.</summary>
    public const int StandardDroppedBits = 16;

    internal const int CoordinateBits = 256;
    private const int CoordinateSize = CoordinateBits / 8;

    // Fewer squarings than the curve's own way, for the two points that are multiplied again and again.
    private static readonly FixedPointCombMultiplier Comb = new();

    private readonly ECPoint q;

    /// <summary>Constants with a Q of somebody's choice.</summary>
    /// <param name="qx">Q's x coordinate, 32 bytes, big-endian.</param>
    /// <param name="qy">Q's y coordinate, 32 bytes, big-endian.</param>
    /// <param name="droppedBits">How many of the top bits of each coordinate are withheld, 1 to 16.</param>
    /// <exception cref="ArgumentException">There is no such point on P-256.</exception>
    public DualEcConstants(ReadOnlySpan<byte> qx, ReadOnlySpan<byte> qy, int droppedBits = StandardDroppedBits)
        : this(Curve.Curve.ValidatePoint(Number(qx), Number(qy)), droppedBits)
    {
    }

    internal DualEcConstants(ECPoint q, int droppedBits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(droppedBits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(droppedBits, StandardDroppedBits);
        (this.q, DroppedBits) = (q.Normalize(), droppedBits);
    }

    // Before whatever is made of it.
    internal static X9ECParameters Curve { get; } = CustomNamedCurves.GetByName("P-256");

    /// <summary>The constants of the standard. How its Q was made was never published.</summary>
    public static DualEcConstants Standard { get; } = new(
        Convert.FromHexString("c97445f45cdef9f0d3e05e1e585fc297235b82b5be8ff3efca67c59852018192"),
        Convert.FromHexString("b28ef557ba31dfcbdd21ac46e2a91e3c304f44cb87058ada2cb815151e610046"));

    /// <summary>How many of the top bits of each coordinate are withheld.</summary>
    public int DroppedBits { get; }

    /// <summary>Length of an output, in bytes: 30 where 16 bits are withheld; where fewer are, the first byte has zeros in their place.</summary>
    public int OutputSize => (CoordinateBits - DroppedBits + 7) / 8;

    /// <summary>Q, uncompressed, 65 bytes.</summary>
    public byte[] Q => q.GetEncoded(compressed: false);

    /// <summary>x(kP).</summary>
    internal static byte[] XOfP(ReadOnlySpan<byte> k) => X(Comb.Multiply(Curve.G, Number(k)));

    /// <summary>x(kQ) without its top bits.</summary>
    internal byte[] Output(ReadOnlySpan<byte> k)
    {
        byte[] output = X(Comb.Multiply(q, Number(k)))[^OutputSize..];
        output[0] &= (byte)(0xFF >> (DroppedBits - (8 * (CoordinateSize - OutputSize))));
        return output;
    }

    internal static byte[] X(ECPoint point) => point.Normalize().AffineXCoord.GetEncoded();

    internal static BigInteger Number(ReadOnlySpan<byte> bytes) => new(1, bytes.ToArray());
}
