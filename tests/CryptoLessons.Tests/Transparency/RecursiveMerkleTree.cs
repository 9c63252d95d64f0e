using System.Security.Cryptography;

namespace CryptoLessons.Tests.Transparency;

/// <summary>RFC 9162 §2.1 written straight down, with lists and recursion: the second witness for the log.</summary>
internal static class RecursiveMerkleTree
{
    /// <summary>MTH(D).</summary>
    public static byte[] Root(byte[][] d)
    {
        if (d.Length == 0)
            return SHA256.HashData([]);
        if (d.Length == 1)
            return SHA256.HashData([0x00, .. d[0]]);
        int k = Split(d.Length);
        return SHA256.HashData([0x01, .. Root(d[..k]), .. Root(d[k..])]);
    }

    /// <summary>PATH(m, D).</summary>
    public static byte[][] Path(int m, byte[][] d)
    {
        if (d.Length == 1)
            return [];
        int k = Split(d.Length);
        return m < k ? [.. Path(m, d[..k]), Root(d[k..])] : [.. Path(m - k, d[k..]), Root(d[..k])];
    }

    /// <summary>PROOF(m, D) for m from 1 on.</summary>
    public static byte[][] Proof(int m, byte[][] d) => SubProof(m, d, true);

    private static byte[][] SubProof(int m, byte[][] d, bool complete)
    {
        if (m == d.Length)
            return complete ? [] : [Root(d)];
        int k = Split(d.Length);
        return m <= k ? [.. SubProof(m, d[..k], complete), Root(d[k..])] : [.. SubProof(m - k, d[k..], false), Root(d[..k])];
    }

    private static int Split(int n)
    {
        int k = 1;
        while (2 * k < n)
            k *= 2;
        return k;
    }
}
