using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>The provider's server in an end-to-end encrypted messenger: answers for the directory, and queues what it cannot read.</summary>
internal sealed class RelayServer
{
    private readonly SeededRandom random;
    private readonly DhKeyPair signingKey;
    private readonly SortedDictionary<string, PreKeyBundle> bundles;
    private readonly Dictionary<string, byte[]> deviceLists;
    private readonly List<Envelope> queue;

    /// <param name="random">A stream of its own, for the key that signs what the directory answers, and for the signatures.</param>
    public RelayServer(SeededRandom random)
        : this(random, DhKeyPair.Generate(random), new(StringComparer.Ordinal), [], [])
    {
    }

    private RelayServer(
        SeededRandom random,
        DhKeyPair signingKey,
        SortedDictionary<string, PreKeyBundle> bundles,
        Dictionary<string, byte[]> deviceLists,
        List<Envelope> queue) =>
        (this.random, this.signingKey, this.bundles, this.deviceLists, this.queue) = (random, signingKey, bundles, deviceLists, queue);

    /// <summary>The key under which the directory's answers verify; it is built into every app.</summary>
    public DhPublicKey PublicKey => signingKey.Public;

    /// <summary>The bundles that it would hand out now.</summary>
    public IReadOnlyDictionary<string, PreKeyBundle> Directory => bundles;

    /// <summary>Takes the bundle that a device publishes.</summary>
    public void Publish(string person, PreKeyBundle bundle)
    {
        bundles[person] = bundle;
        if (!deviceLists.ContainsKey(person))
            deviceLists.Add(person, Sign(new DeviceList(person, [new(1, bundle.RegistrationId, bundle.IdentityKey)]).Serialize()));
    }

    /// <summary>Answers a phone; a one-time prekey is handed out once.</summary>
    public ReadOnlyMemory<byte> Answer(Download request)
    {
        if (request.Kind == DownloadKind.DeviceList)
            return deviceLists[request.Of];
        // There is one device for each person; whatever else is asked for has no answer.
        if (request.Device != 1)
            return default;
        PreKeyBundle bundle = bundles[request.Of];
        bundles[request.Of] = bundle with { PreKeyId = null, PreKey = null };
        return Sign(new PublishedBundle(request.Of, request.Device, bundle).Serialize());
    }

    public void Enqueue(Envelope envelope) => queue.Add(envelope);

    public void Dequeue(Envelope envelope) => queue.Remove(envelope);

    /// <summary>Empties the queue: what is still in it was taken off the wire, and nobody will fetch it.</summary>
    public void Forget() => queue.Clear();

    /// <summary>What a breach finds in memory.</summary>
    public ServerLoot Seize() => new(new SortedDictionary<string, PreKeyBundle>(bundles, StringComparer.Ordinal), [.. queue]);

    /// <summary>A copy of the key that signs what the directory answers.</summary>
    public DirectoryKeyLoot Leak() => new(signingKey.Copy());

    public RelayServer Fork() =>
        new(random.Copy(), signingKey.Copy(), new(bundles, StringComparer.Ordinal), new(deviceLists), [.. queue]);

    private byte[] Sign(byte[] answer) => SignedAnswer.Sign(answer, signingKey, random);
}
