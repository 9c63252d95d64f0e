using CryptoLessons.Protocol.Transparency;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>What a provider can do who holds the log's key, and who notices: each alarm beside a case in which it must stay silent.</summary>
[TestFixture]
internal sealed class DishonestDirectoryTests
{
    private static readonly DeviceKeys AlicesKeys = DirectoryScene.Keys("Alice");

    [Test]
    public void ASwapAlarmsTheOwnerAtTheNextEpoch([Values] DirectoryKind kind, [Values] bool swaps)
    {
        var scene = new DirectoryScene(kind);
        DirectoryClient bob = scene.Client();
        Assert.That(scene.OwnerLooks(), Is.EqualTo(Finding.Fine));
        scene.Directory.Publish(swaps ? "Alice" : "Erin", DirectoryScene.Providers);
        Assert.That(scene.OwnerLooks(), Is.EqualTo(Finding.Fine), "not before the epoch ends");
        scene.NextEpoch();
        // Whoever asks for Alice is deceived, with a valid proof: it is the owner who can tell.
        Assert.That(scene.Looks(bob, "Alice", out DeviceKeys? keys), Is.EqualTo(Finding.Fine));
        Assert.That(keys, Is.EqualTo(swaps ? DirectoryScene.Providers : AlicesKeys));
        Assert.That(scene.OwnerLooks(), Is.EqualTo(swaps ? Finding.NotMyKey : Finding.Fine));
    }

    [Test]
    public void AGhostDeviceInTheListAlarmsTheOwner([Values] DirectoryKind kind)
    {
        var scene = new DirectoryScene(kind);
        scene.Directory.Publish("Alice", new([.. AlicesKeys.Keys, .. DirectoryScene.Providers.Keys]));
        scene.NextEpoch();
        Assert.That(scene.OwnerLooks(), Is.EqualTo(Finding.NotMyKey));
    }

    [Test]
    public void ASplitViewIsSeenIfAndOnlyIfClientsCompareRoots([Values] DirectoryKind kind)
    {
        var scene = new DirectoryScene(kind);
        DirectoryClient bob = scene.Client(), carol = scene.Client();
        scene.Looks(bob, "Alice", out _);
        scene.Looks(carol, "Alice", out _);
        KeyDirectory forBob = scene.Directory.Fork(1);
        forBob.Publish("Alice", DirectoryScene.Providers);
        for (int epoch = 2; epoch <= 5; epoch++)
        {
            scene.NextEpoch();
            forBob.CloseEpoch();
            Assert.That(scene.Looks(bob, "Alice", out DeviceKeys? deceived, forBob), Is.EqualTo(Finding.Fine));
            Assert.That((deceived, scene.OwnerLooks()), Is.EqualTo((DirectoryScene.Providers, Finding.Fine)), "nobody notices alone");
            Assert.That(scene.Looks(carol, "Alice", out DeviceKeys? genuine), Is.EqualTo(Finding.Fine));
            Assert.That(genuine, Is.EqualTo(AlicesKeys));
        }
        Assert.That(Gossip.Compare(scene.AliceClient.Log, carol.Log), Is.Null, "both are on the same side");
        SplitView? evidence = Gossip.Compare(scene.AliceClient.Log, bob.Log);
        Assert.That(evidence?.Proves(DirectoryScene.Log), Is.True);
        Assert.That(evidence!.First.Size, Is.EqualTo(2), "the first epoch in which they were shown different roots");
    }

    [Test]
    public void WhoWasShownOneSideIsNotConvincedByTheOther()
    {
        var scene = new DirectoryScene();
        DirectoryClient bob = scene.Client();
        KeyDirectory forBob = scene.Directory.Fork(1);
        forBob.Publish("Alice", DirectoryScene.Providers);
        scene.NextEpoch();
        forBob.CloseEpoch();
        Assert.That(scene.Looks(bob, "Carol", out _, forBob), Is.EqualTo(Finding.Fine));
        Assert.That(scene.Looks(bob, "Carol", out DeviceKeys? keys), Is.EqualTo(Finding.NotConsistent), "the same epoch, the other root");
        Assert.That(keys, Is.Null);
        scene.NextEpoch();
        Assert.That(scene.Looks(bob, "Carol", out _), Is.EqualTo(Finding.NotConsistent), "a later epoch does not heal it");
        forBob.CloseEpoch();
        Assert.That(scene.Looks(bob, "Carol", out _, forBob), Is.EqualTo(Finding.Fine), "the provider has to go on lying to him");
    }

    [Test]
    public void ASwapForOneEpochAndBackIsSeenOnlyWhereHistoryIsAppendOnly([Values] DirectoryKind kind)
    {
        var scene = new DirectoryScene(kind);
        Assert.That(scene.OwnerLooks(), Is.EqualTo(Finding.Fine));
        scene.Directory.Publish("Alice", DirectoryScene.Providers);
        scene.NextEpoch();
        Assert.That(scene.Looks(scene.Client(), "Alice", out DeviceKeys? keys), Is.EqualTo(Finding.Fine));
        Assert.That(keys, Is.EqualTo(DirectoryScene.Providers), "Alice was asleep");
        scene.Directory.Publish("Alice", AlicesKeys);
        scene.NextEpoch();
        Assert.That(scene.OwnerLooks(), Is.EqualTo(kind == DirectoryKind.AppendOnly ? Finding.NotMyVersion : Finding.Fine));
    }

    [Test]
    public void AnOwnerWhoLooksInEveryEpochSeesASwapForOneEpochInBothKinds([Values] DirectoryKind kind)
    {
        var scene = new DirectoryScene(kind);
        scene.Directory.Publish("Alice", DirectoryScene.Providers);
        scene.NextEpoch();
        Assert.That(scene.OwnerLooks(), Is.EqualTo(Finding.NotMyKey));
    }

    [Test]
    public void ARewrittenHistoryIsNoExtension()
    {
        var scene = new DirectoryScene();
        DirectoryClient bob = scene.Client();
        scene.NextEpoch();
        scene.Looks(bob, "Alice", out _);
        scene.Directory = scene.Directory.Fork(1);
        scene.Directory.Publish("Alice", DirectoryScene.Providers);
        scene.NextEpoch();
        scene.NextEpoch();
        Assert.That(scene.Looks(bob, "Alice", out _), Is.EqualTo(Finding.NotConsistent));
        Assert.That(scene.Looks(scene.Client(), "Alice", out _), Is.EqualTo(Finding.Fine), "a client that never saw the old one takes it on trust");
    }

    [Test]
    public void ARemovedLeafIsSeenByTheAuditorTheOwnerAndWhoeverKnewIt()
    {
        var scene = new DirectoryScene();
        DirectoryClient bob = scene.Client();
        scene.Looks(bob, "Alice", out _);
        scene.OwnerLooks();
        var auditor = new Auditor(DirectoryScene.Log);
        Assert.That(auditor.Check(scene.Directory.Step(1)), Is.EqualTo(Finding.Fine));
        TreeHash label = DirectoryLabel.Of("Alice", 1);
        EpochLog epochs = scene.Directory.Epochs;
        epochs.Close(PrefixTree.Empty.Insert([.. epochs.Tree.Entries.Where(entry => entry.Label != label)]));
        DirectoryAnswer Gone(long since) => epochs.Answer("Alice", DirectoryKind.AppendOnly, 0, null, since);
        Assert.That(scene.Client().Check("Alice", Gone(0), out _), Is.EqualTo(Finding.Fine), "a stranger has nothing to compare it with");
        Assert.That(bob.Check("Alice", Gone(1), out _), Is.EqualTo(Finding.HistoryRewritten));
        Assert.That(scene.Owner.Check(Gone(1)), Is.EqualTo(Finding.HistoryRewritten));
        var onANewPhone = new KeyMonitor("Alice", scene.Client());
        onANewPhone.Published(AlicesKeys, 1);
        Assert.That(onANewPhone.Check(Gone(0)), Is.EqualTo(Finding.NotMyVersion));
        Assert.That(auditor.Check(scene.Directory.Step(2)), Is.EqualTo(Finding.NotAppendOnly));
        Assert.That(auditor.Epoch, Is.EqualTo(1), "what was not fine is not remembered");
    }

    [Test]
    public void ASwapThatIsTakenOutAgainPassesTheOwnerAndNotTheAuditor()
    {
        // The provider covers its tracks: no version 3, the tree is as it was before.
        var scene = new DirectoryScene();
        PrefixTree before = scene.Directory.Epochs.Tree;
        scene.Directory.Publish("Alice", DirectoryScene.Providers);
        scene.NextEpoch();
        DirectoryClient bob = scene.Client();
        Assert.That(scene.Looks(bob, "Alice", out _), Is.EqualTo(Finding.Fine));
        scene.Directory.Epochs.Close(before);
        DirectoryAnswer Answer(long since) => scene.Directory.Epochs.Answer("Alice", DirectoryKind.AppendOnly, 1, AlicesKeys, since);
        Assert.That(scene.Owner.Check(Answer(0)), Is.EqualTo(Finding.Fine), "she slept through epoch 2");
        Assert.That(bob.Check("Alice", Answer(2), out _), Is.EqualTo(Finding.HistoryRewritten));
        var auditor = new Auditor(DirectoryScene.Log);
        Assert.That(((Finding[])[.. Enumerable.Range(1, 3).Select(epoch => auditor.Check(scene.Directory.Step(epoch)))]),
            Is.EqualTo((Finding[])[Finding.Fine, Finding.Fine, Finding.NotAppendOnly]));
    }

    [Test]
    public void AnAuditorLeavesNoEpochOut()
    {
        var scene = new DirectoryScene();
        scene.NextEpoch();
        scene.NextEpoch();
        var auditor = new Auditor(DirectoryScene.Log);
        Assert.That(auditor.Check(scene.Directory.Step(2)), Is.EqualTo(Finding.SkippedEpoch));
        Assert.That(auditor.Check(scene.Directory.Step(1)), Is.EqualTo(Finding.Fine));
        Assert.That(auditor.Check(scene.Directory.Step(1)), Is.EqualTo(Finding.StaleRoot));
        Assert.That(auditor.Check(scene.Directory.Step(3)), Is.EqualTo(Finding.SkippedEpoch));
        Assert.That(auditor.Check(scene.Directory.Step(2)), Is.EqualTo(Finding.Fine));
        Assert.That(auditor.Check(scene.Directory.Step(3)), Is.EqualTo(Finding.Fine));
    }

    [Test]
    public void ASplitOnTheAuditorsSideIsSeenByComparingWithTheAuditor()
    {
        var scene = new DirectoryScene();
        var auditor = new Auditor(DirectoryScene.Log);
        KeyDirectory forBob = scene.Directory.Fork(1);
        forBob.Publish("Alice", DirectoryScene.Providers);
        scene.NextEpoch();
        forBob.CloseEpoch();
        DirectoryClient bob = scene.Client(), carol = scene.Client();
        scene.Looks(bob, "Alice", out _, forBob);
        scene.Looks(carol, "Alice", out _);
        for (int epoch = 1; epoch <= 2; epoch++)
            Assert.That(auditor.Check(scene.Directory.Step(epoch)), Is.EqualTo(Finding.Fine));
        Assert.That(Gossip.Compare(auditor.Log, bob.Log), Is.Not.Null);
        Assert.That(Gossip.Compare(auditor.Log, carol.Log), Is.Null);
    }

    [Test]
    public void AVersionFarAheadDeceivesNobody()
    {
        // Alice's version 1 is there and 2 is not; the provider adds version 5 for everybody else. "n is there, n + 1 is not" holds for both.
        var scene = new DirectoryScene();
        EpochLog epochs = scene.Directory.Epochs;
        TreeHash ahead = DirectoryLabel.Of("Alice", 5);
        epochs.Close(epochs.Tree.Insert(new PrefixEntry(ahead, DirectoryScene.Providers.Hash)));
        Assert.That(epochs.Tree.Prove(ahead).TryVerify(epochs.Tree.Root, ahead, out TreeHash? value));
        Assert.That(value, Is.EqualTo(DirectoryScene.Providers.Hash), "it is in the tree, with a proof");
        Assert.That(epochs.Tree.Find(DirectoryLabel.Of("Alice", 6)), Is.Null);
        DirectoryAnswer deceit = epochs.Answer("Alice", DirectoryKind.AppendOnly, 5, DirectoryScene.Providers, 0);
        Assert.That(scene.Client().Check("Alice", deceit, out _), Is.EqualTo(Finding.WrongProof));
        DirectoryAnswer truth = epochs.Answer("Alice", DirectoryKind.AppendOnly, 1, AlicesKeys, 0);
        Assert.That(scene.Client().Check("Alice", truth, out _), Is.EqualTo(Finding.Fine));
    }

    [Test]
    public void AKeyListThatIsNotInTheTreeIsRefused(
        [Values] DirectoryKind kind, [Values(0, 1, 2, 3)] int version, [Values("Alice", "nobody")] string name)
    {
        var scene = new DirectoryScene(kind);
        foreach (DeviceKeys? keys in (DeviceKeys?[])[DirectoryScene.Providers, null])
        {
            DirectoryAnswer answer = scene.Directory.Epochs.Answer(name, kind, version, keys, 0);
            bool honest = keys is null && version == 0 && name == "nobody";
            Assert.That(scene.Client().Check(name, answer, out _), Is.EqualTo(honest ? Finding.Fine : Finding.WrongProof));
        }
    }

    [Test]
    public void AListThatWasPublishedAndIsMissingIsSeen()
    {
        var scene = new DirectoryScene();
        scene.Owner.Published(DirectoryScene.Keys("Alice 2"), epoch: 2);
        Assert.That(scene.OwnerLooks(), Is.EqualTo(Finding.Fine), "the epoch that was promised has not come");
        scene.NextEpoch();
        Assert.That(scene.OwnerLooks(), Is.EqualTo(Finding.NotMyVersion));
    }
}
