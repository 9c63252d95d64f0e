using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>Who compares roots with whom: what is evidence, what is none, and how likely two sides meet.</summary>
[TestFixture]
internal sealed class GossipTests
{
    private static DhKeyPair Key => DirectoryScene.LogKey;

    private static SignedRoot Root(long size, byte content, DhKeyPair? key = null) =>
        SignedRoot.Sign(size, TreeHash.Of([content]), DateTimeOffset.UnixEpoch, key ?? Key, new SeededRandom(content));

    [Test]
    public void TwoRootsOfOneSizeUnderTheKeyAreEvidence()
    {
        SplitView? evidence = SplitView.Between(Key.Public, Root(5, 1), Root(5, 2));
        Assert.That(evidence?.Proves(Key.Public), Is.True);
        Assert.That(evidence!.Proves(DhKeyPair.FromPrivate(Hex.Repeat(2, 32)).Public), Is.False);
    }

    [Test]
    public void NothingElseIs()
    {
        Assert.That(SplitView.Between(Key.Public, Root(5, 1), Root(6, 2)), Is.Null, "a log may grow");
        Assert.That(SplitView.Between(Key.Public, Root(5, 1), Root(5, 1)), Is.Null);
        SignedRoot signedAgain = SignedRoot.Sign(5, TreeHash.Of([1]), DateTimeOffset.UnixEpoch.AddDays(1), Key, new SeededRandom(9));
        Assert.That(SplitView.Between(Key.Public, Root(5, 1), signedAgain), Is.Null, "the same root may be signed again later");
        Assert.That(SplitView.Between(Key.Public, Root(5, 1), Root(5, 2) with { Root = TreeHash.Of([3]) }), Is.Null, "nobody can invent a root");
        Assert.That(SplitView.Between(Key.Public, Root(5, 1), Root(5, 2, DhKeyPair.FromPrivate(Hex.Repeat(2, 32)))), Is.Null);
    }

    [Test]
    public void ClientsOfDifferentLogsHaveNothingToCompare() =>
        Assert.That(
            () => Gossip.Compare(new(Key.Public), new(DhKeyPair.FromPrivate(Hex.Repeat(2, 32)).Public)), Throws.ArgumentException);

    [Test]
    public void WithoutARootInCommonOneClientAsksForTheProof()
    {
        var scene = new DirectoryScene();
        DirectoryClient bob = scene.Client(), carol = scene.Client();
        KeyDirectory forBob = scene.Directory.Fork(1);
        forBob.Publish("Alice", DirectoryScene.Providers);
        scene.NextEpoch();
        forBob.CloseEpoch();
        scene.Looks(bob, "Alice", out _, forBob);
        scene.NextEpoch();
        forBob.CloseEpoch();
        scene.Looks(carol, "Alice", out _);
        Assert.That(Gossip.Compare(bob.Log, carol.Log), Is.Null, "epoch 2 and epoch 3");
        // Bob asks the directory to show that Carol's root extends his. From neither side is there a proof.
        foreach (KeyDirectory asked in (KeyDirectory[])[scene.Directory, forBob])
            Assert.That(bob.Log.Examine(carol.Log.Newest!, asked.LookUp("Alice", 2).Epoch.Consistency), Is.EqualTo(Finding.NotConsistent));
        DirectoryClient dave = scene.Client();
        Assert.That(scene.Looks(dave, "Alice", out _), Is.EqualTo(Finding.Fine));
        Assert.That(carol.Log.Examine(dave.Log.Newest!, new([])), Is.EqualTo(Finding.Fine));
    }

    [Test]
    public void TheChanceThatTwoSidesMeetIsThatOfTheFormula([Values(1, 10, 50)] int deceived, [Values(1, 20, 100)] int pairs)
    {
        // The clients are two: of each side one, since all on one side have seen the same. Who meets whom is drawn.
        const int Clients = 100, Rounds = 4000;
        var (genuine, forked) = TwoSides();
        bool[,] seen = { { Evidence(genuine, genuine), Evidence(genuine, forked) }, { Evidence(forked, genuine), Evidence(forked, forked) } };
        Random random = PrintedSeed.NewRandom();
        int caught = 0;
        for (int round = 0; round < Rounds; round++)
            caught += Enumerable.Range(0, pairs).Any(_ => Meeting()) ? 1 : 0;
        double expected = 1 - Math.Pow(1 - 2.0 * deceived * (Clients - deceived) / (Clients * (Clients - 1)), pairs);
        double fiveSigma = 5 * Math.Sqrt(Math.Max(expected * (1 - expected), 1.0 / Rounds) / Rounds);
        Assert.That((double)caught / Rounds, Is.EqualTo(expected).Within(fiveSigma));

        bool Meeting()
        {
            int one = random.Next(Clients), other = (one + random.Next(1, Clients)) % Clients;
            return seen[one < deceived ? 1 : 0, other < deceived ? 1 : 0];
        }
    }

    private static bool Evidence(LogClient one, LogClient other) => Gossip.Compare(one, other)?.Proves(DirectoryScene.Log) ?? false;

    private static (LogClient Genuine, LogClient Forked) TwoSides()
    {
        var scene = new DirectoryScene();
        KeyDirectory fork = scene.Directory.Fork(1);
        fork.Publish("Alice", DirectoryScene.Providers);
        scene.NextEpoch();
        fork.CloseEpoch();
        DirectoryClient genuine = scene.Client(), forked = scene.Client();
        scene.Looks(genuine, "Alice", out _);
        scene.Looks(forked, "Alice", out _, fork);
        return (genuine.Log, forked.Log);
    }
}
