using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>A path through a <see cref="MerkleLog"/>: it shows that a leaf is in a log, or that one log is the beginning of another.</summary>
/// <remarks>It holds hashes and nothing else: which leaf, which sizes and which roots it is about must be known from elsewhere.</remarks>
/// <param name="Path">The hashes, those nearest to the leaves first.</param>
public sealed record MerkleProof(IReadOnlyList<TreeHash> Path)
{
    private const int PathField = 1;

    /// <summary>Whether a leaf stands at an index of the log that has this size and root (RFC 9162 §2.1.3.2).</summary>
    /// <param name="leaf">The leaf's bytes.</param>
    /// <param name="index">Its index.</param>
    /// <param name="size">Size of the log.</param>
    /// <param name="root">Root of the log.</param>
    /// <returns>False for whatever was not proven, numbers without sense included.</returns>
    public bool Includes(ReadOnlySpan<byte> leaf, long index, long size, TreeHash root)
    {
        if (index < 0 || index >= size)
            return false;
        TreeHash hash = MerkleLog.LeafHash(leaf);
        var (at, last) = (index, size - 1);
        foreach (TreeHash sibling in Path)
        {
            if (last == 0)
                return false;
            if (IsRightChild(at, last))
            {
                hash = MerkleLog.NodeHash(sibling, hash);
                ClimbPastMissingSiblings(ref at, ref last);
            }
            else
                hash = MerkleLog.NodeHash(hash, sibling);
            (at, last) = (at >> 1, last >> 1);
        }
        return last == 0 && hash == root;
    }

    /// <summary>Whether the log of one size and root is the beginning of the log of another (RFC 9162 §2.1.4.2).</summary>
    /// <param name="older">Size of the older log; 0 is the beginning of every log.</param>
    /// <param name="olderRoot">Its root.</param>
    /// <param name="newer">Size of the newer log.</param>
    /// <param name="newerRoot">Its root.</param>
    /// <returns>False for whatever was not proven, numbers without sense included.</returns>
    public bool Extends(long older, TreeHash olderRoot, long newer, TreeHash newerRoot)
    {
        if (older < 0 || older > newer)
            return false;
        if (older == newer)
            return Path.Count == 0 && olderRoot == newerRoot;
        if (older == 0)
            return Path.Count == 0 && olderRoot == MerkleLog.EmptyRoot;
        // A complete older tree is itself a subtree of the newer one, and is known.
        TreeHash[] path = BitOperations.IsPow2(older) ? [olderRoot, .. Path] : [.. Path];
        if (path.Length == 0)
            return false;
        int missing = BitOperations.TrailingZeroCount(~(older - 1));
        var (at, last) = ((older - 1) >> missing, (newer - 1) >> missing);
        TreeHash olderHash = path[0], newerHash = path[0];
        foreach (TreeHash sibling in path.AsSpan(1))
        {
            if (last == 0)
                return false;
            if (IsRightChild(at, last))
            {
                olderHash = MerkleLog.NodeHash(sibling, olderHash);
                newerHash = MerkleLog.NodeHash(sibling, newerHash);
                ClimbPastMissingSiblings(ref at, ref last);
            }
            else
                newerHash = MerkleLog.NodeHash(newerHash, sibling);
            (at, last) = (at >> 1, last >> 1);
        }
        return last == 0 && olderHash == olderRoot && newerHash == newerRoot;
    }

    /// <summary>The proof on the wire: field 1, the hashes one behind the other.</summary>
    public byte[] Serialize() => new WireWriter().Hashes(PathField, Path).ToArray();

    /// <summary>Reads the wire form.</summary>
    /// <param name="serialized">Any bytes.</param>
    /// <param name="proof">The proof, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> writes for some proof.</returns>
    public static bool TryParse(ReadOnlySpan<byte> serialized, [NotNullWhen(true)] out MerkleProof? proof) =>
        HashFields.TryParse(serialized, TryRead, value => value.Serialize(), out proof);

    private static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out MerkleProof? proof)
    {
        TreeHash[]? path = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            if (field.Number == PathField)
                path = HashFields.HashesOf(field);
        proof = path is null || reader.Malformed ? null : new(path);
        return proof is not null;
    }

    /// <summary>A node at the right-hand edge of an incomplete level counts too: what stands beside it further up is to its left.</summary>
    private static bool IsRightChild(long at, long last) => (at & 1) == 1 || at == last;

    /// <summary>At that edge a level may have no sibling; a left child there is its own parent.</summary>
    private static void ClimbPastMissingSiblings(ref long at, ref long last)
    {
        while ((at & 1) == 0 && at != 0)
            (at, last) = (at >> 1, last >> 1);
    }
}
