using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Transparency;

/// <summary>Key transparency, the provider's side: names and their key lists, in epochs, each under a signed root.</summary>
/// <remarks>
/// The provider takes whatever it is told to publish: that it was the owner who published is what owners look after
/// (<see cref="KeyMonitor"/>). A directory that has a <see cref="Fork"/> can show one face to one client and another to the next.
/// </remarks>
public sealed class KeyDirectory
{
    private readonly EpochLog epochs;
    private readonly Dictionary<string, List<Publication>> published = new(StringComparer.Ordinal);
    private readonly List<(string Name, DeviceKeys Keys)> pending = [];

    /// <summary>A directory before its first epoch.</summary>
    /// <param name="kind">What becomes of the list that a name had before.</param>
    /// <param name="key">The log's key pair; the caller wipes it.</param>
    /// <param name="random">For the signatures.</param>
    /// <param name="clock">Gives the times that stand in the roots.</param>
    public KeyDirectory(DirectoryKind kind, DhKeyPair key, RandomSource random, TimeProvider clock)
        : this(kind, new EpochLog(key, random, clock))
    {
    }

    private KeyDirectory(DirectoryKind kind, EpochLog epochs) => (Kind, this.epochs) = (kind, epochs);

    /// <summary>What becomes of the list that a name had before.</summary>
    public DirectoryKind Kind { get; }

    /// <summary>The key that verifies the roots.</summary>
    public DhPublicKey Key => epochs.Key;

    /// <summary>The number of the newest epoch, 0 before the first is closed.</summary>
    public long Epoch => epochs.Epoch;

    /// <summary>The newest signed root.</summary>
    /// <exception cref="InvalidOperationException">No epoch was closed yet.</exception>
    public SignedRoot Newest => epochs.Newest;

    /// <summary>The trees and the log below the names.</summary>
    public EpochLog Epochs => epochs;

    /// <summary>Takes a name's key list into the epoch that is under way.</summary>
    /// <param name="name">Any text; names are compared code unit by code unit.</param>
    /// <param name="keys">The list.</param>
    /// <returns>The number of the epoch from which on it will be found.</returns>
    public long Publish(string name, DeviceKeys keys)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(keys);
        pending.Add((name, keys));
        return Epoch + 1;
    }

    /// <summary>Ends the epoch: what was published is in the tree from now on, and the new root is signed.</summary>
    public SignedRoot CloseEpoch()
    {
        PrefixTree tree = epochs.Tree;
        var fresh = new Dictionary<TreeHash, PrefixEntry>();
        foreach (var (name, keys) in pending)
        {
            if (!published.TryGetValue(name, out List<Publication>? publications))
                published.Add(name, publications = []);
            publications.Add(new(keys, Epoch + 1));
            var entry = new PrefixEntry(DirectoryLabel.Of(name, NewestVersion(publications)), keys.Hash);
            if (Kind == DirectoryKind.Mutable && tree.Find(entry.Label) is not null)
                tree = tree.Replace(entry.Label, entry.Value);
            else
                fresh[entry.Label] = entry;
        }
        pending.Clear();
        return epochs.Close(tree.Insert(fresh.Values));
    }

    /// <summary>The newest key list of a name in the newest epoch, or that it has none, with the proofs.</summary>
    /// <param name="name">Any text.</param>
    /// <param name="since">The epoch that whoever asks has seen, 0 for none: <see cref="LogClient.Size"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such epoch.</exception>
    /// <exception cref="InvalidOperationException">No epoch was closed yet.</exception>
    public DirectoryAnswer LookUp(string name, long since)
    {
        ArgumentNullException.ThrowIfNull(name);
        return published.TryGetValue(name, out List<Publication>? publications)
            ? epochs.Answer(name, Kind, NewestVersion(publications), publications[^1].Keys, since)
            : epochs.Answer(name, Kind, 0, null, since);
    }

    /// <summary>What an auditor needs who has seen the epoch before this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such epoch.</exception>
    public EpochStep Step(long epoch) => epochs.Step(epoch);

    /// <summary>A directory under the same key that had the same epochs up to one; from there on each goes its own way.</summary>
    /// <param name="epoch">The last epoch that both have.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such epoch.</exception>
    public KeyDirectory Fork(long epoch)
    {
        var fork = new KeyDirectory(Kind, epochs.Fork(epoch));
        foreach (var (name, publications) in published)
            if (publications.FindAll(publication => publication.Epoch <= epoch) is { Count: > 0 } common)
                fork.published.Add(name, common);
        return fork;
    }

    private int NewestVersion(List<Publication> publications) => Kind == DirectoryKind.Mutable ? 1 : publications.Count;

    private readonly record struct Publication(DeviceKeys Keys, long Epoch);
}
