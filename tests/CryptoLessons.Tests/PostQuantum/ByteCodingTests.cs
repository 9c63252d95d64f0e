using CryptoLessons.Protocol.PostQuantum;
using NUnit.Framework;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>Integers of d bits as bytes, against the definition bit by bit.</summary>
[TestFixture]
internal sealed class ByteCodingTests
{
    private static IEnumerable<int> Bits => Enumerable.Range(1, 12);

    [TestCaseSource(nameof(Bits))]
    public void EncodesBitByBit(int d)
    {
        ushort[] integers = Integers(d);
        byte[] expected = new byte[32 * d];
        for (int i = 0; i < integers.Length; i++)
            for (int bit = 0; bit < d; bit++)
                expected[((i * d) + bit) / 8] |= (byte)(((integers[i] >> bit) & 1) << (((i * d) + bit) % 8));
        Assert.That(Encode(d, integers), Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Bits))]
    public void DecodesWhatWasEncoded(int d)
    {
        ushort[] integers = Integers(d);
        Assert.That(Decode(d, Encode(d, integers)), Is.EqualTo(integers));
    }

    [Test]
    public void TwelveBitsAreTakenModuloQ()
    {
        for (int first = 0; first < 4096; first += Polynomial.N)
        {
            int[] integers = [.. Enumerable.Range(first, Polynomial.N)];
            byte[] encoded = Encode(12, [.. integers.Select(i => (ushort)i)]);
            Assert.That(Decode(12, encoded), Is.EqualTo(integers.Select(i => i % 3329)));
        }
    }

    private static ushort[] Integers(int d)
    {
        Random random = PrintedSeed.NewRandom();
        return [.. Enumerable.Range(0, Polynomial.N).Select(_ => (ushort)random.Next(Math.Min(1 << d, 3329)))];
    }

    private static byte[] Encode(int d, ushort[] integers)
    {
        byte[] bytes = new byte[ByteCoding.Size(d)];
        ByteCoding.Encode(d, integers, bytes);
        return bytes;
    }

    private static ushort[] Decode(int d, byte[] bytes)
    {
        ushort[] integers = new ushort[Polynomial.N];
        ByteCoding.Decode(d, bytes, integers);
        return integers;
    }
}
