namespace CryptoLessons.Protocol.Transparency;

/// <summary>A leaf of a prefix tree.</summary>
/// <param name="Label">Where it stands: bit 0 leads from the root to the left when it is 0 and to the right when it is 1, and so on.</param>
/// <param name="Value">The hash of what stands there.</param>
public readonly record struct PrefixEntry(TreeHash Label, TreeHash Value)
{
    /// <summary>Length of the wire form, in bytes: <c>label || value</c>.</summary>
    public const int Size = 2 * TreeHash.Size;
}
