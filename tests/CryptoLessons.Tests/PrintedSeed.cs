using NUnit.Framework;

namespace CryptoLessons.Tests;

/// <summary>Random numbers whose seed stands in the test's output: put it into <see cref="Seed"/> to see a failure again.</summary>
internal static class PrintedSeed
{
    private static readonly int Seed = Environment.TickCount;

    public static Random NewRandom()
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        return new Random(Seed);
    }

    public static byte[] NextBytes(this Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
