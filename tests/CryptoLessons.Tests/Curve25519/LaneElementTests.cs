using System.Numerics;
using CryptoLessons.Protocol.Curve25519;
using NUnit.Framework;
using static CryptoLessons.Tests.Curve25519.Integers;

namespace CryptoLessons.Tests.Curve25519;

/// <summary>The field in lanes against big integers, with the largest limbs that its comments allow.</summary>
/// <remarks>Without vectors the runtime computes the same slowly.</remarks>
[TestFixture(typeof(FourLanes))]
[TestFixture(typeof(EightLanes))]
internal sealed class LaneElementTests<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    private const long Carried = (1L << 50) + (1L << 15);
    private const long Column = 1L << 58;

    private Random random = null!;

    [SetUp]
    public void SetUp() => random = PrintedSeed.NewRandom();

    [Test]
    public void SplitsAProductExactly()
    {
        (long A, long B)[] edges =
        [
            (0, 0), (1, 1), (-1, 1), (2 * Carried, Carried), (-2 * Carried, Carried), (1L << 51, 1L << 51), (-(1L << 51), 1L << 51),
            (1L << 50, 1), ((1L << 50) + 1, 1), (-(1L << 50), 1), (-(1L << 50) - 1, 1), (3, 1L << 50), (5, 1L << 50), (-3, 1L << 50),
        ];
        (long A, long B)[] pairs = [.. edges, .. Enumerable.Range(0, 10 * TLanes.Count).Select(_ => (Limb(2 * Carried), Limb(Carried)))];
        foreach ((long A, long B)[] chunk in pairs.Chunk(TLanes.Count))
        {
            (long A, long B)[] lanes = [.. chunk, .. new (long, long)[TLanes.Count - chunk.Length]];
            var product = LaneProduct<TLanes>.Of(Numbers(lanes.Select(pair => pair.A)), Numbers(lanes.Select(pair => pair.B)));
            ulong[] high = Words(product.High), low = Words(product.Low);
            for (int i = 0; i < TLanes.Count; i++)
            {
                long h = unchecked((long)(high[i] - LaneProduct<TLanes>.HighBias)), l = unchecked((long)(low[i] - LaneProduct<TLanes>.LowBias));
                Assert.That(((BigInteger)h << 51) + l, Is.EqualTo((BigInteger)lanes[i].A * lanes[i].B), $"{lanes[i]}");
                Assert.That(l, Is.InRange(-(1L << 50), 1L << 50), $"{lanes[i]}");
            }
        }
    }

    [Test]
    public void ReadsAndWritesTheValueBelowP()
    {
        BigInteger twoTo255 = BigInteger.Pow(2, 255);
        List<BigInteger> values = Samples(256, 50, 0, 1, 18, 19, P - 1, P, P + 1, P + 18, twoTo255 - 1, twoTo255, (2 * twoTo255) - 1);
        foreach (BigInteger[] chunk in values.Chunk(TLanes.Count))
        {
            byte[] bytes = [.. chunk.SelectMany(value => ToBytes(value, 32)), .. new byte[32 * (TLanes.Count - chunk.Length)]];
            BigInteger[] read = Values(LaneElement<TLanes>.FromBytes(bytes));
            Assert.That(read.Take(chunk.Length), Is.EqualTo(chunk.Select(value => value % twoTo255 % P)));
        }
    }

    [Test]
    public void WritesTheValueBelowPOfTheLargestLimbs()
    {
        for (int i = 0; i < 200; i++)
        {
            (LaneElement<TLanes> x, BigInteger[] values) = Extreme(Carried);
            Assert.That(Values(x), Is.EqualTo(values.Select(value => Modulo(value, P))));
        }
    }

    [Test]
    public void MultipliesTheLargestLimbs()
    {
        for (int i = 0; i < 200; i++)
        {
            (LaneElement<TLanes> x, BigInteger[] xs) = Extreme(Carried);
            (LaneElement<TLanes> y, BigInteger[] ys) = Extreme(Carried);
            (LaneElement<TLanes> z, BigInteger[] zs) = Extreme(Carried);
            Assert.That(Values(((x + y) * z).Carry()), Is.EqualTo(Each(j => (xs[j] + ys[j]) * zs[j])));
            Assert.That(Values((z * (x - y)).Carry()), Is.EqualTo(Each(j => (xs[j] - ys[j]) * zs[j])));
            Assert.That(Values(x.Square().Carry()), Is.EqualTo(Each(j => xs[j] * xs[j])));
            Assert.That(Values(((x - y) * 121_665).Carry()), Is.EqualTo(Each(j => (xs[j] - ys[j]) * 121_665)));
            Assert.That(Values((x + y) * z + z.Square()), Is.EqualTo(Each(j => (xs[j] + ys[j] + zs[j]) * zs[j])));
            Assert.That(Values((x + y) * z - z.Square()), Is.EqualTo(Each(j => (xs[j] + ys[j] - zs[j]) * zs[j])));
        }
    }

    /// <summary>All limbs and all products at once at their largest, in the same sense: what a column may hold.</summary>
    [Test]
    public void MultipliesWhereEveryColumnIsFull()
    {
        foreach (long sign in (long[])[1, -1])
        {
            LaneElement<TLanes> sum = Element(Enumerable.Repeat(sign * 2 * Carried, 5 * TLanes.Count));
            LaneElement<TLanes> x = Element(Enumerable.Repeat(Carried, 5 * TLanes.Count));
            BigInteger value = Value(Enumerable.Repeat(Carried, 5));
            Assert.That(Values(sum * x - x.Square()), Is.EqualTo(Each(_ => ((2 * sign) - 1) * value * value)));
            Assert.That(Values(sum * x + sum * x), Is.EqualTo(Each(_ => 4 * sign * value * value)));
        }
    }

    [Test]
    public void CarriesTheLargestColumnsToLimbsThatCanBeMultiplied()
    {
        for (int i = 0; i < 200; i++)
        {
            (LaneColumns<TLanes> x, BigInteger[] xs) = ExtremeColumns();
            (LaneColumns<TLanes> y, BigInteger[] ys) = ExtremeColumns();
            Assert.That(Values(x.Carry()), Is.EqualTo(Each(j => xs[j])));
            Assert.That(Values(x + y), Is.EqualTo(Each(j => xs[j] + ys[j])));
            Assert.That(Values(x - y), Is.EqualTo(Each(j => xs[j] - ys[j])));
            Assert.That(Values((x - y).Square().Carry()), Is.EqualTo(Each(j => (xs[j] - ys[j]) * (xs[j] - ys[j]))));
        }
    }

    [Test]
    public void InvertsAndLeavesZero()
    {
        byte[] bytes = random.NextBytes(32 * TLanes.Count);
        bytes.AsSpan(32, 32).Clear();
        LaneElement<TLanes> x = LaneElement<TLanes>.FromBytes(bytes);
        BigInteger[] xs = Values(x);
        Assert.That(Values(x.Invert()), Is.EqualTo(Each(j => BigInteger.ModPow(xs[j], P - 2, P))));
        Assert.That(Values(x.Invert())[1], Is.EqualTo(BigInteger.Zero));
    }

    [Test]
    public void ExchangesForOneAndLeavesForZero()
    {
        (LaneElement<TLanes> x, _) = Extreme(Carried);
        (LaneElement<TLanes> y, _) = Extreme(Carried);
        (BigInteger[] xs, BigInteger[] ys) = (Values(x), Values(y));
        LaneElement<TLanes>.Swap(ref x, ref y, 0);
        Assert.That((Values(x), Values(y)), Is.EqualTo((xs, ys)));
        LaneElement<TLanes>.Swap(ref x, ref y, 1);
        Assert.That((Values(x), Values(y)), Is.EqualTo((ys, xs)));
    }

    private long Limb(long size) => random.Next(4) switch { 0 => -size, 1 => size, 2 => random.NextInt64(-size, size + 1), _ => random.Next(-1, 2) };

    private (LaneElement<TLanes> Element, BigInteger[] Values) Extreme(long size)
    {
        long[] limbs = [.. Enumerable.Range(0, 5 * TLanes.Count).Select(_ => Limb(size))];
        return (Element(limbs), LaneValues(limbs));
    }

    private (LaneColumns<TLanes> Columns, BigInteger[] Values) ExtremeColumns()
    {
        long[] columns = [.. Enumerable.Range(0, 5 * TLanes.Count).Select(_ => Limb(Column))];
        TLanes[] c = [.. columns.Chunk(TLanes.Count).Select(words => TLanes.Load([.. words.Select(word => unchecked((ulong)word))]))];
        return (new(c[0], c[1], c[2], c[3], c[4]), LaneValues(columns));
    }

    /// <summary>Limb 0 of all lanes, then limb 1, and so on.</summary>
    private static LaneElement<TLanes> Element(IEnumerable<long> limbs)
    {
        TLanes[] l = [.. limbs.Chunk(TLanes.Count).Select(Numbers)];
        return new(l[0], l[1], l[2], l[3], l[4]);
    }

    private static BigInteger[] LaneValues(long[] limbs) =>
        [.. Enumerable.Range(0, TLanes.Count).Select(lane => Value(Enumerable.Range(0, 5).Select(limb => limbs[(limb * TLanes.Count) + lane])))];

    private static BigInteger Value(IEnumerable<long> limbs) => limbs.Reverse().Aggregate(BigInteger.Zero, (value, limb) => (value << 51) + limb);

    private static TLanes Numbers(IEnumerable<long> integers) =>
        TLanes.Load([.. integers.Select(integer => BitConverter.DoubleToUInt64Bits(integer))]);

    private static BigInteger[] Each(Func<int, BigInteger> value) => [.. Enumerable.Range(0, TLanes.Count).Select(lane => Modulo(value(lane), P))];

    private static ulong[] Words(TLanes lanes)
    {
        ulong[] words = new ulong[TLanes.Count];
        lanes.Store(words);
        return words;
    }

    private static BigInteger[] Values(LaneElement<TLanes> element)
    {
        byte[] bytes = new byte[32 * TLanes.Count];
        element.ToBytes(bytes);
        return [.. bytes.Chunk(32).Select(lane => FromBytes(lane))];
    }
}
