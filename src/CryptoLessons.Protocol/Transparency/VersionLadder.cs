namespace CryptoLessons.Protocol.Transparency;

/// <summary>Which versions must be looked up so that everybody finds the same newest one.</summary>
/// <remarks>
/// To see that version n is there and n + 1 is not would be too little: a provider could add versions 1 and 5, show 1 to the owner and
/// 5 to the contacts, and prove both. So everybody climbs the same ladder: 1, 2, 4, 8 and so on until one is missing, then the middle
/// of what is left, and again. Each step is decided by the tree alone, so under one root all come out at the same version, whatever the
/// tree holds. Source: draft-ietf-keytrans-protocol, the binary ladder.
/// </remarks>
public static class VersionLadder
{
    /// <summary>The steps that lead to a newest version, and whether each of them must be there; n and n + 1 are always among them.</summary>
    /// <param name="kind">In a <see cref="DirectoryKind.Mutable"/> directory there is version 1 and no other.</param>
    /// <param name="newest">The newest version; 0 when the name has none.</param>
    public static IEnumerable<(int Version, bool Present)> Steps(DirectoryKind kind, int newest)
    {
        if (kind == DirectoryKind.Mutable)
            return [(1, newest == 1)];
        return Climb(newest).Select(version => (version, version <= newest));
    }

    private static IEnumerable<int> Climb(int newest)
    {
        // Numbers beyond the largest version stand for versions that cannot be there, and need not be asked for.
        var (low, high) = (0L, 1L);
        for (; high <= int.MaxValue; (low, high) = (high, 2 * high))
        {
            yield return (int)high;
            if (high > newest)
                break;
        }
        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            yield return (int)middle;
            (low, high) = middle <= newest ? (middle, high) : (low, middle);
        }
    }
}
