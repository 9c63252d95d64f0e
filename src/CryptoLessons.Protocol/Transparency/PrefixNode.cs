namespace CryptoLessons.Protocol.Transparency;

/// <summary>A node of a prefix tree; where nothing stands there is no node, that is null. Nodes never change, so trees share them.</summary>
internal abstract class PrefixNode(TreeHash hash)
{
    public TreeHash Hash { get; } = hash;

    /// <summary>The hash of a node or of nothing: 32 zero bytes, for which nobody knows an input of SHA-256.</summary>
    public static TreeHash HashOf(PrefixNode? node) => node?.Hash ?? default;

    /// <summary>What stands on one side of a node: a leaf has only itself, on its own side, however far down one asks.</summary>
    public static PrefixNode? Child(PrefixNode? node, bool right, int depth) => node switch
    {
        PrefixBranch branch => right ? branch.Right : branch.Left,
        PrefixLeaf leaf when leaf.Entry.Label.Bit(depth) == right => leaf,
        _ => null,
    };
}
