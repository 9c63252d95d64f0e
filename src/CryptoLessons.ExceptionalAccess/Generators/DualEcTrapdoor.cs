using CryptoLessons.Protocol.Primitives;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The number d with P = dQ: one output and this number give the generator's next state, and with it all that ever follows.</summary>
/// <remarks>
/// An output is x(s'Q) without some bits. Guess them, and s'Q is a point R of the curve, up to its sign; then dR = s'dQ = s'P, whose x
/// coordinate is the next state. Source: Shumow and Ferguson, "On the Possibility of a Back Door in the NIST SP800-90 Dual Ec Prng", CRYPTO 2007.
/// </remarks>
/// <param name="d">32 bytes, big-endian.</param>
public sealed class DualEcTrapdoor(ReadOnlySpan<byte> d)
{
    private readonly BigInteger d = DualEcConstants.Number(d);

    /// <summary>A trapdoor of somebody's own.</summary>
    /// <param name="random">Where d comes from.</param>
    public static DualEcTrapdoor Choose(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> bytes = stackalloc byte[Secret.Size];
        random.Fill(bytes);
        return new(bytes);
    }

    /// <summary>Constants that this trapdoor opens: Q = (1/d)P.</summary>
    /// <param name="droppedBits">How many of the top bits of each coordinate are withheld, 1 to 16.</param>
    public DualEcConstants Constants(int droppedBits = DualEcConstants.StandardDroppedBits) =>
        new(DualEcConstants.Curve.G.Multiply(d.ModInverse(DualEcConstants.Curve.N)), droppedBits);

    /// <summary>Whether it opens some constants: P = dQ.</summary>
    public bool Opens(DualEcConstants constants)
    {
        ArgumentNullException.ThrowIfNull(constants);
        return DualEcConstants.Curve.Curve.DecodePoint(constants.Q).Multiply(d).Equals(DualEcConstants.Curve.G);
    }

    /// <summary>The generators that may have made an output, each as it stands behind it: one for every guess at the missing bits that gives a
    /// point of the curve.</summary>
    /// <param name="constants">What is built into the generator.</param>
    /// <param name="output">A whole output.</param>
    public IEnumerable<DualEcCandidate> Candidates(DualEcConstants constants, ReadOnlyMemory<byte> output)
    {
        ArgumentNullException.ThrowIfNull(constants);
        if (output.Length != constants.OutputSize)
            yield break;
        BigInteger shown = DualEcConstants.Number(output.Span);
        int place = DualEcConstants.CoordinateBits - constants.DroppedBits;
        for (int missing = 0; missing < 1 << constants.DroppedBits; missing++)
            if (Lift(BigInteger.ValueOf(missing).ShiftLeft(place).Or(shown)) is { } r)
                yield return new(missing, () => new(constants, DualEcConstants.X(r.Multiply(d))));
    }

    /// <summary>A point with that x coordinate; null when there is none.</summary>
    /// <remarks>One of two, and it does not matter which: the x coordinate of dR is that of -dR.</remarks>
    private static ECPoint? Lift(BigInteger x)
    {
        ECCurve curve = DualEcConstants.Curve.Curve;
        if (x.CompareTo(curve.Field.Characteristic) >= 0)
            return null;
        ECFieldElement element = curve.FromBigInteger(x);
        ECFieldElement? y = element.Square().Add(curve.A).Multiply(element).Add(curve.B).Sqrt();
        return y is null ? null : curve.CreatePoint(x, y.ToBigInteger());
    }
}
