using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>What a user of a log remembers of it: its key, and the signed roots that were shown, each an extension of the one before.</summary>
/// <remarks>The first root is taken on trust; whether others were shown the same is for <see cref="Gossip"/>.</remarks>
/// <param name="log">The log's key.</param>
public sealed class LogClient(DhPublicKey log)
{
    private readonly SortedList<long, SignedRoot> seen = [];

    /// <summary>The log's key.</summary>
    public DhPublicKey Log { get; } = log;

    /// <summary>The roots that were seen, one for each size, the newest last.</summary>
    public IReadOnlyList<SignedRoot> Seen => seen.Values.AsReadOnly();

    /// <summary>The newest root that was seen; null before the first.</summary>
    public SignedRoot? Newest => seen.Count > 0 ? seen.Values[^1] : null;

    /// <summary>The size from which a proof of consistency is needed; 0 before the first root.</summary>
    public long Size => Newest?.Size ?? 0;

    /// <summary>Looks at a root, and remembers it when it is fine.</summary>
    /// <param name="root">A root, by whatever way it came.</param>
    /// <param name="consistency">The proof that it extends the log of <see cref="Size"/>.</param>
    /// <returns>
    /// <see cref="Finding.BadSignature"/>, <see cref="Finding.StaleRoot"/> when a newer one was seen, <see cref="Finding.NotConsistent"/>,
    /// or <see cref="Finding.Fine"/>. How old it is by the clock is not looked at: <see cref="SignedRoot.Check"/>.
    /// </returns>
    public Finding See(SignedRoot root, MerkleProof consistency)
    {
        Finding finding = Examine(root, consistency);
        if (finding == Finding.Fine)
            Remember(root);
        return finding;
    }

    /// <summary>The same, and nothing is remembered.</summary>
    /// <param name="root">A root, by whatever way it came.</param>
    /// <param name="consistency">The proof that it extends the log of <see cref="Size"/>.</param>
    public Finding Examine(SignedRoot root, MerkleProof consistency)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(consistency);
        return !root.IsSignedBy(Log) ? Finding.BadSignature
            : root.Size < Size ? Finding.StaleRoot
            : !consistency.Extends(Size, Newest?.Root ?? MerkleLog.EmptyRoot, root.Size, root.Root) ? Finding.NotConsistent
            : Finding.Fine;
    }

    /// <summary>Whether an entry is in the log of the newest root that was seen.</summary>
    /// <param name="entry">The entry's bytes.</param>
    /// <param name="index">Its index.</param>
    /// <param name="proof">The proof for <see cref="Size"/>.</param>
    public bool Includes(ReadOnlySpan<byte> entry, long index, MerkleProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return Newest is { } newest && proof.Includes(entry, index, newest.Size, newest.Root);
    }

    /// <summary>Remembers a root that <see cref="Examine"/> found fine.</summary>
    internal void Remember(SignedRoot root) => seen[root.Size] = root;
}
