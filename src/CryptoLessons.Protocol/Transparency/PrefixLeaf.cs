namespace CryptoLessons.Protocol.Transparency;

/// <summary>An entry, standing where no other has the same beginning. Its whole label is hashed: how deep it stands is not.</summary>
internal sealed class PrefixLeaf(PrefixEntry entry) : PrefixNode(LeafHash(entry))
{
    private const byte LeafKind = 2;

    public PrefixEntry Entry { get; } = entry;

    public static TreeHash LeafHash(PrefixEntry entry) => TreeHash.Of(LeafKind, entry.Label, entry.Value);
}
