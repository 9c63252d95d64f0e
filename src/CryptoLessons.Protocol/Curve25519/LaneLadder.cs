using System.Runtime.CompilerServices;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary><see cref="MontgomeryLadder"/> on as many points as there are lanes, bit for bit the same, in constant time.</summary>
/// <remarks>There is one scalar, so all lanes swap together.</remarks>
internal static class LaneLadder<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    private const int TopBit = 254;

    /// <summary>(A - 2) / 4 of the curve v^2 = u^3 + A u^2 + u with A = 486662.</summary>
    private const uint A24 = 121_665;

    /// <summary>Multiplies points as long as there are enough for all lanes, on a processor that has such lanes.</summary>
    /// <param name="scalar">32 bytes, clamped.</param>
    /// <param name="points">The points' u-coordinates, 32 bytes each.</param>
    /// <param name="products">Where the multiples go, 32 bytes each.</param>
    /// <returns>How many bytes of <paramref name="points"/> are done; 0 without such lanes.</returns>
    public static int MultiplyGroups(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> points, Span<byte> products)
    {
        int size = TLanes.Count * FieldElement.Size, done = 0;
        for (; TLanes.IsSupported && points.Length - done >= size; done += size)
            Multiply(scalar, points.Slice(done, size), products.Slice(done, size));
        return done;
    }

    /// <summary>The u-coordinates of the same multiple of each point; all zero for a point of low order.</summary>
    /// <param name="scalar">32 bytes, clamped.</param>
    /// <param name="points">The points' u-coordinates: 32 bytes for each lane, the top bit ignored, reduced modulo p.</param>
    /// <param name="products">Where the multiples go, 32 bytes for each lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> points, Span<byte> products)
    {
        // A step uses (x2 : z2) and (x3 : z3) only as a, b, c and d, the sums and differences of RFC 7748 §5. Those are kept from step to
        // step: so x and z need no carry before they are added, and what a product takes has one.
        LaneElement<TLanes> one = LaneElement<TLanes>.FromSmall(1), x1 = LaneElement<TLanes>.FromBytes(points);
        LaneElement<TLanes> a = one, b = one, c = x1 + one, d = x1 - one;
        ulong swap = 0;
        for (int t = TopBit; t >= 0; t--)
        {
            ulong bit = (ulong)(scalar[t >> 3] >> (t & 7)) & 1;
            LaneElement<TLanes>.Swap(ref a, ref c, swap ^ bit);
            LaneElement<TLanes>.Swap(ref b, ref d, swap ^ bit);
            swap = bit;

            LaneColumns<TLanes> da = d * a, cb = c * b;
            LaneColumns<TLanes> x3 = (da + cb).Square();
            LaneColumns<TLanes> z3 = x1 * (da - cb).Square().Carry();
            LaneColumns<TLanes> a2 = a.Square();
            LaneElement<TLanes> aa = a2.Carry(), bb = b.Square().Carry(), e = aa - bb;
            LaneColumns<TLanes> x2 = aa * bb;
            LaneColumns<TLanes> z2 = e * (a2 + (e * A24));
            a = x2 + z2;
            b = x2 - z2;
            c = x3 + z3;
            d = x3 - z3;
        }
        LaneElement<TLanes>.Swap(ref a, ref c, swap);
        LaneElement<TLanes>.Swap(ref b, ref d, swap);
        // x2 / z2 = (a + b) / (a - b). A power needs its base carried, which a product with 1 does.
        LaneElement<TLanes> inverse = ((a - b) * one).Carry().Invert();
        ((a + b) * inverse).Carry().ToBytes(products);
    }
}
