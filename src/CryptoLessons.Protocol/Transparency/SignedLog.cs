using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>The operator's side of a public log: its entries, the Merkle tree over them, and every root that was signed.</summary>
/// <remarks>What the entries are is the user's affair: hashes of app builds, warrants, or the epochs of a directory.</remarks>
/// <param name="key">The log's key pair; the caller wipes it.</param>
/// <param name="random">For the signatures.</param>
/// <param name="clock">Gives the times that stand in the roots.</param>
public sealed class SignedLog(DhKeyPair key, RandomSource random, TimeProvider clock)
{
    private readonly List<ReadOnlyMemory<byte>> entries = [];
    private readonly List<SignedRoot> roots = [];
    private MerkleLog tree = new();

    /// <summary>The key that verifies the roots.</summary>
    public DhPublicKey Key => key.Public;

    /// <summary>How many entries there are, signed for or not.</summary>
    public long Size => tree.Size;

    /// <summary>Every entry, the first ever first.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Entries => entries;

    /// <summary>Every root that was signed, the newest last.</summary>
    public IReadOnlyList<SignedRoot> Roots => roots;

    /// <summary>The newest signed root.</summary>
    /// <exception cref="InvalidOperationException">None was signed yet.</exception>
    public SignedRoot Newest => roots.Count > 0 ? roots[^1] : throw new InvalidOperationException("The log has signed no root yet.");

    /// <summary>Adds an entry; nobody can check it before the next root is signed.</summary>
    /// <param name="entry">Any bytes; they are copied.</param>
    /// <returns>Its index.</returns>
    public long Append(ReadOnlySpan<byte> entry)
    {
        entries.Add(entry.ToArray());
        return tree.Append(entry);
    }

    /// <summary>Signs for all entries up to now, with the time of now.</summary>
    public SignedRoot Sign()
    {
        roots.Add(SignedRoot.Sign(tree.Size, tree.Root, clock.GetUtcNow(), key, random));
        return Newest;
    }

    /// <summary>The proof that an entry is in the log of a size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The log of that size has no such entry.</exception>
    public MerkleProof InclusionProof(long index, long size) => tree.InclusionProof(index, size);

    /// <summary>The proof that the log of one size is the beginning of the log of another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not in this order, or the log never had them.</exception>
    public MerkleProof ConsistencyProof(long older, long newer) => tree.ConsistencyProof(older, newer);

    /// <summary>A log under the same key that had the same beginning; from there on each has its own entries.</summary>
    /// <param name="size">Size of the common beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative or more than <see cref="Size"/>.</exception>
    public SignedLog Fork(long size)
    {
        var fork = new SignedLog(key, random, clock) { tree = tree.Copy(size) };
        fork.entries.AddRange(entries.Take((int)size));
        fork.roots.AddRange(roots.Where(root => root.Size <= size));
        return fork;
    }
}
