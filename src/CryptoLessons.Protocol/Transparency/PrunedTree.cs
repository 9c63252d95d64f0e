namespace CryptoLessons.Protocol.Transparency;

/// <summary>A prefix tree of which only the ways are left on which something was inserted, from the root downwards, left before right.</summary>
internal static class PrunedTree
{
    private const byte Nothing = 0;
    private const byte Stub = 1;
    private const byte Leaf = 2;
    private const byte Branch = 3;

    /// <summary>Leaves out every subtree that no entry passes.</summary>
    public static PrefixNode? Prune(PrefixNode? node, ReadOnlySpan<PrefixEntry> passing, int depth)
    {
        if (passing.IsEmpty)
            return node is null ? null : new PrefixStub(node.Hash);
        if (node is not PrefixBranch branch)
            return node;
        int middle = PrefixInsertion.FirstToTheRight(passing, depth);
        return new PrefixBranch(Prune(branch.Left, passing[..middle], depth + 1), Prune(branch.Right, passing[middle..], depth + 1));
    }

    /// <summary>Writes a kind and what belongs to it for each node.</summary>
    public static void Write(List<byte> output, PrefixNode? node)
    {
        switch (node)
        {
            case PrefixLeaf { Entry: var entry }:
                output.AddRange([Leaf, .. entry.Label.ToArray(), .. entry.Value.ToArray()]);
                break;
            case PrefixBranch branch:
                output.Add(Branch);
                Write(output, branch.Left);
                Write(output, branch.Right);
                break;
            case null:
                output.Add(Nothing);
                break;
            default:
                output.AddRange([Stub, .. node.Hash.ToArray()]);
                break;
        }
    }

    /// <summary>Reads one node and what is below it, and leaves in <paramref name="input"/> what follows.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> input, int depth, out PrefixNode? node)
    {
        node = null;
        if (input.IsEmpty)
            return false;
        byte kind = input[0];
        input = input[1..];
        switch (kind)
        {
            case Nothing:
                return true;
            case Stub when TryTake(ref input, out TreeHash hash):
                node = new PrefixStub(hash);
                return true;
            case Leaf when TryTake(ref input, out TreeHash label) && TryTake(ref input, out TreeHash value):
                node = new PrefixLeaf(new(label, value));
                return true;
            case Branch when depth < TreeHash.Bits
                    && TryRead(ref input, depth + 1, out PrefixNode? left) && TryRead(ref input, depth + 1, out PrefixNode? right):
                node = new PrefixBranch(left, right);
                return true;
            default:
                return false;
        }
    }

    private static bool TryTake(ref ReadOnlySpan<byte> input, out TreeHash hash)
    {
        hash = default;
        if (input.Length < TreeHash.Size)
            return false;
        hash = new(input[..TreeHash.Size]);
        input = input[TreeHash.Size..];
        return true;
    }
}
