#:project ../../src/CryptoLessons

// A provider holds the key of its directory and lies about Alice's key. Whoever asks is deceived, with valid proofs. Who notices?
// Once in a directory that keeps every version of a key list, once in one that replaces it. Alice sleeps through the epoch after her
// first, and looks in the one after that.

using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Transparency;

(string Lie, Action<Town> Tell)[] lies =
[
    ("none", town => town.Days(2)),
    ("swap", town => { town.Directory.Publish("Alice", Town.Providers); town.Days(2); }),
    ("swap and back", town => { town.Swap(); town.Directory.Publish("Alice", Town.Alices); town.Days(1); }),
    ("swap, taken out", town => { PrefixTree tree = town.Directory.Epochs.Tree; town.Swap(); town.Directory.Epochs.Close(tree); town.Version = 1; }),
    ("split view", town => { town.ForBob = town.Directory.Fork(1); town.ForBob.Publish("Alice", Town.Providers); town.Days(2); }),
    ("new history", town => { town.Days(1); town.BobLooks(); town.Directory = town.ForBob = town.Directory.Fork(1); town.Swap(); }),
];
foreach (DirectoryKind kind in Enum.GetValues<DirectoryKind>())
{
    Console.WriteLine($"{kind,-18}{"Bob had",-12}{"Bob",-18}{"Alice",-14}{"auditor",-15}compared with Bob");
    foreach (var (lie, tell) in lies)
    {
        var town = new Town(kind);
        tell(town);
        var (alice, bob, auditor) = (town.AliceLooks(), town.BobLooks(), town.Audit());
        string had = town.Deceived ? "a false key" : "her key";
        Console.WriteLine($"  {lie,-16}{had,-12}{bob,-18}{alice,-14}{auditor,-15}{(town.Compare() is null ? "nothing" : "evidence")}");
    }
    Console.WriteLine();
}

Console.WriteLine("Chance that a split view of 10 among 1,000 clients comes out, when so many pairs, drawn by lot, compare roots:");
foreach (int pairs in (int[])[10, 100, 1000])
    Console.WriteLine(FormattableString.Invariant($"{pairs,6}  {1 - Math.Pow(1 - 2.0 * 10 * 990 / (1000 * 999), pairs):P1}"));

internal sealed class Town
{
    public static readonly DeviceKeys Alices = Keys("Alice"), Providers = Keys("the provider");
    private static readonly DhKeyPair LogKey = DhKeyPair.Generate(new SeededRandom(1));
    private readonly DirectoryClient alice, bob;
    private readonly KeyMonitor owner;
    private readonly Auditor auditor = new(LogKey.Public);

    public Town(DirectoryKind kind)
    {
        Directory = ForBob = new(kind, LogKey, new SeededRandom(2), TimeProvider.System);
        (alice, bob) = (Client(), Client());
        owner = new("Alice", alice);
        owner.Publish(Directory, Alices);
        Directory.CloseEpoch();
        AliceLooks();

        DirectoryClient Client() => new(LogKey.Public, kind, TimeProvider.System, TimeSpan.FromDays(1));
    }

    public KeyDirectory Directory, ForBob;
    public int? Version;
    public bool Deceived;

    public void Days(int days)
    {
        for (int day = 0; day < days; day++)
            foreach (KeyDirectory directory in new[] { Directory, ForBob }.Distinct())
                directory.CloseEpoch();
    }

    // For one epoch, in which Bob asks and Alice sleeps.
    public void Swap()
    {
        Directory.Publish("Alice", Providers);
        Days(1);
        BobLooks();
    }

    public Finding AliceLooks() => owner.Check(Answer(Directory, alice));

    public Finding BobLooks()
    {
        Finding finding = bob.Check("Alice", Answer(ForBob, bob), out DeviceKeys? keys);
        Deceived |= Providers.Equals(keys);
        return finding;
    }

    // Where values may be replaced, an auditor would call every new phone a fraud.
    public string Audit() => Directory.Kind == DirectoryKind.Mutable ? "cannot tell"
        : $"{Enumerable.Range(1, (int)Directory.Epoch).Select(epoch => auditor.Check(Directory.Step(epoch))).FirstOrDefault(finding => finding != Finding.Fine)}";

    public SplitView? Compare() => Gossip.Compare(auditor.Log, bob.Log) ?? Gossip.Compare(alice.Log, bob.Log);

    private DirectoryAnswer Answer(KeyDirectory directory, DirectoryClient client) => Version is { } version
        ? directory.Epochs.Answer("Alice", directory.Kind, version, Alices, client.Log.Size)
        : directory.LookUp("Alice", client.Log.Size);

    private static DeviceKeys Keys(string name) => new(DhKeyPair.Generate(new SeededRandom(3).Child(name)).Public);
}
