using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A format of which each value has one writing: whatever parses is written again byte for byte, and nothing throws.</summary>
internal static class StrictFormat
{
    /// <summary>Tries the samples, every truncation and flipped bit of them, mutations, and any bytes.</summary>
    /// <param name="samples">Bytes that parse.</param>
    /// <param name="readAndWrite">What is written after reading; null when the bytes are refused.</param>
    public static void Check(IReadOnlyList<byte[]> samples, Func<byte[], byte[]?> readAndWrite)
    {
        foreach (byte[] sample in samples)
        {
            Assert.That(readAndWrite(sample), Is.EqualTo(sample), "a sample");
            for (int length = 0; length < sample.Length; length++)
                CheckOne(sample[..length], readAndWrite);
            for (int bit = 0; bit < 8 * sample.Length; bit++)
            {
                byte[] flipped = [.. sample];
                flipped[bit / 8] ^= (byte)(1 << (bit % 8));
                CheckOne(flipped, readAndWrite);
            }
        }
        Random random = PrintedSeed.NewRandom();
        for (int i = 0; i < 3_000; i++)
            CheckOne(random.Mutate(samples[i % samples.Count], samples), readAndWrite);
        SeededCheck.ForAll(500, SeededCheck.Bytes(60), bytes => CheckOne(bytes, readAndWrite));
    }

    private static void CheckOne(byte[] bytes, Func<byte[], byte[]?> readAndWrite)
    {
        if (readAndWrite(bytes) is { } written && !written.AsSpan().SequenceEqual(bytes))
            Assert.Fail($"{Hex.Of(bytes)} parses, and is written as {Hex.Of(written)}");
    }
}
