namespace CryptoLessons.Protocol.Transparency;

/// <summary>A Merkle prefix tree: 32-byte labels to 32-byte values, under one root that answers for each label in one way only.</summary>
/// <remarks>
/// The bits of a label are the way down from the root, and a leaf stands at the first level where it is alone. Under one root a
/// way leads to one place, and so a label is either there with one value or not there. A tree never changes: an insertion makes
/// another, which shares what stayed the same; old epochs cost little. Sources: Melara et al.,
/// "CONIKS" (USENIX Security 2015); Chase et al., "SEEMless" (CCS 2019).
/// </remarks>
public sealed class PrefixTree
{
    private readonly PrefixNode? root;

    private PrefixTree(PrefixNode? root, int count) => (this.root, Count) = (root, count);

    /// <summary>The tree without a leaf; its root is 32 zero bytes.</summary>
    public static PrefixTree Empty { get; } = new(null, 0);

    /// <summary>How many leaves there are.</summary>
    public int Count { get; }

    /// <summary>The hash that stands for the whole tree.</summary>
    public TreeHash Root => PrefixNode.HashOf(root);

    /// <summary>Every leaf, in ascending order of the labels.</summary>
    public IEnumerable<PrefixEntry> Entries => Leaves(root);

    internal PrefixNode? Node => root;

    /// <summary>A tree with new leaves in it. Many at once are cheaper than one after the other.</summary>
    /// <param name="entries">The leaves, in any order.</param>
    /// <exception cref="ArgumentException">A label is there already, or twice among the new ones.</exception>
    public PrefixTree Insert(params IReadOnlyCollection<PrefixEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        PrefixEntry[] added = [.. entries];
        Array.Sort(added, (a, b) => TreeHash.Compare(a.Label, b.Label));
        for (int i = 1; i < added.Length; i++)
            if (added[i].Label == added[i - 1].Label)
                throw new ArgumentException($"The label {added[i].Label} stands twice among the new leaves.", nameof(entries));
        return PrefixInsertion.TryInsert(root, added, 0, out PrefixNode? grown)
            ? new(grown, Count + added.Length)
            : throw new ArgumentException("A label is in the tree already.", nameof(entries));
    }

    /// <summary>A tree in which a label that is there has another value: what a directory without history does.</summary>
    /// <exception cref="ArgumentException">The label is not in the tree.</exception>
    public PrefixTree Replace(TreeHash label, TreeHash value)
    {
        PrefixNode Replaced(PrefixNode? node, int depth) => node switch
        {
            PrefixBranch branch when label.Bit(depth) => new PrefixBranch(branch.Left, Replaced(branch.Right, depth + 1)),
            PrefixBranch branch => new PrefixBranch(Replaced(branch.Left, depth + 1), branch.Right),
            PrefixLeaf leaf when leaf.Entry.Label == label => new PrefixLeaf(new(label, value)),
            _ => throw new ArgumentException($"The label {label} is not in the tree.", nameof(label)),
        };
        return new(Replaced(root, 0), Count);
    }

    /// <summary>The value of a label; null when it is not there.</summary>
    public TreeHash? Find(TreeHash label)
    {
        PrefixNode? node = root;
        for (int depth = 0; node is PrefixBranch; depth++)
            node = PrefixNode.Child(node, label.Bit(depth), depth);
        return node is PrefixLeaf leaf && leaf.Entry.Label == label ? leaf.Entry.Value : null;
    }

    /// <summary>The proof of what the tree says about a label: its value, or that it is not there.</summary>
    public PrefixProof Prove(TreeHash label)
    {
        PrefixNode? node = root;
        var siblings = new List<TreeHash>();
        for (int depth = 0; node is PrefixBranch; depth++)
        {
            bool right = label.Bit(depth);
            siblings.Add(PrefixNode.HashOf(PrefixNode.Child(node, !right, depth)));
            node = PrefixNode.Child(node, right, depth);
        }
        return new(siblings, (node as PrefixLeaf)?.Entry);
    }

    /// <summary>The proof that this tree is an older one with more leaves. For one that is not, what comes out proves nothing.</summary>
    /// <param name="older">The older tree.</param>
    public AppendProof ProveAppend(PrefixTree older)
    {
        ArgumentNullException.ThrowIfNull(older);
        PrefixEntry[] added = [.. Added(older.root, root, 0)];
        return new(added, PrunedTree.Prune(older.root, added, 0));
    }

    private static IEnumerable<PrefixEntry> Leaves(PrefixNode? node) => node switch
    {
        PrefixBranch branch => Leaves(branch.Left).Concat(Leaves(branch.Right)),
        PrefixLeaf leaf => [leaf.Entry],
        _ => [],
    };

    /// <summary>The leaves of the newer tree whose labels the older one lacks; subtrees that both have are passed over.</summary>
    private static IEnumerable<PrefixEntry> Added(PrefixNode? older, PrefixNode? newer, int depth)
    {
        if (newer is null || older?.Hash == newer.Hash)
            return [];
        if (newer is PrefixLeaf leaf && older is null or PrefixLeaf)
            return (older as PrefixLeaf)?.Entry.Label == leaf.Entry.Label ? [] : [leaf.Entry];
        return Side(right: false).Concat(Side(right: true));

        IEnumerable<PrefixEntry> Side(bool right) =>
            Added(PrefixNode.Child(older, right, depth), PrefixNode.Child(newer, right, depth), depth + 1);
    }
}
