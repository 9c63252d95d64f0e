using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>The way from the root of a <see cref="PrefixTree"/> to where a label stands, or would stand.</summary>
/// <param name="Siblings">The hash beside the way at each level, the one below the root first.</param>
/// <param name="Leaf">What stands at the end: the label's leaf, another with the same beginning, or null, nothing.</param>
public sealed record PrefixProof(IReadOnlyList<TreeHash> Siblings, PrefixEntry? Leaf)
{
    private const int SiblingsField = 1;
    private const int LeafField = 2;

    /// <summary>What the tree with a root says about a label.</summary>
    /// <param name="root">The root.</param>
    /// <param name="label">The label.</param>
    /// <param name="value">The label's value; null when it is proven that the label is not in the tree.</param>
    /// <returns>False when nothing is proven.</returns>
    public bool TryVerify(TreeHash root, TreeHash label, out TreeHash? value)
    {
        value = null;
        bool misplaced = Siblings.Count > TreeHash.Bits || Leaf is { } end && end.Label.CommonBits(label) < Siblings.Count;
        if (misplaced)
            return false;
        TreeHash hash = Leaf is { } leaf ? PrefixLeaf.LeafHash(leaf) : PrefixNode.HashOf(null);
        for (int depth = Siblings.Count - 1; depth >= 0; depth--)
            hash = label.Bit(depth) ? PrefixBranch.BranchHash(Siblings[depth], hash) : PrefixBranch.BranchHash(hash, Siblings[depth]);
        if (hash != root)
            return false;
        value = Leaf is { } found && found.Label == label ? found.Value : null;
        return true;
    }

    /// <summary>The proof on the wire: siblings in field 1, one behind the other; the leaf, where there is one, in field 2.</summary>
    public byte[] Serialize()
    {
        var writer = new WireWriter().Hashes(SiblingsField, Siblings);
        return (Leaf is { } leaf ? writer.Hashes(LeafField, [leaf.Label, leaf.Value]) : writer).ToArray();
    }

    /// <summary>Reads the wire form.</summary>
    /// <param name="serialized">Any bytes.</param>
    /// <param name="proof">The proof, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> writes for some proof.</returns>
    public static bool TryParse(ReadOnlySpan<byte> serialized, [NotNullWhen(true)] out PrefixProof? proof) =>
        HashFields.TryParse(serialized, TryRead, value => value.Serialize(), out proof);

    private static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out PrefixProof? proof)
    {
        proof = null;
        TreeHash[]? siblings = null;
        PrefixEntry? leaf = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number, HashFields.HashesOf(field))
            {
                case (SiblingsField, { } hashes): siblings = hashes; break;
                case (LeafField, [var label, var value]): leaf = new(label, value); break;
                default: return false;
            }
        if (siblings is not null && !reader.Malformed)
            proof = new(siblings, leaf);
        return proof is not null;
    }
}
