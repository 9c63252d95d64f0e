using System.Globalization;
using System.Numerics;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Generators;

/// <summary>The generator beside its definition in whole numbers, and what the trapdoor makes of its outputs.</summary>
[TestFixture]
internal sealed class DualEcDrbgTests
{
    private static readonly BigInteger P = Number("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static readonly (BigInteger X, BigInteger Y) G = (
        Number("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
        Number("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));

    [TestCase(16)]
    [TestCase(9)]
    [TestCase(4)]
    public void GivesWhatTheDefinitionGives(int droppedBits)
    {
        Random random = PrintedSeed.NewRandom();
        byte[] seed = random.NextBytes(32);
        DualEcConstants constants = new DualEcTrapdoor(random.NextBytes(32)).Constants(droppedBits);
        var q = (Number(Hex.Of(constants.Q.AsSpan(1, 32))), Number(Hex.Of(constants.Q.AsSpan(33, 32))));
        int size = (256 - droppedBits + 7) / 8;
        var expected = new List<byte>();
        BigInteger s = new(seed, isUnsigned: true, isBigEndian: true);
        for (int i = 0; i < 3; i++)
        {
            s = Times(s, G).X;
            BigInteger r = Times(s, q).X & ((BigInteger.One << (256 - droppedBits)) - 1);
            byte[] bytes = r.ToByteArray(isUnsigned: true, isBigEndian: true);
            expected.AddRange([.. new byte[size - bytes.Length], .. bytes]);
        }

        DualEcDrbg generator = DualEcDrbg.Install(constants, new Bytes(seed));
        byte[] following = new byte[2 * size];
        generator.Fill(following.AsSpan(0, 7));
        generator.Fill(following.AsSpan(7));
        Assert.That(generator.FirstOutput.ToArray(), Is.EqualTo(expected[..size]));
        Assert.That(following, Is.EqualTo(expected[size..]));
    }

    [Test]
    public void ACopyGivesTheSameFromThereOn()
    {
        DualEcDrbg generator = DualEcDrbg.Install(DualEcConstants.Standard, new SeededRandom(1));
        Draw(generator, 11);
        DualEcDrbg copy = generator.Copy();
        Assert.That(Draw(copy, 100), Is.EqualTo(Draw(generator, 100)));
        Assert.That(copy.FirstOutput.ToArray(), Is.EqualTo(generator.FirstOutput.ToArray()));
    }

    [Test]
    public void APointThatIsNotOnTheCurveIsRefused() =>
        Assert.That(() => new DualEcConstants(Hex.Count(1, 32), Hex.Count(2, 32)), Throws.ArgumentException);

    [TestCase(0)]
    [TestCase(17)]
    public void ANumberOfBitsThatCannotBeIsRefused(int droppedBits) =>
        Assert.That(() => new DualEcTrapdoor(Hex.Count(1, 32)).Constants(droppedBits), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(9)]
    public void WithTheNumberOneGuessIsRightAndWithAnotherNone(int droppedBits)
    {
        Random random = PrintedSeed.NewRandom();
        DualEcTrapdoor trapdoor = new(random.NextBytes(32)), other = new(random.NextBytes(32));
        DualEcDrbg generator = DualEcDrbg.Install(trapdoor.Constants(droppedBits), new Bytes(random.NextBytes(32)));
        byte[] follows = Draw(generator, 16);
        int Right(DualEcTrapdoor with) => with.Candidates(trapdoor.Constants(droppedBits), generator.FirstOutput)
            .Count(candidate => Draw(candidate.Next(), 16).SequenceEqual(follows));
        Assert.That((Right(trapdoor), Right(other)), Is.EqualTo((1, 0)));
    }

    [Test]
    public void AnOutputOfAnotherLengthHasNoCandidates() =>
        Assert.That(new DualEcTrapdoor(Hex.Count(1, 32)).Candidates(DualEcConstants.Standard, new byte[32]), Is.Empty);

    [Test]
    public void TheMissingBitsAreAnyOfAllThereAre()
    {
        // The mean of n even numbers from 0 to 255 is 127.5, within 5 standard deviations of 73.9 / sqrt(n).
        Random random = PrintedSeed.NewRandom();
        const int Games = 60;
        DualEcTrapdoor trapdoor = new(random.NextBytes(32));
        DualEcConstants constants = trapdoor.Constants(8);
        double mean = Enumerable.Range(0, Games).Average(_ =>
        {
            DualEcDrbg generator = DualEcDrbg.Install(constants, new Bytes(random.NextBytes(32)));
            byte[] follows = Draw(generator, 16);
            return trapdoor.Candidates(constants, generator.FirstOutput).First(candidate => Draw(candidate.Next(), 16).SequenceEqual(follows)).Missing;
        });
        Assert.That(mean, Is.EqualTo(127.5).Within(5 * 73.9 / Math.Sqrt(Games)));
    }

    private static byte[] Draw(RandomSource random, int count)
    {
        byte[] bytes = new byte[count];
        random.Fill(bytes);
        return bytes;
    }

    private static BigInteger Number(string hex) => BigInteger.Parse("0" + hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>kA on P-256, by doubling and adding, straight from the formulas of the curve y² = x³ - 3x + b.</summary>
    private static (BigInteger X, BigInteger Y) Times(BigInteger k, (BigInteger X, BigInteger Y) a)
    {
        (BigInteger X, BigInteger Y)? sum = null;
        for (; k > 0; k >>= 1, a = Add(a, a))
            if (!k.IsEven)
                sum = sum is { } known ? Add(known, a) : a;
        return sum!.Value;
    }

    private static (BigInteger X, BigInteger Y) Add((BigInteger X, BigInteger Y) a, (BigInteger X, BigInteger Y) b)
    {
        BigInteger slope = a == b ? (3 * a.X * a.X - 3) * Inverse(2 * a.Y) : (b.Y - a.Y) * Inverse(b.X - a.X);
        BigInteger x = Mod((slope * slope) - a.X - b.X);
        return (x, Mod((slope * (a.X - x)) - a.Y));
    }

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Mod(value), P - 2, P);

    private static BigInteger Mod(BigInteger value) => ((value % P) + P) % P;

    /// <summary>A seed.</summary>
    private sealed class Bytes(byte[] seed) : RandomSource
    {
        public override void Fill(Span<byte> destination) => seed.CopyTo(destination);
    }
}
