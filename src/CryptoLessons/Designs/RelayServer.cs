using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>The provider's server in an end-to-end encrypted messenger: hands out prekey bundles, and queues what it cannot read.</summary>
internal sealed class RelayServer
{
    private readonly SortedDictionary<string, PreKeyBundle> bundles = new(StringComparer.Ordinal);
    private readonly List<Envelope> queue = [];

    /// <summary>What it would hand out now.</summary>
    public IReadOnlyDictionary<string, PreKeyBundle> Directory => bundles;

    /// <summary>Takes the bundle that a device publishes.</summary>
    public void Publish(string person, PreKeyBundle bundle) => bundles[person] = bundle;

    /// <summary>Hands out a person's bundle; its one-time prekey is handed out once.</summary>
    public PreKeyBundle HandOut(string person)
    {
        PreKeyBundle bundle = bundles[person];
        bundles[person] = bundle with { PreKeyId = null, PreKey = null };
        return bundle;
    }

    public void Enqueue(Envelope envelope) => queue.Add(envelope);

    public void Dequeue(Envelope envelope) => queue.Remove(envelope);

    /// <summary>What a breach finds in memory.</summary>
    public ServerLoot Seize() => new(new SortedDictionary<string, PreKeyBundle>(bundles, StringComparer.Ordinal), [.. queue]);

    public RelayServer Fork()
    {
        var fork = new RelayServer();
        foreach (var (person, bundle) in bundles)
            fork.bundles.Add(person, bundle);
        fork.queue.AddRange(queue);
        return fork;
    }
}
