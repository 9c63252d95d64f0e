using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>How far the hashes of unrelated pictures lie from each other, counted over all pairs of a number of synthetic pictures.</summary>
/// <remarks>Each pair is two pictures that have nothing to do with each other: near hashes are false matches. Pairs that share a picture
/// are not independent of each other, which moves no average and makes its spread wider than that of as many separate pairs.</remarks>
public sealed class HashDistances
{
    private const int Width = 72;
    private const int Height = 64;

    private readonly long[] pairs = new long[PerceptualHash.Size + 1];

    /// <summary>Draws pictures and compares each with each.</summary>
    /// <param name="random">Where the pictures come from.</param>
    /// <param name="pictures">How many, at least 2: n pictures make n(n-1)/2 pairs.</param>
    public HashDistances(RandomSource random, int pictures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pictures, 2);
        var hashes = new PerceptualHash[pictures];
        for (int i = 0; i < hashes.Length; i++)
        {
            hashes[i] = PerceptualHash.Of(SyntheticPicture.Draw(random, Width, Height));
            for (int other = 0; other < i; other++)
                pairs[hashes[i].DistanceTo(hashes[other])]++;
        }
    }

    /// <summary>How many pairs there are.</summary>
    public long Pairs => pairs.Sum();

    /// <summary>How many pairs a threshold takes for alike.</summary>
    /// <param name="threshold">The greatest distance that counts, in bits, 0 to 64.</param>
    public long UpTo(int threshold) => pairs.Take(threshold + 1).Sum();

    /// <summary>The false match rate of one picture against one entry of a list.</summary>
    /// <param name="threshold">The greatest distance that counts, in bits, 0 to 64.</param>
    public double FalseMatchRate(int threshold) => (double)UpTo(threshold) / Pairs;
}
