using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>The epochs of a directory: a prefix tree for each, its root a leaf of a log, and the log signed at the end of the epoch.</summary>
/// <remarks>
/// It answers for whatever trees it is given. That they grow by insertions alone is for <see cref="KeyDirectory"/> to do and for an
/// <see cref="Auditor"/> to see.
/// </remarks>
public sealed class EpochLog
{
    private readonly SignedLog log;
    private readonly List<PrefixTree> trees = [PrefixTree.Empty];

    /// <summary>A directory's log before its first epoch.</summary>
    /// <param name="key">The log's key pair; the caller wipes it.</param>
    /// <param name="random">For the signatures.</param>
    /// <param name="clock">Gives the times that stand in the roots.</param>
    public EpochLog(DhKeyPair key, RandomSource random, TimeProvider clock) => log = new(key, random, clock);

    private EpochLog(SignedLog log, IEnumerable<PrefixTree> trees) => (this.log, this.trees) = (log, [.. trees]);

    /// <summary>The key that verifies the roots.</summary>
    public DhPublicKey Key => log.Key;

    /// <summary>The number of the newest epoch, 0 before the first is closed.</summary>
    public long Epoch => log.Size;

    /// <summary>The tree of the newest epoch; empty before the first.</summary>
    public PrefixTree Tree => trees[^1];

    /// <summary>The newest signed root.</summary>
    /// <exception cref="InvalidOperationException">No epoch was closed yet.</exception>
    public SignedRoot Newest => log.Newest;

    /// <summary>Ends an epoch with a tree.</summary>
    public SignedRoot Close(PrefixTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        trees.Add(tree);
        log.Append(tree.Root.ToArray());
        return log.Sign();
    }

    /// <summary>What the newest epoch's tree says of a name, proven as far as it can be.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">The kind of the directory.</param>
    /// <param name="version">The version that the answer is to claim; 0 for none.</param>
    /// <param name="keys">The key list that it is to claim.</param>
    /// <param name="since">The epoch that whoever asks has seen, 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such epoch.</exception>
    /// <exception cref="InvalidOperationException">No epoch was closed yet.</exception>
    public DirectoryAnswer Answer(string name, DirectoryKind kind, int version, DeviceKeys? keys, long since) => new(
        Root(Newest.Size, since),
        version,
        keys,
        [.. VersionLadder.Steps(kind, version).Select(step => Tree.Prove(DirectoryLabel.Of(name, step.Version)))]);

    /// <summary>What an auditor needs who has seen the epoch before this one.</summary>
    /// <param name="epoch">The number of the epoch.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such epoch.</exception>
    public EpochStep Step(long epoch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epoch, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(epoch, Epoch);
        return new(Root(epoch, epoch - 1), trees[(int)epoch].ProveAppend(trees[(int)epoch - 1]));
    }

    /// <summary>A log under the same key that had the same epochs up to one; from there on each goes its own way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such epoch.</exception>
    public EpochLog Fork(long epoch) => new(log.Fork(epoch), trees.Take((int)epoch + 1));

    private EpochRoot Root(long epoch, long since) => new(
        log.Roots[(int)epoch - 1],
        log.ConsistencyProof(since, epoch),
        trees[(int)epoch].Root,
        log.InclusionProof(epoch - 1, epoch));
}
