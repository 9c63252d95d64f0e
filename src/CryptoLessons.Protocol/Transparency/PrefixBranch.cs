namespace CryptoLessons.Protocol.Transparency;

/// <summary>Where labels part: those with a 0 as the next bit to the left, those with a 1 to the right.</summary>
internal sealed class PrefixBranch(PrefixNode? left, PrefixNode? right) : PrefixNode(BranchHash(HashOf(left), HashOf(right)))
{
    private const byte BranchKind = 3;

    public PrefixNode? Left { get; } = left;

    public PrefixNode? Right { get; } = right;

    public static TreeHash BranchHash(TreeHash left, TreeHash right) => TreeHash.Of(BranchKind, left, right);
}
