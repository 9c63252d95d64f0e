using System.Numerics;
using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>An append-only Merkle tree over any leaves: a root for each size it ever had, and short proofs about them.</summary>
/// <remarks>
/// The hash of every complete subtree is kept, two for each leaf, so that an append costs two hashes on average and a proof a
/// logarithmic number. Source: RFC 9162 §2.1, with SHA-256.
/// </remarks>
public sealed class MerkleLog
{
    private const byte LeafKind = 0;
    private const byte NodeKind = 1;

    // levels[h][i] is the root of the complete subtree over the leaves i 2^h to (i + 1) 2^h - 1.
    private readonly List<List<TreeHash>> levels = [[]];

    /// <summary>The root of the empty tree: SHA-256 of nothing.</summary>
    public static TreeHash EmptyRoot { get; } = TreeHash.Of([]);

    /// <summary>How many leaves there are.</summary>
    public long Size => levels[0].Count;

    /// <summary>The root over all leaves.</summary>
    public TreeHash Root => RootAt(Size);

    /// <summary>The hash of a leaf: SHA-256(00 || bytes).</summary>
    /// <param name="leaf">Any bytes.</param>
    public static TreeHash LeafHash(ReadOnlySpan<byte> leaf)
    {
        Span<byte> hash = stackalloc byte[TreeHash.Size];
        SHA256.HashData((ReadOnlySpan<byte>)[LeafKind, .. leaf], hash);
        return new(hash);
    }

    /// <summary>Adds a leaf.</summary>
    /// <param name="leaf">Any bytes.</param>
    /// <returns>Its index.</returns>
    public long Append(ReadOnlySpan<byte> leaf)
    {
        Append(LeafHash(leaf));
        return Size - 1;
    }

    /// <summary>The root that the log had when it held so many leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative or more than <see cref="Size"/>.</exception>
    public TreeHash RootAt(long size)
    {
        CheckSize(size);
        return size == 0 ? EmptyRoot : RangeHash(0, size);
    }

    /// <summary>The proof that a leaf is in the log: RFC 9162 §2.1.3.1, PATH(index, D[0:size]).</summary>
    /// <param name="index">Index of the leaf.</param>
    /// <param name="size">Size of the log whose root the proof leads to.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf in a log of that size, or the log never had it.</exception>
    public MerkleProof InclusionProof(long index, long size)
    {
        CheckSize(size);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var (start, end) = (0L, size);
        var path = new List<TreeHash>();
        while (end - start > 1)
            path.Add(Descend(ref start, ref end, toTheLeft: index < start + LeftSize(end - start)));
        path.Reverse();
        return new(path);
    }

    /// <summary>The proof that the log of one size is the beginning of the log of another: RFC 9162 §2.1.4.1, PROOF(older, D[0:newer]).</summary>
    /// <param name="older">The smaller size; from 0, and from <paramref name="newer"/> itself, nothing needs to be proven.</param>
    /// <param name="newer">The larger size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not in this order, or the log never had them.</exception>
    public MerkleProof ConsistencyProof(long older, long newer)
    {
        CheckSize(newer);
        ArgumentOutOfRangeException.ThrowIfNegative(older);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(older, newer);
        if (older == 0)
            return new([]);
        var (start, end) = (0L, newer);
        var path = new List<TreeHash>();
        while (older != end)
            path.Add(Descend(ref start, ref end, toTheLeft: older <= start + LeftSize(end - start)));
        // Who asks knows the root of the older log, so a subtree that is all of it is left out.
        if (start > 0)
            path.Add(RangeHash(start, end));
        path.Reverse();
        return new(path);
    }

    /// <summary>A log of its own with the first leaves of this one: what follows in one does not follow in the other.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative or more than <see cref="Size"/>.</exception>
    public MerkleLog Copy(long size)
    {
        CheckSize(size);
        var copy = new MerkleLog();
        for (int i = 0; i < size; i++)
            copy.Append(levels[0][i]);
        return copy;
    }

    internal static TreeHash NodeHash(TreeHash left, TreeHash right) => TreeHash.Of(NodeKind, left, right);

    /// <summary>The largest power of two below the size: RFC 9162 §2.1.1, k.</summary>
    private static long LeftSize(long size) => 1L << BitOperations.Log2((ulong)size - 1);

    private void Append(TreeHash hash)
    {
        for (int h = 0; ; h++)
        {
            if (h == levels.Count)
                levels.Add([]);
            levels[h].Add(hash);
            if (levels[h].Count % 2 == 1)
                return;
            hash = NodeHash(levels[h][^2], hash);
        }
    }

    /// <summary>Goes one step down a range of leaves.</summary>
    /// <returns>The hash of the half that was not taken.</returns>
    private TreeHash Descend(ref long start, ref long end, bool toTheLeft)
    {
        long middle = start + LeftSize(end - start);
        TreeHash other = toTheLeft ? RangeHash(middle, end) : RangeHash(start, middle);
        (start, end) = toTheLeft ? (start, middle) : (middle, end);
        return other;
    }

    private TreeHash RangeHash(long start, long end)
    {
        long size = end - start;
        // Safe because every range begins at a multiple of a power of two that is not below its size: a complete one is kept at start / size.
        if (BitOperations.IsPow2(size))
            return levels[BitOperations.Log2((ulong)size)][(int)(start / size)];
        long middle = start + LeftSize(size);
        return NodeHash(RangeHash(start, middle), RangeHash(middle, end));
    }

    private void CheckSize(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
    }
}
