using CryptoLessons.Protocol.Spqr;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>The erasure code under arbitrary loss, duplication, reordering and lies.</summary>
public class ErasureCodeTests
{
    private static readonly int[] Sizes = [32, 96, 160, 960, 1152];

    [TestCaseSource(nameof(Sizes))]
    public void AnyChunksOfTheMessagesNumberGiveItBackAndFewerNever(int size)
    {
        Random random = PrintedSeed.NewRandom();
        for (int run = 0; run < 20; run++)
        {
            byte[] message = random.NextBytes(size);
            int n = size / ErasureChunk.Size, below = run % 2 == 0 ? ushort.MaxValue + 1 : 3 * n;
            ErasureChunk[] chunks = [.. Distinct(random, n, below).Select(index => Chunk(message, index))];
            var decoder = new ErasureDecoder(size);
            foreach (ErasureChunk chunk in chunks)
            {
                Assert.That(decoder.IsComplete, Is.False);
                Assert.That(decoder.Decode(), Is.Null);
                decoder = decoder.Add(chunk);
            }
            Assert.That(decoder.IsComplete, Is.True);
            Assert.That(decoder.Decode(), Is.EqualTo(message));
        }
    }

    [TestCaseSource(nameof(Sizes))]
    public void OneChunkShortAnyMessageIsStillPossible(int size)
    {
        Random random = PrintedSeed.NewRandom();
        byte[] message = random.NextBytes(size);
        int missing = random.Next(size / ErasureChunk.Size);
        var short1 = Enumerable.Range(0, size / ErasureChunk.Size).Where(index => index != missing)
            .Aggregate(new ErasureDecoder(size), (decoder, index) => decoder.Add(Chunk(message, index)));
        byte[] other = random.NextBytes(ErasureChunk.Size);
        Assert.That(short1.Add(new((ushort)missing, other)).Decode()!.AsSpan(32 * missing, 32).ToArray(), Is.EqualTo(other));
    }

    [Test]
    public void AChunkThatCameTwiceTellsNothingNewEvenIfItLies()
    {
        Random random = PrintedSeed.NewRandom();
        byte[] message = random.NextBytes(160);
        ErasureDecoder decoder = new ErasureDecoder(160).Add(Chunk(message, 2)).Add(Chunk(message, 9000));
        Assert.That(decoder.Add(Chunk(message, 9000)), Is.SameAs(decoder));
        Assert.That(decoder.Add(new(2, new byte[32])), Is.SameAs(decoder));
        foreach (int index in (int[])[0, 1, 7])
            decoder = decoder.Add(Chunk(message, index)).Add(new((ushort)index, new byte[32]));
        Assert.That(decoder.Decode(), Is.EqualTo(message));
    }

    [Test]
    public void BehindTheLastThatIsNeededOnlyPiecesOfTheMessageAreKept()
    {
        byte[] message = PrintedSeed.NewRandom().NextBytes(96);
        ErasureDecoder whole = new ErasureDecoder(96).Add(Chunk(message, 3)).Add(Chunk(message, 4)).Add(Chunk(message, 5));
        Assert.That(whole.Add(Chunk(message, 6)), Is.SameAs(whole));
        Assert.That(whole.Add(Chunk(message, 1)).Chunks.Select(chunk => chunk.Index), Is.EqualTo((int[])[1, 3, 4, 5]));
        Assert.That(whole.Add(Chunk(message, 1)).Add(Chunk(message, 0)).Decode(), Is.EqualTo(message));
    }

    [Test]
    public void ADecoderIsNotChangedByWhatIsAdded()
    {
        byte[] message = PrintedSeed.NewRandom().NextBytes(96);
        ErasureDecoder one = new ErasureDecoder(96).Add(Chunk(message, 5));
        _ = one.Add(Chunk(message, 1)).Add(Chunk(message, 0));
        Assert.That(one.Chunks.Select(chunk => chunk.Index), Is.EqualTo((int[])[5]));
    }

    [Test]
    public void AnyBytesDecodeToSomething()
    {
        Random random = PrintedSeed.NewRandom();
        for (int run = 0; run < 200; run++)
        {
            var decoder = new ErasureDecoder(160);
            while (!decoder.IsComplete)
                decoder = decoder.Add(new((ushort)random.Next(run % 2 == 0 ? 8 : 65536), random.NextBytes(32)));
            byte[] message = decoder.Decode()!;
            Assert.That(message, Has.Length.EqualTo(160));
            foreach (ErasureChunk chunk in decoder.Chunks.Take(5))
                Assert.That(Chunk(message, chunk.Index).Data.ToArray(), Is.EqualTo(chunk.Data.ToArray()), "the polynomials go through every point");
        }
    }

    [Test]
    public void AnEncoderBeginsAgainBehindTheLastIndex()
    {
        byte[] message = PrintedSeed.NewRandom().NextBytes(96);
        ErasureEncoder last = new(message, ushort.MaxValue);
        Assert.That(last.Chunk.Index, Is.EqualTo(65535));
        Assert.That(last.Advance().Chunk.Index, Is.Zero);
        Assert.That(last.Advance().Chunk.Data.ToArray(), Is.EqualTo(message[..32]));
    }

    [Test]
    public void AMessageOfAnotherLengthIsTheCallersMistake([Values(0, 31, 33)] int size)
    {
        Assert.That(() => new ErasureEncoder(new byte[size]), Throws.ArgumentException);
        Assert.That(() => new ErasureDecoder(size), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public void EveryElementButZeroIsAPowerOfX()
    {
        Assert.That(Enumerable.Range(0, Gf65536.Order).Select(Gf65536.Power).Distinct().Count(), Is.EqualTo(65535));
        Assert.That(Enumerable.Range(1, Gf65536.Order).All(a => Gf65536.Power(Gf65536.Logarithm(a)) == a), Is.True);
        Assert.That(Gf65536.Power(2 * (Gf65536.Order - 1)), Is.EqualTo(Gf65536.Power(Gf65536.Order - 2)));
    }

    [Test]
    public void ProductsAreThoseOfPolynomials()
    {
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 20_000; i++)
        {
            int a = random.Next(65536), b = random.Next(65536);
            Assert.That(Gf65536.Multiply((ushort)a, (ushort)b), Is.EqualTo(ShiftAndAdd(a, b)));
        }
    }

    private static ErasureChunk Chunk(byte[] message, int index) => new ErasureEncoder(message, (ushort)index).Chunk;

    private static HashSet<int> Distinct(Random random, int count, int below)
    {
        var chosen = new HashSet<int>();
        while (chosen.Count < count)
            chosen.Add(random.Next(below));
        return chosen;
    }

    private static int ShiftAndAdd(int a, int b)
    {
        int product = 0;
        for (int bit = 15; bit >= 0; bit--)
        {
            product <<= 1;
            if ((product & 0x10000) != 0)
                product ^= 0x1100B;
            if ((b >> bit & 1) != 0)
                product ^= a;
        }
        return product;
    }
}
