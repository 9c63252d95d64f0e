namespace CryptoLessons.Protocol.Transparency;

/// <summary>Insertion into a prefix tree: the same for the directory that makes the tree and for the auditor who checks it.</summary>
internal static class PrefixInsertion
{
    /// <summary>A tree with new entries in it; nodes that no entry passes are shared with the old one.</summary>
    /// <param name="node">The subtree at this depth, or nothing.</param>
    /// <param name="added">Entries in ascending order of their labels, all with the same first bits up to this depth.</param>
    /// <param name="depth">How far below the root this is.</param>
    /// <param name="grown">The subtree with the entries, when the result is true.</param>
    /// <returns>False when a label is there already, when a subtree in the way is unknown, and when a leaf is in a wrong place.</returns>
    public static bool TryInsert(PrefixNode? node, ReadOnlySpan<PrefixEntry> added, int depth, out PrefixNode? grown)
    {
        grown = node;
        if (added.IsEmpty)
            return true;
        switch (node)
        {
            case null:
                grown = Build(added, depth);
                return true;
            case PrefixLeaf { Entry: var entry }:
                int place = FirstFrom(added, entry.Label);
                bool taken = place < added.Length && added[place].Label == entry.Label;
                if (taken || entry.Label.CommonBits(added[0].Label) < depth)
                    return false;
                grown = Build([.. added[..place], entry, .. added[place..]], depth);
                return true;
            case PrefixBranch branch:
                int middle = FirstToTheRight(added, depth);
                if (!TryInsert(branch.Left, added[..middle], depth + 1, out PrefixNode? left)
                    || !TryInsert(branch.Right, added[middle..], depth + 1, out PrefixNode? right))
                    return false;
                grown = new PrefixBranch(left, right);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Index of the first of these sorted entries whose next bit is 1.</summary>
    public static int FirstToTheRight(ReadOnlySpan<PrefixEntry> entries, int depth)
    {
        var (low, high) = (0, entries.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = entries[middle].Label.Bit(depth) ? (low, middle) : (middle + 1, high);
        }
        return low;
    }

    private static PrefixNode? Build(ReadOnlySpan<PrefixEntry> entries, int depth)
    {
        if (entries.Length < 2)
            return entries.IsEmpty ? null : new PrefixLeaf(entries[0]);
        int middle = FirstToTheRight(entries, depth);
        return new PrefixBranch(Build(entries[..middle], depth + 1), Build(entries[middle..], depth + 1));
    }

    private static int FirstFrom(ReadOnlySpan<PrefixEntry> entries, TreeHash label)
    {
        var (low, high) = (0, entries.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = TreeHash.Compare(entries[middle].Label, label) >= 0 ? (low, middle) : (middle + 1, high);
        }
        return low;
    }
}
