using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;
using Bouncy = Org.BouncyCastle.Math.EC.Rfc7748.X25519;

namespace CryptoLessons.Tests.Curve25519;

/// <summary>X25519 in lanes of both widths against the single path and BouncyCastle, bit for bit, whatever this processor has.</summary>
[TestFixture(typeof(FourLanes))]
[TestFixture(typeof(EightLanes))]
internal sealed class LaneLadderTests<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    // Without such lanes the runtime computes them one operation at a time, which takes its time.
    private static int Samples => TLanes.IsSupported ? 10_000 : 16;

    [Test]
    public void AgreesOnRandomInput()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < Samples; i += TLanes.Count)
            Check(random.NextBytes(32), random.NextBytes(32 * TLanes.Count));
    }

    [Test]
    public void AgreesOnHostileInputInEveryLane()
    {
        Random random = PrintedSeed.NewRandom();
        var hostile = new List<byte[]>([.. LowOrderKeys.All.Select(key => key.U.ToArray())]);
        for (int low = 0xEB; low <= 0xFF; low++)
            hostile.AddRange([(byte)low, .. Hex.Repeat(0xFF, 30), 0x7F], [(byte)low, .. Hex.Repeat(0xFF, 31)]);
        byte[] k = random.NextBytes(32);
        if (TLanes.IsSupported)
            foreach (byte[] u in hostile)
                for (int lane = 0; lane < TLanes.Count; lane++)
                {
                    byte[] points = random.NextBytes(32 * TLanes.Count);
                    u.CopyTo(points, 32 * lane);
                    Check(k, points);
                }
        for (int i = 0; i + TLanes.Count <= hostile.Count; i += TLanes.Count)
            Check(k, [.. hostile.GetRange(i, TLanes.Count).SelectMany(u => u)]);
    }

    /// <summary>Each bit of the coordinate and of the scalar alone, and all but it.</summary>
    [Test]
    public void AgreesOnSingleBits()
    {
        int step = TLanes.IsSupported ? TLanes.Count : 64;
        for (int bit = 0; bit < 256; bit += step)
        {
            byte[][] single = [.. Enumerable.Range(bit, TLanes.Count).Select(i => SingleBit(i % 256))];
            byte[] points = [.. single.SelectMany(u => u)], inverted = [.. points.Select(b => (byte)~b)];
            Check(single[0], points);
            Check([.. single[^1].Select(b => (byte)~b)], inverted);
        }
    }

    /// <summary>RFC 7748 §5.2, both vectors in every lane beside each other's coordinate.</summary>
    [TestCase(
        "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
        "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
        "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552")]
    [TestCase(
        "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
        "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
        "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957")]
    public void AgreesAsInRfc7748(string scalar, string u, string expected)
    {
        for (int lane = 0; lane < TLanes.Count; lane++)
        {
            byte[] points = [.. Enumerable.Repeat((byte)9, 32 * TLanes.Count)];
            Hex.Bytes(u).CopyTo(points, 32 * lane);
            Assert.That(Hex.Of(Multiply(Hex.Bytes(scalar), points).AsSpan(32 * lane, 32)), Is.EqualTo(expected), $"lane {lane}");
        }
    }

    private static byte[] SingleBit(int bit)
    {
        byte[] bytes = new byte[32];
        bytes[bit / 8] = (byte)(1 << (bit % 8));
        return bytes;
    }

    private static byte[] Multiply(byte[] k, byte[] points)
    {
        byte[] products = Hex.Repeat(0xAA, points.Length);
        using var own = new DhPrivateKey(k);
        LaneLadder<TLanes>.Multiply(own.Bytes, points, products);
        return products;
    }

    private static void Check(byte[] k, byte[] points)
    {
        byte[] products = Multiply(k, points), single = new byte[32], witness = new byte[32];
        using var own = new DhPrivateKey(k);
        for (int at = 0; at < points.Length; at += 32)
        {
            MontgomeryLadder.Multiply(own.Bytes, points.AsSpan(at, 32), single);
            Bouncy.ScalarMult(k, 0, points, at, witness, 0);
            string name = $"lane {at / 32}: {Hex.Of(k)} {Hex.Of(points.AsSpan(at, 32))}";
            Assert.That(products.AsSpan(at, 32).SequenceEqual(single), name);
            Assert.That(products.AsSpan(at, 32).SequenceEqual(witness), name);
        }
    }
}
