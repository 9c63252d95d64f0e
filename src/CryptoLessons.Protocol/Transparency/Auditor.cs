using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>Anybody who follows a directory from epoch to epoch and sees to it that its tree grows and nothing else.</summary>
/// <remarks>
/// An auditor needs no name and no key list: hashes suffice. In a <see cref="DirectoryKind.Mutable"/> directory there is nothing to hold
/// on to.
/// </remarks>
/// <param name="log">The key of the directory's log.</param>
public sealed class Auditor(DhPublicKey log)
{
    private TreeHash tree = PrefixTree.Empty.Root;

    /// <summary>The signed roots that were seen; clients that compare theirs with an auditor's need not meet each other.</summary>
    public LogClient Log { get; } = new(log);

    /// <summary>The last epoch that was found fine.</summary>
    public long Epoch => Log.Size;

    /// <summary>Checks the next epoch, and remembers it when it is fine. None may be left out.</summary>
    public Finding Check(EpochStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Epoch.Epoch > Epoch + 1)
            return Finding.SkippedEpoch;
        if (step.Epoch.Epoch <= Epoch)
            return Finding.StaleRoot;
        Finding finding = step.Epoch.Examine(Log);
        if (finding != Finding.Fine)
            return finding;
        if (!step.Append.Verify(tree, step.Epoch.Tree))
            return Finding.NotAppendOnly;
        Log.Remember(step.Epoch.Signed);
        tree = step.Epoch.Tree;
        return Finding.Fine;
    }
}
