using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Primitives;

/// <summary>One body for one message and for many in step, against the platform. Without vectors the runtime computes the same slowly.</summary>
[TestFixture(typeof(OneWord))]
[TestFixture(typeof(EightWords))]
[TestFixture(typeof(SixteenWords))]
internal sealed class Sha256StateTests<TWords>
    where TWords : unmanaged, IWords<TWords>
{
    private static int Lanes => Sha256State<TWords>.Lanes;

    private Random random = null!;

    [SetUp]
    public void SetUp() => random = PrintedSeed.NewRandom();

    [Test]
    public void HashesEveryLength()
    {
        for (int length = 0; length <= 300; length++)
        {
            byte[] messages = random.NextBytes(Lanes * length), digests = new byte[Lanes * 32];
            Sha256State<TWords> state = Sha256State<TWords>.Initial;
            state.Finish(messages, Lanes, before: 0);
            state.Store(digests, Lanes);
            Assert.That(digests, Is.EqualTo(Each(Lanes, i => SHA256.HashData(Part(messages, i, length)))), $"{length} bytes");
        }
    }

    [Test]
    public void AuthenticatesEveryLength()
    {
        for (int length = 0; length <= 300; length++)
        {
            byte[] keys = random.NextBytes(Lanes * 32), messages = random.NextBytes(Lanes * length), macs = new byte[Lanes * 32];
            HmacSha256.Compute<TWords>(keys, messages, Lanes, macs);
            Assert.That(macs, Is.EqualTo(Each(Lanes, i => HMACSHA256.HashData(Part(keys, i, 32), Part(messages, i, length)))), $"{length} bytes");
        }
    }

    [Test]
    public void AuthenticatesUnderKeysOfEveryLength()
    {
        for (int length = 0; length <= 64; length++)
        {
            byte[] keys = random.NextBytes(Lanes * length), messages = random.NextBytes(Lanes * 40), macs = new byte[Lanes * 32];
            HmacSha256.Compute<TWords>(keys, messages, Lanes, macs);
            Assert.That(macs, Is.EqualTo(Each(Lanes, i => HMACSHA256.HashData(Part(keys, i, length), Part(messages, i, 40)))), $"{length} bytes");
        }
    }

    [Test]
    public void KeepsTheKeyForMoreMessages()
    {
        byte[] keys = random.NextBytes(Lanes * 32), macs = new byte[Lanes * 32];
        var hmac = new Hmac<TWords>(keys, Lanes);
        foreach (int length in (int[])[1, 1, 100, 0, 64])
        {
            byte[] messages = random.NextBytes(Lanes * length);
            hmac.Compute(messages, macs);
            Assert.That(macs, Is.EqualTo(Each(Lanes, i => HMACSHA256.HashData(Part(keys, i, 32), Part(messages, i, length)))), $"{length} bytes");
        }
    }

    [Test]
    public void LeavesLanesWithoutAMessageAlone()
    {
        for (int count = 1; count <= Lanes; count++)
        {
            byte[] keys = random.NextBytes(count * 32), messages = random.NextBytes(count * 70), macs = new byte[count * 32];
            HmacSha256.Compute<TWords>(keys, messages, count, macs);
            Assert.That(macs, Is.EqualTo(Each(count, i => HMACSHA256.HashData(Part(keys, i, 32), Part(messages, i, 70)))));
        }
    }

    [Test]
    public void ExpandsToEveryLength()
    {
        for (int length = 0; length <= 100; length++)
        {
            // 300 bytes of info for 16 lanes do not fit the stack's buffer.
            foreach (int infoSize in (int[])[0, 1, 18, 87, 300])
            {
                byte[] prks = random.NextBytes(Lanes * 32), infos = random.NextBytes(Lanes * infoSize), okms = new byte[Lanes * length];
                HmacSha256.Expand<TWords>(prks, infos, Lanes, okms);
                if (length > 0)
                    Assert.That(okms, Is.EqualTo(Each(Lanes, i =>
                        HKDF.Expand(HashAlgorithmName.SHA256, Part(prks, i, 32), length, Part(infos, i, infoSize)))), $"{infoSize} to {length}");
            }
        }
    }

    [Test]
    public void ExpandsAsFarAsTheCounterCounts()
    {
        const int Most = 255 * 32;
        byte[] prks = random.NextBytes(Lanes * 32), okms = new byte[Lanes * Most];
        HmacSha256.Expand<TWords>(prks, [], Lanes, okms);
        Assert.That(okms, Is.EqualTo(Each(Lanes, i => HKDF.Expand(HashAlgorithmName.SHA256, Part(prks, i, 32), Most, []))));
    }

    private static byte[] Part(byte[] all, int index, int size) => all.AsSpan(index * size, size).ToArray();

    private static byte[] Each(int count, Func<int, byte[]> result) => [.. Enumerable.Range(0, count).SelectMany(result)];
}
