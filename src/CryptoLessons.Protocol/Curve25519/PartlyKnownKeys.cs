using System.Buffers.Binary;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>Public keys of which nobody has more than a certain number of private keys, as everybody can check, and nobody sees which those
/// are.</summary>
/// <remarks>
/// A polynomial in the exponent, as in Shamir's scheme: it goes through a point at 0 that a hash gave and whose logarithm nobody knows, and through
/// a points k B whose logarithms its maker chose; so its degree is a, and all other points follow. Whoever knew one logarithm more could interpolate
/// that of the hashed point. The keys that were chosen look like those that follow. After Bellare and Rivest, "Translucent cryptography" (Journal of
/// Cryptology 12(2), 1999), who use oblivious transfer; the construction here is ours.
/// </remarks>
public sealed class PartlyKnownKeys
{
    private static readonly EdwardsPoint Nobodys = HashToPoint();

    private PartlyKnownKeys(IReadOnlyList<ReadOnlyMemory<byte>> points, IReadOnlyList<DhPublicKey> keys, int mostKnown) =>
        (Points, Keys, MostKnown) = (points, keys, mostKnown);

    /// <summary>What is published: compressed points of edwards25519, 32 bytes each, at 1, 2, ... of the polynomial.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Points { get; }

    /// <summary>The same as Curve25519 public keys.</summary>
    public IReadOnlyList<DhPublicKey> Keys { get; }

    /// <summary>How many private keys their maker can have.</summary>
    public int MostKnown { get; }

    /// <summary>Makes such keys.</summary>
    /// <param name="known">How many private keys to have: a, at least 1.</param>
    /// <param name="count">How many keys there are: b, more than a.</param>
    /// <param name="random">Where the private keys come from, and which places they have.</param>
    /// <returns>The keys, and the pairs that are known by their places in <see cref="Keys"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">a is below 1, or not below b.</exception>
    public static (PartlyKnownKeys Keys, IReadOnlyDictionary<int, DhKeyPair> Known) Create(int known, int count, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(known, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(known, count);
        var pairs = new SortedDictionary<int, DhKeyPair>();
        var nodes = new Dictionary<uint, EdwardsPoint> { [0] = Nobodys };
        foreach (int place in Places(known, count, random))
        {
            var pair = DhKeyPair.Generate(random);
            Scalar key = Scalar.FromBytes(pair.Private.Bytes);
            nodes.Add((uint)place + 1, EdwardsCurve.BaseTable.Multiply(key));
            pairs.Add(place, pair);
            Scalar.Wipe(ref key);
        }
        EdwardsPoint[] points = new EdwardsPoint[count];
        for (uint x = 1; x <= count; x++)
            points[x - 1] = nodes.TryGetValue(x, out EdwardsPoint chosen) ? chosen : Evaluate(nodes, x);
        return (new([.. points.Select(point => (ReadOnlyMemory<byte>)Compressed(point))], [.. points.Select(KeyOf)], known), pairs);
    }

    /// <summary>Checks keys that somebody published.</summary>
    /// <param name="points">Compressed points.</param>
    /// <param name="mostKnown">How many private keys their maker says to have at most.</param>
    /// <returns>Null when they do not prove it.</returns>
    public static PartlyKnownKeys? Verify(IReadOnlyList<ReadOnlyMemory<byte>> points, int mostKnown)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (mostKnown < 1 || mostKnown >= points.Count)
            return null;
        var nodes = new Dictionary<uint, EdwardsPoint> { [0] = Nobodys };
        var keys = new List<DhPublicKey>();
        for (int i = 0; i < points.Count; i++)
        {
            if (points[i].Length != EdwardsPoint.Size || !EdwardsPoint.TryDecompress(points[i].Span, out EdwardsPoint point))
                return null;
            if (i < mostKnown)
                nodes.Add((uint)i + 1, point);
            else if (!points[i].Span.SequenceEqual(Compressed(Evaluate(nodes, (uint)i + 1))))
                return null;
            keys.Add(KeyOf(point));
        }
        return new([.. points], keys, mostKnown);
    }

    /// <summary>The polynomial at x, from as many of its points as it takes, with Lagrange's weights: the product of (x - j) / (i - j) over the
    /// others.</summary>
    private static EdwardsPoint Evaluate(Dictionary<uint, EdwardsPoint> nodes, uint x)
    {
        EdwardsPoint sum = EdwardsPoint.Identity;
        foreach (var (i, point) in nodes)
        {
            Scalar numerator = Scalar.FromSmall(1), denominator = Scalar.FromSmall(1);
            foreach (uint j in nodes.Keys.Where(j => j != i))
            {
                Scalar minusJ = -Scalar.FromSmall(j);
                numerator *= Scalar.FromSmall(x) + minusJ;
                denominator *= Scalar.FromSmall(i) + minusJ;
            }
            sum += new PointTable(point).Multiply(numerator * Scalar.Invert(denominator));
        }
        return sum;
    }

    /// <summary>The first places of a shuffled row.</summary>
    private static int[] Places(int known, int count, RandomSource random)
    {
        int[] places = [.. Enumerable.Range(0, count)];
        Span<byte> drawn = stackalloc byte[sizeof(ulong)];
        for (int i = 0; i < known; i++)
        {
            random.Fill(drawn);
            // 64 bits for a few places: that some are likelier shows nowhere.
            int other = i + (int)(BinaryPrimitives.ReadUInt64BigEndian(drawn) % (ulong)(count - i));
            (places[i], places[other]) = (places[other], places[i]);
        }
        return places[..known];
    }

    /// <summary>The first hash of a label and a number that is a point, times 8, so that no part of low order is left.</summary>
    private static EdwardsPoint HashToPoint()
    {
        for (byte number = 0; ; number++)
            if (EdwardsPoint.TryDecompress(SHA256.HashData([.. "CryptoLessons PartlyKnownKeys"u8, number]), out EdwardsPoint point))
                return point.Double().Double().Double();
    }

    private static byte[] Compressed(EdwardsPoint point)
    {
        byte[] compressed = new byte[EdwardsPoint.Size];
        point.Compress(compressed);
        return compressed;
    }

    private static DhPublicKey KeyOf(EdwardsPoint point)
    {
        Span<byte> u = stackalloc byte[DhPublicKey.Size];
        point.ToMontgomery(u);
        return new(u);
    }
}
