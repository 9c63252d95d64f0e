using System.Security.Cryptography;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>Our Keccak against BouncyCastle's, and against the platform's where it has one.</summary>
[TestFixture]
internal sealed class KeccakTests
{
    public enum Function { Sha3With256Bits, Sha3With512Bits, Shake128, Shake256 }

    private const int SqueezedBytes = 700;

    /// <summary>Lengths around the ends of one, two and three blocks of every rate, and some at random.</summary>
    private static IEnumerable<int> Lengths(Random random) => ((int[])[72, 136, 168])
        .SelectMany(rate => Enumerable.Range(1, 3).SelectMany(blocks => Enumerable.Range(blocks * rate - 2, 5)))
        .Concat([0, 1, 2, 7, 8, 9]).Concat(Enumerable.Range(0, 20).Select(_ => random.Next(1500)));

    // FIPS 202's examples of the empty message.
    [TestCase(Function.Sha3With256Bits, "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a")]
    [TestCase(Function.Sha3With512Bits,
        "a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26")]
    [TestCase(Function.Shake128, "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26")]
    [TestCase(Function.Shake256, "46b9dd2b0ba88d13233b3feb743eeb243fcd52ea62b81b82b50c27646ed5762f")]
    public void TheEmptyMessageGivesTheStandardsDigest(Function function, string digest) =>
        Assert.That(Hex.Of(Squeeze(function, [], digest.Length / 2)), Is.EqualTo(digest));

    [Test]
    public void AgreesWithBouncyCastleAtEveryLength([Values] Function function)
    {
        Random random = PrintedSeed.NewRandom();
        foreach (int length in Lengths(random))
        {
            byte[] message = random.NextBytes(length);
            byte[] expected = BouncyCastle(function, message);
            Assert.That(Hex.Of(Squeeze(function, message, expected.Length)), Is.EqualTo(Hex.Of(expected)), $"{length} bytes");
        }
    }

    [Test]
    public void AgreesWithThePlatformAtEveryLength([Values] Function function)
    {
        if (!(SHA3_256.IsSupported && SHA3_512.IsSupported && Shake128.IsSupported && Shake256.IsSupported))
            Assert.Ignore("This platform has no SHA-3, which is why the library has its own.");
        Random random = PrintedSeed.NewRandom();
        foreach (int length in Lengths(random))
        {
            byte[] message = random.NextBytes(length);
            byte[] expected = Platform(function, message);
            Assert.That(Hex.Of(Squeeze(function, message, expected.Length)), Is.EqualTo(Hex.Of(expected)), $"{length} bytes");
        }
    }

    [Test]
    public void PiecesInAndPiecesOutAreTheWhole([Values] Function function)
    {
        Random random = PrintedSeed.NewRandom();
        for (int round = 0; round < 50; round++)
        {
            byte[] message = random.NextBytes(random.Next(600));
            byte[] output = new byte[SqueezedBytes];
            Sponge sponge = New(function);
            for (int at = 0; at < message.Length;)
            {
                int n = random.Next(message.Length - at + 1);
                sponge.Absorb(message.AsSpan(at, n));
                at += n;
            }
            for (int at = 0; at < output.Length;)
            {
                int n = random.Next(output.Length - at + 1);
                sponge.Squeeze(output.AsSpan(at, n));
                at += n;
            }
            Assert.That(Hex.Of(output), Is.EqualTo(Hex.Of(Squeeze(function, message, output.Length))));
        }
    }

    [Test]
    public void AbsorbsNothingAfterItWasSqueezed([Values] Function function) => Assert.That(() =>
    {
        Sponge sponge = New(function);
        sponge.Squeeze(new byte[1]);
        sponge.Absorb([1]);
    }, Throws.InvalidOperationException);

    private static Sponge New(Function function) => function switch
    {
        Function.Sha3With256Bits => Sponge.Sha3With256Bits(),
        Function.Sha3With512Bits => Sponge.Sha3With512Bits(),
        Function.Shake128 => Sponge.Shake128(),
        _ => Sponge.Shake256(),
    };

    private static byte[] Squeeze(Function function, byte[] message, int size)
    {
        Sponge sponge = New(function);
        sponge.Absorb(message);
        byte[] output = new byte[size];
        sponge.Squeeze(output);
        return output;
    }

    private static byte[] Platform(Function function, byte[] message) => function switch
    {
        Function.Sha3With256Bits => SHA3_256.HashData(message),
        Function.Sha3With512Bits => SHA3_512.HashData(message),
        Function.Shake128 => Shake128.HashData(message, SqueezedBytes),
        _ => Shake256.HashData(message, SqueezedBytes),
    };

    private static byte[] BouncyCastle(Function function, byte[] message) => function switch
    {
        Function.Sha3With256Bits => Oracles.Sha3(256, message),
        Function.Sha3With512Bits => Oracles.Sha3(512, message),
        Function.Shake128 => Oracles.Shake(128, message, SqueezedBytes),
        _ => Oracles.Shake(256, message, SqueezedBytes),
    };
}
