using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>The proof that a prefix tree is an older one with more leaves: nothing was taken away, nothing replaced.</summary>
/// <remarks>
/// It holds the new leaves, and of the older tree what they pass. Whoever checks it inserts them, and must come out at the newer root.
/// Source: Chase et al., "SEEMless" (CCS 2019), the proof for auditors.
/// </remarks>
public sealed class AppendProof
{
    private const int AddedField = 1;
    private const int OlderField = 2;

    private readonly PrefixEntry[] added;
    private readonly PrefixNode? older;

    internal AppendProof(PrefixEntry[] added, PrefixNode? older) => (this.added, this.older) = (added, older);

    /// <summary>The new leaves, in ascending order of their labels.</summary>
    public IReadOnlyList<PrefixEntry> Added => added;

    /// <summary>Whether the tree with the newer root is the tree with the older root and the new leaves.</summary>
    public bool Verify(TreeHash olderRoot, TreeHash newerRoot) =>
        PrefixNode.HashOf(older) == olderRoot
        && PrefixInsertion.TryInsert(older, added, 0, out PrefixNode? newer)
        && PrefixNode.HashOf(newer) == newerRoot;

    /// <summary>The proof on the wire: the new leaves in field 1, the pruned older tree in field 2.</summary>
    public byte[] Serialize()
    {
        var tree = new List<byte>();
        PrunedTree.Write(tree, older);
        return new WireWriter()
            .Hashes(AddedField, [.. added.SelectMany(entry => (TreeHash[])[entry.Label, entry.Value])])
            .Bytes(OlderField, [.. tree])
            .ToArray();
    }

    /// <summary>Reads the wire form.</summary>
    /// <param name="serialized">Any bytes.</param>
    /// <param name="proof">The proof, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> writes for some proof.</returns>
    public static bool TryParse(ReadOnlySpan<byte> serialized, [NotNullWhen(true)] out AppendProof? proof) =>
        HashFields.TryParse(serialized, TryRead, value => value.Serialize(), out proof);

    private static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out AppendProof? proof)
    {
        proof = null;
        PrefixEntry[]? added = null;
        PrefixNode? older = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case AddedField when HashFields.HashesOf(field) is { } hashes && hashes.Length % 2 == 0:
                    added = [.. hashes.Chunk(2).Select(pair => new PrefixEntry(pair[0], pair[1]))];
                    break;
                case OlderField:
                    ReadOnlySpan<byte> tree = field.Bytes;
                    if (!PrunedTree.TryRead(ref tree, 0, out older))
                        return false;
                    break;
                default:
                    return false;
            }
        if (!reader.Malformed && added is not null && IsAscending(added))
            proof = new(added, older);
        return proof is not null;
    }

    private static bool IsAscending(PrefixEntry[] entries) =>
        entries.Zip(entries.Skip(1)).All(pair => TreeHash.Compare(pair.First.Label, pair.Second.Label) < 0);
}
