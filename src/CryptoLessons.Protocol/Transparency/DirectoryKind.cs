namespace CryptoLessons.Protocol.Transparency;

/// <summary>What a directory does with the key list that a name had before.</summary>
public enum DirectoryKind
{
    /// <summary>It stays, as a leaf of its own; a new list is the next version. Source: Chase et al., "SEEMless" (CCS 2019).</summary>
    AppendOnly = 0,

    /// <summary>It is replaced: one leaf for each name, no history. Source: Melara et al., "CONIKS" (USENIX Security 2015).</summary>
    Mutable,
}
