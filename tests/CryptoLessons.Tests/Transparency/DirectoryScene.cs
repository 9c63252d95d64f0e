using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Tests.Protocol;

namespace CryptoLessons.Tests.Transparency;

/// <summary>A directory with some names, and people who use it; an epoch lasts a day.</summary>
internal sealed class DirectoryScene
{
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A key list of the provider's own, whose private key the man in the middle has.</summary>
    public static readonly DeviceKeys Providers = Keys("the provider");

    /// <summary>What the provider signs with, and whoever got at it.</summary>
    public static readonly DhKeyPair LogKey = DhKeyPair.FromPrivate(Hex.Repeat(9, 32));

    public DirectoryScene(DirectoryKind kind = DirectoryKind.AppendOnly)
    {
        Directory = new(kind, LogKey, new SeededRandom(1), Clock);
        foreach (string name in (string[])["Alice", "Bob", "Carol", "Dave"])
            Directory.Publish(name, Keys(name));
        Owner = new("Alice", AliceClient = Client());
        Owner.Published(Keys("Alice"), 1);
        Directory.CloseEpoch();
    }

    public ManualClock Clock { get; } = new();

    public KeyDirectory Directory { get; set; }

    /// <summary>Alice looks after her name, with a client of her own.</summary>
    public KeyMonitor Owner { get; }

    public DirectoryClient AliceClient { get; }

    public static DhPublicKey Log => LogKey.Public;

    /// <summary>The key list of one device, made from a name.</summary>
    public static DeviceKeys Keys(string name) => new(DhKeyPair.Generate(new SeededRandom(17).Child(name)).Public);

    public DirectoryClient Client() => new(Log, Directory.Kind, Clock, 1.5 * Day);

    public EpochLog NewEpochs() => new(LogKey, new SeededRandom(2), Clock);

    /// <summary>A day passes, and the epoch ends.</summary>
    public SignedRoot NextEpoch()
    {
        Clock.Advance(Day);
        return Directory.CloseEpoch();
    }

    /// <summary>Alice looks up her own name.</summary>
    public Finding OwnerLooks(KeyDirectory? answering = null) => Owner.Ask(answering ?? Directory);

    /// <summary>Somebody looks up a name.</summary>
    public Finding Looks(DirectoryClient client, string name, out DeviceKeys? keys, KeyDirectory? answering = null) =>
        client.Ask(answering ?? Directory, name, out keys);
}
